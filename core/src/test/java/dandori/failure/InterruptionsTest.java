package dandori.failure;

import static dandori.failure.Draws.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What docs/models/failures.md says of the time that interruptions cost. */
class InterruptionsTest {

    private static final double MINUTE = 60_000;
    private static final double HOUR = 60 * MINUTE;

    /** M = 10 h, C = 5 min, R = 15 min, 40 h of work in pieces of 2 h; and in one piece. */
    @Test
    void theExpectedTimeIsThatOfJobsPlayed() {
        var costs = new Interruptions(10 * HOUR, 5 * MINUTE, 15 * MINUTE);
        UniformRandomProvider random = new RandomStreams(1).stream("test", 0);
        Sample pieces = Sample.of(20_000, () -> played(costs, 20, 2 * HOUR + 5 * MINUTE, random));
        Sample whole = Sample.of(50_000, () -> played(costs, 1, 20 * HOUR, random));

        assertThat(pieces.meanIsOff(costs.wallMillis(40 * HOUR, 2 * HOUR))).isBetween(-4.0, 4.0);
        assertThat(whole.meanIsOff(costs.wallMillisWithoutCheckpoints(20 * HOUR)))
                .isBetween(-4.0, 4.0);
    }

    private static double played(
            Interruptions costs, int pieces, double pieceMillis, UniformRandomProvider random) {
        double time = 0;
        for (int piece = 0; piece < pieces; piece++) {
            double wanted = pieceMillis;
            for (double life = costs.mtbfMillis() * Variates.exponential(random);
                    life < wanted;
                    life = costs.mtbfMillis() * Variates.exponential(random)) {
                time += life;
                wanted = costs.restartMillis() + pieceMillis;
            }
            time += wanted;
        }
        return time;
    }

    @Test
    void withoutInterruptionsOnlyWritingTakesTime() {
        var costs = new Interruptions(Double.POSITIVE_INFINITY, MINUTE, HOUR);
        assertThat(costs.wallMillis(10 * HOUR, HOUR)).isEqualTo(10 * HOUR + 10 * MINUTE);
        assertThat(costs.wallMillisWithoutCheckpoints(10 * HOUR)).isEqualTo(10 * HOUR);
        assertThat(costs.waste(HOUR)).isEqualTo(1 / 60.0);
        assertThat(new EffectiveTrainingTime(costs, HOUR, HOUR).ratio(60 * HOUR))
                .isCloseTo(60 / 63.0, within(1e-12));
    }

    /** With rare failures the first order is the whole: 1 - waste ≈ W / E[T]. */
    @Test
    void wasteIsTheFirstOrderOfTheExpectedTime() {
        var costs = new Interruptions(10_000 * HOUR, MINUTE, 10 * MINUTE);
        double interval = new Checkpointing.Young().intervalMillis(MINUTE, 10_000 * HOUR);
        assertThat(1 - DAY / costs.wallMillis(DAY, interval))
                .isCloseTo(costs.waste(interval), Percentage.withPercentage(0.5));
    }

    /** The fixed point, found by walking to it: T = R (1 + C/τ) + u + T/M (u + τ/2). */
    @Test
    void theEffectiveTimeSolvesItsEquation() {
        var costs = new Interruptions(3.09 * HOUR, MINUTE, 10 * MINUTE);
        double interval = 0.32 * HOUR;
        double productive = 100 * DAY;
        double wall = 0;
        for (int round = 0; round < 1_000; round++) {
            double lost = costs.restartMillis() + interval / 2;
            wall =
                    productive * (1 + MINUTE / interval)
                            + costs.restartMillis()
                            + wall / costs.mtbfMillis() * lost;
        }
        double waited = 5 * MINUTE * (1 + wall / costs.mtbfMillis());
        var training = new EffectiveTrainingTime(costs, interval, 5 * MINUTE);
        assertThat(training.ratio(productive))
                .isCloseTo(productive / (wall + waited), within(1e-12));
        assertThat(training.limit()).isCloseTo(training.ratio(1e9 * DAY), within(1e-9));
        // Without a queue it is what first-order waste leaves, but for products of small terms.
        assertThat(new EffectiveTrainingTime(costs, interval, 0).limit())
                .isCloseTo(1 - costs.waste(interval), within(0.01));
        var hopeless = new Interruptions(HOUR, 0, HOUR);
        assertThat(new EffectiveTrainingTime(hopeless, interval, 0).ratio(DAY)).isZero();
        assertThat(new EffectiveTrainingTime(hopeless, interval, 0).limit()).isZero();
    }
}
