package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What organizations are due, against cases computed by hand and a slow twin. */
class WaterFillingTest {

    @Test
    void whoAsksForLittleGetsItAndTheOthersShareTheRest() {
        // Of 100: the first wants 10 of its 50 and gets it; 90 are left for equal weights.
        assertThat(WaterFilling.shares(new double[] {10, 80, 80}, new double[] {2, 1, 1}, 100))
                .containsExactly(10, 45, 45);
    }

    @Test
    void nobodyGetsMoreThanTheDemand() {
        assertThat(WaterFilling.shares(new double[] {10, 20}, new double[] {1, 1}, 100))
                .containsExactly(10, 20);
    }

    @Test
    void weightsOfZeroShareWhatIsLeft() {
        assertThat(WaterFilling.shares(new double[] {60, 50, 10}, new double[] {1, 0, 0}, 100))
                .containsExactly(60, 30, 10);
        assertThat(WaterFilling.shares(new double[] {100, 50}, new double[] {1, 0}, 100))
                .containsExactly(100, 0);
    }

    @Test
    void equalsTheLevelThatIsFoundByBisection() {
        SplittableRandom random = new SplittableRandom(7);
        for (int world = 0; world < 2_000; world++) {
            int n = 1 + random.nextInt(6);
            double[] demand = random.doubles(n, 0, 100).toArray();
            double[] weight = random.doubles(n, 0.1, 5).toArray();
            double capacity = random.nextDouble(300);
            double[] expected = byBisection(demand, weight, capacity);
            double[] shares = WaterFilling.shares(demand, weight, capacity);
            for (int i = 0; i < n; i++) {
                assertThat(shares[i]).as("world %d", world).isCloseTo(expected[i], within(1e-6));
            }
        }
    }

    private static double[] byBisection(double[] demand, double[] weight, double capacity) {
        double low = 0;
        double high = 1e6;
        for (int step = 0; step < 200; step++) {
            double level = (low + high) / 2;
            if (Arrays.stream(at(level, demand, weight)).sum() < capacity) {
                low = level;
            } else {
                high = level;
            }
        }
        return at(low, demand, weight);
    }

    private static double[] at(double level, double[] demand, double[] weight) {
        double[] shares = new double[demand.length];
        Arrays.setAll(shares, i -> Math.min(demand[i], level * weight[i]));
        return shares;
    }

    @Test
    void jainsIndexIsOneForEqualsAndOneOfNForOneWhoHasEverything() {
        assertThat(Entitlement.jain(new double[] {0.7, 0.7, 0.7})).isCloseTo(1, within(1e-12));
        assertThat(Entitlement.jain(new double[] {1, 0, 0, 0})).isEqualTo(0.25);
        assertThat(Entitlement.jain(new double[] {1, 2})).isCloseTo(0.9, within(1e-12));
        assertThat(Entitlement.jain(new double[0])).isNaN();
    }
}
