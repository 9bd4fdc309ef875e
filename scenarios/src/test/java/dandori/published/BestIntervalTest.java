package dandori.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.campaign.StepSpeed;
import dandori.campaign.Venue;
import dandori.failure.Checkpointing;
import dandori.failure.FailureModel;
import dandori.failure.NodeHazard;
import dandori.failure.Repair;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * In whole simulations, with spares, repairs and pieces of a week, the interval of Young and Daly
 * is still the best: 64 nodes that are interrupted every 5.8 hours.
 */
class BestIntervalTest {

    private static final Machine MACHINE = Machine.flat("sixty-eight", 68);
    private static final int NODES = 64;
    private static final int SEEDS = 12;
    private static final double CHECKPOINT_SECONDS = 60;
    private static final double RESTART_MINUTES = 10;
    private static final double[] FACTORS = {0.2, 0.5, 1, 2, 5};

    private static FailureModel breaks() {
        NodeSet all = NodeSet.range(0, MACHINE.nodes() - 1);
        Repair hour = new Repair.Fixed(3_600_000);
        double mtbfMillis = 1_000 * Course.DAY_MILLIS / 65;
        return new FailureModel(List.of(new NodeHazard("nodes", all, mtbfMillis, hour)));
    }

    private static double wallDays(double intervalMillis, long seed) {
        Habits habits =
                new Habits(4, 168, intervalMillis / 60_000, CHECKPOINT_SECONDS, RESTART_MINUTES, 5);
        Venue venue = habits.on(MACHINE, NODES, StepSpeed.constant(5_000));
        return Course.of(venue, 1, 500_000, breaks(), seed, 200).days(); // 28.9 days of steps
    }

    @Test
    void nothingBeatsIt() {
        double mtbf = breaks().interruptionMtbfMillis(MACHINE, NODES);
        double young = new Checkpointing.Young().intervalMillis(1_000 * CHECKPOINT_SECONDS, mtbf);
        double daly = new Checkpointing.Daly().intervalMillis(1_000 * CHECKPOINT_SECONDS, mtbf);
        double[] mean = new double[FACTORS.length];
        double meanOfDaly = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            for (int i = 0; i < FACTORS.length; i++) {
                mean[i] += wallDays(FACTORS[i] * young, seed) / SEEDS;
            }
            meanOfDaly += wallDays(daly, seed) / SEEDS;
        }
        assertThat(mean[2]).isLessThan(mean[0]).isLessThan(mean[4]);
        // Lost to first order: sqrt(2 C / M) (f + 1 / f) / 2 + R / M.
        for (int i = 0; i < FACTORS.length; i++) {
            double f = FACTORS[i];
            double lost = Math.sqrt(2_000 * CHECKPOINT_SECONDS / mtbf) * (f + 1 / f) / 2;
            double expected = 28.935 * (1 + lost + RESTART_MINUTES * 60_000 / mtbf);
            assertThat(mean[i]).as("%s of it", f).isCloseTo(expected, within(0.04 * expected));
            assertThat(mean[i]).as("%s of it", f).isGreaterThan(0.998 * mean[2]);
        }
        assertThat(meanOfDaly).isCloseTo(mean[2], within(0.005 * mean[2]));
    }
}
