package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Elasticity;
import dandori.job.Job;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.backfill.Malleable;
import dandori.policy.backfill.Malleable.Aim;
import dandori.policy.backfill.RoundTargets;
import dandori.policy.order.Orders;
import dandori.reference.GavelProgram;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small published examples of Gavel and Pollux. */
class PublishedTrainingTest {

    /**
     * Three jobs on a V100 and a K80, with throughputs of 40 and 10, 12 and 4, 100 and 50. The
     * published allocation is 0.45 and 0, 0.45 and 0.09, 0.09 and 0.91, everybody a tenth faster
     * than on an equal share of both.
     *
     * <p>Narayanan et al., OSDI 2020, section 4.1. Certainty: the numbers are quoted from memory,
     * low; that the second follow from the first is what the program shows, in fractions 5, 0, 5,
     * 1, 1 and 10 / 11, and 12 / 11.
     */
    @Test
    void theProgramIsThatOfGavel() {
        double[][] throughput = {{40, 10}, {12, 4}, {100, 50}};
        double[] found =
                new GavelProgram(new int[] {1, 1}, new int[] {1, 1, 1}, throughput).solve();
        double[] elevenths = {5, 0, 5, 1, 1, 10, 12};
        for (int i = 0; i < elevenths.length; i++) {
            assertThat(found[i]).isCloseTo(elevenths[i] / 11, within(1e-9));
        }
    }

    /** Where there is one type, the published program says what {@code gavel} does. */
    @Test
    void onOneTypeTheProgramIsMaxMin() {
        SplittableRandom random = new SplittableRandom(5);
        for (int world = 0; world < 500; world++) {
            int capacity = 1 + random.nextInt(20);
            int[] nodes = random.ints(1 + random.nextInt(8), 1, capacity + 1).toArray();
            double[][] throughput = new double[nodes.length][1];
            for (double[] one : throughput) {
                one[0] = 1 + random.nextInt(50); // of no matter
            }
            double[] program = new GavelProgram(new int[] {capacity}, nodes, throughput).solve();
            double smallest = program[nodes.length] * capacity / nodes.length;
            double[] fractions = RoundTargets.maxMin(capacity, nodes);
            double least = Double.POSITIVE_INFINITY;
            for (int job = 0; job < nodes.length; job++) {
                least = Math.min(least, fractions[job] * nodes[job]);
            }
            assertThat(least).isCloseTo(smallest, within(1e-9));
        }
    }

    /**
     * The goodput function with which adaptdl tests Pollux's policy ({@code
     * sched/adaptdl_sched/policy/pollux_test.py}; {@code goodput.py}): batches of 128 to 1,280
     * samples, 64 to 256 on each GPU, all on one node. Certainty: high, read from the code.
     */
    private static final class Published implements Elasticity {

        private static final double ALPHA_C = 0.121; // seconds to compute a step, and more
        private static final double BETA_C = 0.00568; // for each sample
        private static final double ALPHA_R = 0.0118; // to sum up over two GPUs, and more
        private static final double BETA_R = 0.00317; // for each GPU beyond
        private static final double GAMMA = 1.14; // how far both overlap
        private static final double SQUARE = 0.00136; // of the gradient
        private static final double VARIANCE = 0.000502;
        private static final int FIRST = 128; // samples

        @Override
        public int leastNodes() {
            return 1;
        }

        @Override
        public int mostNodes() {
            return 8;
        }

        @Override
        public double speedup(int gpus) {
            return goodput(gpus) / goodput(1);
        }

        /** Samples a second that count, with the best batch. */
        static double goodput(int gpus) {
            double best = 0;
            for (int each = 64; each <= 256; each++) {
                int batch = each * gpus;
                boolean isAllowed = batch <= 1_280 && batch >= FIRST;
                boolean needsAccumulation = gpus == 1 && batch > FIRST;
                if (isAllowed && !needsAccumulation) {
                    best = Math.max(best, batch / stepSeconds(gpus, each) * efficiency(batch));
                }
            }
            return best;
        }

        static double stepSeconds(int gpus, int each) {
            double compute = ALPHA_C + BETA_C * each;
            double network = gpus == 1 ? 0 : ALPHA_R + BETA_R * (gpus - 2);
            return Math.pow(Math.pow(compute, GAMMA) + Math.pow(network, GAMMA), 1 / GAMMA);
        }

        /** (φ + first) / (φ + batch), φ being the gradient noise scale. */
        static double efficiency(int batch) {
            double noise = FIRST * VARIANCE / SQUARE;
            return (noise + FIRST) / (noise + batch);
        }
    }

    /** By hand: 0.121 + 0.00568 · 128 = 0.84804 s for a step, 150.936 samples a second. */
    @Test
    void theGoodputIsPolluxs() {
        assertThat(Published.goodput(1)).isCloseTo(150.936, within(1e-3));
        assertThat(Published.efficiency(128)).isEqualTo(1);
        // φ = 47.247: (47.247 + 128) / (47.247 + 256)
        assertThat(Published.efficiency(256)).isCloseTo(0.57790, within(1e-5));
    }

    /**
     * So many such jobs on 16 GPUs, 16 of them in adaptdl's test: nodes are dealt so that the power
     * mean with p = -1 of the speedups is as large as any allotment makes it, which is Pollux's
     * fitness where nobody restarts.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 16})
    void whatIsDealtIsAsFitAsCanBe(int jobs) {
        int[] sizes = dealt(jobs);
        assertThat(Arrays.stream(sizes).sum()).isLessThanOrEqualTo(16);
        assertThat(fitness(sizes)).isCloseTo(best(new int[jobs], 0, 16), within(1e-12));
    }

    /** The sizes that come out. */
    @ParameterizedTest
    @CsvSource({"1, 8", "2, 8 8", "3, 6 5 5", "4, 4 4 4 4", "5, 4 3 3 3 3"})
    void sizesAreAsEqualAsCanBe(int jobs, String expected) {
        List<String> sizes = new ArrayList<>();
        for (int size : dealt(jobs)) {
            sizes.add(String.valueOf(size));
        }
        sizes.sort(Collections.reverseOrder());
        assertThat(String.join(" ", sizes)).isEqualTo(expected);
    }

    private static int[] dealt(int count) {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(
                    new Job(
                            i,
                            0,
                            1,
                            3_600_000,
                            3_600_000,
                            "",
                            "",
                            "",
                            Request.of(new Published())));
        }
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(new Malleable(Aim.GOODPUT, 1_000_000_000, 0))
                        .estimates(Estimates.EXACT)
                        .build();
        JobLog log =
                Simulation.of(Machine.flat("m", 16), Workload.of("w", jobs))
                        .policy(policy)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        int[] sizes = new int[count];
        for (int job = 0; job < count; job++) {
            sizes[job] = log.jobs().nodes(job);
        }
        return sizes;
    }

    private static double fitness(int[] sizes) {
        double sum = 0;
        for (int size : sizes) {
            sum += 1 / new Published().speedup(size);
        }
        return sizes.length / sum;
    }

    /** Of all allotments in which nobody has more than the one before. */
    private static double best(int[] sizes, int from, int left) {
        if (from == sizes.length) {
            return fitness(sizes);
        }
        double best = 0;
        int most = from == 0 ? 8 : sizes[from - 1];
        for (int size = 1; size <= Math.min(most, left - (sizes.length - from - 1)); size++) {
            sizes[from] = size;
            best = Math.max(best, best(sizes, from + 1, left - size));
        }
        return best;
    }
}
