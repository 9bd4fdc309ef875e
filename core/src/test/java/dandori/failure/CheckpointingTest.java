package dandori.failure;

import static dandori.failure.Draws.DAY;
import static dandori.failure.Draws.mtbf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/models/failures.md says of the time between checkpoints. */
class CheckpointingTest {

    private static final double MINUTE = 60_000;
    private static final double HOUR = 60 * MINUTE;
    private static final Checkpointing YOUNG = new Checkpointing.Young();
    private static final Checkpointing DALY = new Checkpointing.Daly();

    /**
     * The worked figures: nodes, rate, C in s, R in min; M and Young's interval in h, waste in %.
     */
    @ParameterizedTest
    @CsvSource({
        "64, 6.5, 60, 15, 57.7, 1.39, 2.8",
        "2048, 3.79, 60, 10, 3.09, 0.32, 15.8",
        "2048, 3.79, 10, 3, 3.09, 0.13, 5.9"
    })
    void youngsIntervalAndItsWasteAreThoseWorkedByHand(
            int nodes,
            double rate,
            double checkpointSeconds,
            double restartMinutes,
            double mtbfHours,
            double intervalHours,
            double wastePercent) {
        double mtbf = mtbf(rate) / nodes;
        double interval = YOUNG.intervalMillis(checkpointSeconds * 1_000, mtbf);
        var costs = new Interruptions(mtbf, checkpointSeconds * 1_000, restartMinutes * MINUTE);

        assertThat(mtbf / HOUR).isCloseTo(mtbfHours, within(0.05));
        assertThat(interval / HOUR).isCloseTo(intervalHours, within(0.005));
        assertThat(100 * costs.waste(interval)).isCloseTo(wastePercent, within(0.05));
    }

    /** Daly 2006, captions of figures 3 to 5: R = 10 min, C = 5 min; M and the interval in min. */
    @ParameterizedTest
    @CsvSource({"1440, 117, 0.5", "360, 57, 0.5", "15, 9.1, 0.05"})
    void dalysIntervalIsThatOfHisFigures(double mtbf, double interval, double rounded) {
        assertThat(DALY.intervalMillis(5 * MINUTE, mtbf * MINUTE) / MINUTE)
                .isCloseTo(interval, within(rounded));
    }

    /** Young's loses little while C is short; where it is long, Daly's is still near the best. */
    @ParameterizedTest
    @CsvSource({"1000, 1e-8, 1e-5", "100, 1e-8, 2e-4", "10, 1e-7, 5e-3", "2, 2e-5, 6e-2"})
    void dalysIntervalIsNearTheBest(double mtbfOverC, double dalyLoses, double youngLoses) {
        double mtbf = mtbfOverC * MINUTE;
        var costs = new Interruptions(mtbf, MINUTE, 3 * MINUTE);
        double best =
                new BrentOptimizer(1e-10, 1e-6)
                        .optimize(
                                new UnivariateObjectiveFunction(t -> costs.wallMillis(DAY, t)),
                                GoalType.MINIMIZE,
                                new MaxEval(1_000),
                                new SearchInterval(MINUTE / 100, 10 * mtbf))
                        .getValue();
        double daly = costs.wallMillis(DAY, DALY.intervalMillis(MINUTE, mtbf));
        double young = costs.wallMillis(DAY, YOUNG.intervalMillis(MINUTE, mtbf));

        assertThat(daly / best - 1).isBetween(-1e-8, dalyLoses);
        assertThat(young / best - 1).isBetween(daly / best - 1, youngLoses);
    }

    @Test
    void intervalsAtTheEdges() {
        assertThat(DALY.intervalMillis(200, 100)).isEqualTo(100);
        assertThat(DALY.intervalMillis(0, 100)).isZero();
        assertThat(YOUNG.intervalMillis(60, Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(DALY.intervalMillis(60, Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(new Checkpointing.Fixed(7).intervalMillis(1, 2)).isEqualTo(7);
    }
}
