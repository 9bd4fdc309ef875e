package dandori.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An agent that has learnt on some seeds beats first come, first served on others. */
class LearningTest {

    private static final Machine MACHINE = Machine.flat("sixty-four", 64);
    private static final int JOBS = 250;

    /** A busy day: many small jobs, few large ones, from ten seconds to hours. */
    private static Workload day(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Job> jobs = new ArrayList<>();
        double at = 0;
        for (int id = 0; id < JOBS; id++) {
            at += -StrictMath.log(1 - random.nextDouble()) * 550;
            int nodes = 1 << random.nextInt(7);
            double run = StrictMath.pow(10, 1 + 3.2 * random.nextDouble());
            double limit = run * (1 + 3 * random.nextDouble());
            jobs.add(
                    new Job(
                            id,
                            1_000 * (long) at,
                            nodes,
                            1_000 * (long) limit,
                            1_000 * (long) run));
        }
        return Workload.of("day", jobs);
    }

    private static double slowdown(Backfill backfill, Workload workload) {
        Policy policy = Policy.named("it").order(Orders.fcfs()).backfill(backfill).build();
        return Simulation.of(MACHINE, workload)
                .policy(policy)
                .run()
                .summary()
                .figures()
                .meanBoundedSlowdown()
                .value();
    }

    @Test
    void theTrainedAgentBeatsFirstComeFirstServed() {
        List<Workload> known = LongStream.range(0, 4).mapToObj(LearningTest::day).toList();
        double[] weights =
                new CrossEntropySearch(32, 8, 1)
                        .best(some ->
                                known.stream()
                                        .mapToDouble(
                                                day -> new LinearAgent(some).play(MACHINE, day))
                                        .sum());
        int betterThanFcfs = 0;
        double agents = 0;
        double fcfs = 0;
        double easy = 0;
        for (long seed = 100; seed < 120; seed++) {
            Workload day = day(seed);
            double its = -new LinearAgent(weights).play(MACHINE, day);
            double inOrder = slowdown(Backfills.none(), day);
            betterThanFcfs += its < inOrder ? 1 : 0;
            agents += its;
            fcfs += inOrder;
            easy += slowdown(Backfills.easy(), day);
        }
        assertThat(betterThanFcfs).isEqualTo(20);
        assertThat(agents).isLessThan(fcfs / 10).isLessThan(easy / 2); // 58, 1103 and 147 a day
    }

    @Test
    void whatIsPaidIsTheFigureOfTheReport() {
        LinearAgent agent = new LinearAgent(0, -1, 1, 0, 0, 1);
        Workload day = day(7);
        assertThat(-agent.play(MACHINE, day))
                .isEqualTo(
                        agent.schedule(MACHINE, day)
                                .summary()
                                .figures()
                                .meanBoundedSlowdown()
                                .value(),
                        within(1e-9));
    }

    @Test
    void anAgentWithoutLikingsStartsWhomItMust() {
        Workload day = day(8);
        var log = new LinearAgent(0, 0, 0, 0, 0, -1).schedule(MACHINE, day).log();
        assertThat(IntStream.range(0, JOBS).allMatch(log::hasStarted)).isTrue();
    }
}
