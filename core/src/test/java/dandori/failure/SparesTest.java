package dandori.failure;

import static dandori.failure.Draws.DAY;
import static dandori.failure.Draws.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.machine.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many nodes to hold in reserve. */
class SparesTest {

    /**
     * OPT-175B: two machines a day of 124, back after days. Its reserve went from 4 to 18 to 12.
     */
    @Test
    void optNeededTwelveToEighteen() {
        Spares opt = new Spares(124, 124 * DAY / 2, 3 * DAY);
        assertThat(opt.meanUnderRepair()).isCloseTo(6, within(1e-9));
        assertThat(opt.shortageProbability(4)).isGreaterThan(0.5);
        assertThat(opt.shortageProbability(12)).isLessThan(0.01);
        assertThat(opt.shortageProbability(18)).isLessThan(1e-4);
        assertThat(opt.needed(0.01)).isEqualTo(12);
        assertThat(new Spares(124, 62 * DAY, 5 * DAY).needed(0.01)).isEqualTo(18);
    }

    /** BLOOM: one or two GPUs a week of 48 nodes, 4 nodes in reserve. */
    @Test
    void bloomsFourLastIfARepairTakesAWeek() {
        Spares one = new Spares(48, 48 * 7 * DAY, 7 * DAY);
        Spares two = new Spares(48, 48 * 3.5 * DAY, 7 * DAY);
        assertThat(one.shortageProbability(4)).isCloseTo(beyond(4, 1), within(1e-12));
        assertThat(two.shortageProbability(4)).isCloseTo(beyond(4, 2), within(1e-12));
        assertThat(one.needed(0.01)).isEqualTo(4);
        assertThat(two.shortageProbability(4)).isBetween(0.05, 0.06);
    }

    /** The sum of what Poisson leaves, term by term. */
    private static double beyond(int spares, double mean) {
        double term = Math.exp(-mean);
        double sum = 0;
        for (int k = 0; k <= spares; k++) {
            sum += term;
            term *= mean / (k + 1);
        }
        return 1 - sum;
    }

    @Test
    void nothingFailsNothingIsNeeded() {
        assertThat(new Spares(9, Double.POSITIVE_INFINITY, DAY).needed(1e-9)).isZero();
        assertThat(new Spares(9, DAY, 0).shortageProbability(0)).isZero();
    }

    /** However long single repairs take, it is their mean that counts. */
    @Test
    void drawnFailuresRunOutOfSparesAsOften() {
        Machine machine = Machine.flat("m", 100);
        double mean = new Repair.LogNormal(DAY, 4 * DAY).meanMillis();
        for (Repair repair : List.of(new Repair.Fixed(mean), new Repair.LogNormal(DAY, 4 * DAY))) {
            var model =
                    new FailureModel(List.of(new NodeHazard("n", all(machine), 50 * DAY, repair)));
            int days = 40_000;
            int[] changes = new int[days + 2_000];
            for (Failure failure : Draws.until((days + 999) * DAY, model, machine, 6)) {
                int from = (int) (failure.atMillis() / DAY) + 1;
                int to = (int) ((failure.atMillis() + failure.repairMillis()) / DAY) + 1;
                changes[Math.min(from, changes.length - 1)]++;
                changes[Math.min(to, changes.length - 1)]--;
            }
            int short5 = 0;
            int under = 0;
            for (int day = 0; day < days; day++) {
                under += changes[day];
                short5 += day >= 1_000 && under > 5 ? 1 : 0;
            }
            double expected = new Spares(100, 50 * DAY, mean).shortageProbability(5);
            assertThat(short5 / (days - 1_000.0)).isCloseTo(expected, within(0.01));
        }
    }
}
