package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Condition;
import dandori.job.Dependencies;
import dandori.job.Job;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.JobFigures;
import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void everyThirdOfASizeIsKeptWithThriceItsNodes() {
        List<Job> jobs = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            jobs.add(new Job(i, i * 10L, i % 4 == 0 ? 9 : 2, 60, 50, "u" + i, "us", "p"));
        }
        Workload thinned = new Thinning(4, 3).of(Workload.of("jobs", jobs));

        // Of size 2: 1 2 3 5 6 7 9 10 11, each second of three; all of size 9.
        List<String> left = new ArrayList<>();
        for (int job = 0; job < thinned.count(); job++) {
            left.add(
                    thinned.jobs().id(job)
                            + ":"
                            + thinned.jobs().nodes(job)
                            + thinned.users().get(thinned.jobs().user(job)));
        }
        assertThat(left).containsExactly("2:6u2", "4:9u4", "6:6u6", "8:9u8", "10:6u10", "12:9u12");
    }

    /** Of six small jobs the second and the fifth stay; each follows on the one before. */
    @Test
    void waitsAndThoseWhoWaitForEachOtherAreKept() {
        WorkloadBuilder log = new WorkloadBuilder("log").keepLoggedWaits();
        for (int job = 0; job < 8; job++) {
            int nodes = job < 6 ? 1 : 9;
            log.add(job + 1, job * 1_000L, nodes, 60_000, 50_000, -1, -1, -1, 100L * job);
        }
        log.dependencies().follows(2, 1, 5).follows(6, 4, 7).follows(7, 6, 9);
        log.dependencies().dependsOn(7, 1, Condition.COMPLETED);
        Workload thinned = new Thinning(1, 3).of(log.build());

        assertThat(thinned.hasLoggedWaits()).isTrue();
        assertThat(IntStream.range(0, 4).mapToLong(thinned.jobs()::loggedWaitMillis))
                .containsExactly(100L, 400L, 600L, 700L);
        Dependencies kept = thinned.dependencies();
        assertThat(kept).isNotNull();
        assertThat(IntStream.range(0, 4).map(kept::preceding)).containsExactly(-1, -1, 1, 2);
        assertThat(kept.thinkMillis(3)).isEqualTo(9);
        assertThat(kept.linkCount()).isEqualTo(1);
        assertThat(kept.job(0)).isEqualTo(3);
        assertThat(kept.predecessor(0)).isEqualTo(0);
    }

    /** Of 100,000 jobs; the areas differ as the run times of those left out do by chance. */
    @Test
    void theNodeTimeStaysAndSoDoEndings() {
        Drawing drawn = Drawing.of(new FugakuGeneral(), "{}", 1_024, 1_000, 100);
        Thinning thinning = new Thinning(10, 5);
        Workload thinned = thinning.of(drawn.jobs());
        List<Figure> figures = thinning.figures(drawn.jobs(), thinned);

        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly("jobs, thinned 1:5 up to 10 nodes", "node hours, thinned");
        assertThat(figures.get(0).achieved()).isEqualTo(thinned.count());
        assertThat((double) thinned.count()).isCloseTo(figures.get(0).asked(), within(10.0));
        assertThat(figures.get(1).achieved())
                .isCloseTo(figures.get(1).asked(), within(0.02 * figures.get(1).asked()));
        int cancelled = 0;
        for (int job = 0; job < thinned.count(); job++) {
            cancelled += thinned.isEndedByUser(job) ? 1 : 0;
        }
        assertThat(cancelled / (double) thinned.count()).isCloseTo(0.02, within(0.005));
    }

    /**
     * 2,048 nodes at a load of 90 % under EASY, four times eight weeks: the jobs that are not
     * thinned wait as long as before, within 10 %; those that are wait longer.
     */
    @Test
    void theOthersWaitAsLongAsBefore() {
        double[] large = new double[2]; // in full, thinned
        double[] small = new double[2];
        for (int seed = 1; seed <= 4; seed++) {
            Demand demand = Drawing.demand(2_048, Demand.Measure.LOAD, 0.9, 56, seed);
            String options = "{nodes: {max: 512}, cycle: {rush: 1}}";
            Workload all = Drawing.of(new FugakuGeneral(), options, demand).jobs();
            for (int thinned = 0; thinned < 2; thinned++) {
                Workload jobs = thinned == 1 ? new Thinning(10, 5).of(all) : all;
                large[thinned] += meanWait(jobs, id -> all.jobs().nodes((int) id - 1) > 10);
                small[thinned] += meanWait(jobs, id -> all.jobs().nodes((int) id - 1) <= 10);
            }
        }
        assertThat(large[1]).isCloseTo(large[0], within(0.1 * large[0]));
        assertThat(small[1]).isGreaterThan(2 * small[0]);
    }

    private static double meanWait(Workload jobs, LongPredicate isMeant) {
        Policy easy = Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
        JobLog log = Simulation.of(Machine.flat("m", 2_048), jobs).policy(easy).run().log();
        Window window = Window.ofSubmissions(jobs.jobs());
        return JobFigures.of(log, window, job -> isMeant.test(jobs.jobs().id(job)))
                .meanWaitMillis()
                .value();
    }

    @Test
    void oneInOneIsNoThinning() {
        assertThatThrownBy(() -> new Thinning(10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("upTo (10) must be at least 1 and by (1) at least 2.");
    }
}
