package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.differential.ClusterTwins.Ordered;
import dandori.policy.Backfill;
import dandori.policy.backfill.Objective;
import dandori.policy.backfill.RoundTargets;
import dandori.policy.backfill.Rounds;
import dandori.reference.ReferenceRounds;
import dandori.reference.World;
import dandori.reference.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rounds against the slow reference, and their fractions against what they are to bring about. */
class RoundsTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 250);

    @ParameterizedTest
    @EnumSource(Objective.class)
    void equalTheReference(Objective objective) {
        long preempted = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = Worlds.withOrganizations(Worlds.random(seed * 31L, 40), seed);
            long round = Math.max(1, world.longestWalltimeMillis() / (2 + seed % 9));
            preempted +=
                    ClusterTwins.ofTurns(world, seed, round)
                            .compare(
                                    "seed " + seed,
                                    Ordered.plain("fcfs"),
                                    new ReferenceRounds(objective, round),
                                    new Rounds(objective, round, 0))
                            .returnedCount();
        }
        assertThat(preempted).isGreaterThan(WORLDS);
    }

    @Test
    void nothingBreaksAnywhere() {
        List<Backfill> all = new ArrayList<>();
        for (Objective objective : Objective.values()) {
            all.add(new Rounds(objective, 3_000, 0));
        }
        PreemptiveEverywhereTest.maintenance(all, WORLDS);
        PreemptiveEverywhereTest.groups(
                List.of(new Rounds(Objective.MAX_MIN, 7_200_000, 0)), WORLDS);
        PreemptiveEverywhereTest.shapes(List.of(new Rounds(Objective.MAX_MIN, 5, 0)), WORLDS);
    }

    @Test
    void fractionsAreWhatTheObjectivesAskFor() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int count = 1 + random.nextInt(8);
            int capacity = 1 + random.nextInt(20);
            int[] nodes = random.ints(count, 1, 12).toArray();
            double[] age = random.doubles(count, 0, 1_000).toArray();
            double[] left = random.doubles(count, 1, 1_000).toArray();
            double[] alone = random.doubles(count, 1, 5_000).toArray();
            double[] maxMin = RoundTargets.maxMin(capacity, nodes);
            assertThat(nodeTime(nodes, maxMin))
                    .isCloseTo(Math.min(capacity, Arrays.stream(nodes).sum()), within(1e-9));
            double level = level(capacity, nodes);
            for (int job = 0; job < count; job++) {
                assertThat(maxMin[job] * nodes[job])
                        .isCloseTo(Math.min(nodes[job], level), within(1e-6));
            }
            double[] makespan = RoundTargets.makespan(capacity, nodes, left);
            assertThat(nodeTime(nodes, makespan)).isLessThanOrEqualTo(capacity + 1e-9);
            boolean isTight =
                    nodeTime(nodes, makespan) > capacity - 1e-6
                            || Arrays.stream(makespan).max().orElse(0) > 1 - 1e-9;
            assertThat(isTight).isTrue();
            double[] fair = RoundTargets.finishTime(capacity, nodes, age, left, alone);
            assertThat(nodeTime(nodes, fair)).isLessThanOrEqualTo(capacity + 1e-9);
            double worst = worst(fair, age, left, alone);
            for (int other = 0; other < 20; other++) { // no other fractions are fairer
                double[] tried = random.doubles(count, 1e-6, 1).toArray();
                double scale = Math.min(1, capacity / nodeTime(nodes, tried));
                double[] feasible = Arrays.stream(tried).map(one -> one * scale).toArray();
                assertThat(worst(feasible, age, left, alone)).isGreaterThan(worst - 1e-6 * worst);
            }
        }
    }

    private static double worst(double[] fraction, double[] age, double[] left, double[] alone) {
        double worst = 0;
        for (int job = 0; job < age.length; job++) {
            worst = Math.max(worst, (age[job] + left[job] / fraction[job]) / alone[job]);
        }
        return worst;
    }

    private static double nodeTime(int[] nodes, double[] fractions) {
        double sum = 0;
        for (int job = 0; job < nodes.length; job++) {
            sum += nodes[job] * fractions[job];
        }
        return sum;
    }

    /** The water level by bisection. */
    private static double level(int capacity, int[] nodes) {
        double low = 0;
        double high = 100;
        for (int halving = 0; halving < 60; halving++) {
            double middle = (low + high) / 2;
            double sum = Arrays.stream(nodes).mapToDouble(one -> Math.min(one, middle)).sum();
            if (sum <= capacity) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
