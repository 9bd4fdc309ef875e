package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.engine.RandomStreams;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Simulation;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The simulator against theory: jobs of one node that come at random and run exponential times are
 * an M/M/c queue, whose mean wait Erlang knew in 1917; and what the same jobs save in comparisons.
 */
class ErlangTest {

    private static final double SERVICE_MILLIS = 3_600_000;

    /** Jobs of up to so many nodes, each size as likely. */
    private static Workload jobs(double perService, int maxNodes, int count, long seed) {
        UniformRandomProvider arrivals = new RandomStreams(seed).stream("arrivals", 0);
        UniformRandomProvider services = new RandomStreams(seed).stream("services", 0);
        UniformRandomProvider sizes = new RandomStreams(seed).stream("sizes", 0);
        WorkloadBuilder jobs = new WorkloadBuilder("queue");
        double now = 0;
        for (int i = 0; i < count; i++) {
            now += RandomSeries.exponential(arrivals) / perService;
            long run = Math.round(RandomSeries.exponential(services) * SERVICE_MILLIS);
            int nodes = 1 + sizes.nextInt(maxNodes);
            long submit = Math.round(now * SERVICE_MILLIS);
            jobs.add(i, submit, nodes, run, run, -1, -1, -1, -1);
        }
        return jobs.build();
    }

    private static double[] waits(Workload jobs, int nodes, boolean backfills) {
        JobLog log =
                Simulation.of(Machine.flat("m", nodes), jobs)
                        .policy(
                                Policy.named("p")
                                        .order(Orders.fcfs())
                                        .backfill(backfills ? Backfills.easy() : Backfills.none())
                                        .build())
                        .run()
                        .log();
        return IntStream.range(0, jobs.count()).mapToDouble(log::waitMillis).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.6", "4, 0.7", "16, 0.9"})
    void waitsAreErlangs(int nodes, double load) {
        double[] means =
                LongStream.range(0, 10)
                        .mapToObj(seed -> jobs(load * nodes, 1, 8_000, seed))
                        .mapToDouble(jobs -> RandomSeries.mean(waits(jobs, nodes, false), 1_000))
                        .toArray();

        double truth = RandomSeries.erlangWait(nodes, load) * SERVICE_MILLIS;
        StudentInterval interval = StudentInterval.of(means);
        assertThat(interval.holds(truth)).as("%s in %s", truth, interval).isTrue();
        assertThat(interval.relativeHalfWidth()).isLessThan(0.25);
    }

    @Test
    void eachWaitIsThatOfKieferAndWolfowitz() {
        Workload jobs = jobs(3.6, 1, 5_000, 1);
        double[] waits = waits(jobs, 4, false);
        long[] free = new long[4];
        for (int job = 0; job < jobs.count(); job++) {
            Arrays.sort(free);
            long start = Math.max(free[0], jobs.jobs().submitMillis(job));
            free[0] = start + jobs.runMillis(job);
            assertThat(waits[job]).isEqualTo(start - jobs.jobs().submitMillis(job));
        }
    }

    @Test
    void twoPoliciesAreToldApartOnTheSameJobsByFewerSeeds() {
        double[] plain = new double[10];
        double[] easy = new double[10];
        for (int seed = 0; seed < 10; seed++) {
            Workload jobs = jobs(4, 4, 4_000, seed); // 10 of 16 nodes are asked for
            plain[seed] = RandomSeries.mean(waits(jobs, 16, false), 200);
            easy[seed] = RandomSeries.mean(waits(jobs, 16, true), 200);
        }
        PairedDifference pairs = PairedDifference.of(plain, easy);

        assertThat(pairs.interval().low()).isPositive();
        double times = pairs.unpairedHalfWidth() / pairs.interval().halfWidth();
        assertThat(times).as(pairs.toString()).isBetween(3.6, 3.7);
    }
}
