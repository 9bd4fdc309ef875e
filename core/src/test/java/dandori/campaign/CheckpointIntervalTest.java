package dandori.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.failure.Breakage;
import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/**
 * Under failures that come by chance, training takes as long as Daly says it does, and the interval
 * that he and Young say is best is the best.
 *
 * <p>Daly, "A higher order estimate of the optimum checkpoint interval for restart dumps", Future
 * Generation Computer Systems 22(3), 2006: work W takes M e^(R/M) (e^((τ+C)/M) - 1) W/τ.
 */
class CheckpointIntervalTest {

    private static final double STEP = 10_000;
    private static final long CHECKPOINT = 60_000;
    private static final long RESTART = 900_000;
    private static final double MTBF = 20 * 3_600_000.0;
    private static final long STEPS = 400_000; // 1,111 h of work: 56 failures and more
    private static final int SEEDS = 400;

    private static double daly(double interval) {
        return MTBF
                * StrictMath.exp(RESTART / MTBF)
                * StrictMath.expm1((interval + CHECKPOINT) / MTBF)
                * (STEPS * STEP / interval);
    }

    private static double young() {
        return Math.sqrt(2 * CHECKPOINT * MTBF);
    }

    /** Failures at the same instants whatever the interval; the first start needs no restart. */
    private static double walkMillis(long intervalSteps, int seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("failures", 0);
        long now = 0;
        long stepsLeft = STEPS;
        double failsAt = life(random);
        for (long restart = 0; ; restart = RESTART) {
            Stretch stretch =
                    new Stretch(restart, STEP, STEP, CHECKPOINT, intervalSteps, stepsLeft);
            if (now + stretch.lengthMillis() <= failsAt) {
                return now + stretch.lengthMillis();
            }
            long lasted = (long) failsAt - now;
            stepsLeft -= stretch.brokenOff(lasted).steps();
            now += lasted;
            failsAt += life(random);
        }
    }

    private static double life(UniformRandomProvider random) {
        return -MTBF * StrictMath.log1p(-random.nextDouble());
    }

    private static double[] meanAndError(double[] of) {
        double mean = 0;
        for (double one : of) {
            mean += one / of.length;
        }
        double squares = 0;
        for (double one : of) {
            squares += (one - mean) * (one - mean);
        }
        return new double[] {mean, Math.sqrt(squares / (of.length - 1) / of.length)};
    }

    @Test
    void theTimeIsDalysAndTheBestIntervalIsYoungs() {
        double[] factors = {0.2, 0.4, 0.7, 1, 1.4, 2.5, 5};
        List<double[]> walls = new ArrayList<>();
        for (double factor : factors) {
            long interval = Math.round(factor * young() / STEP);
            double[] wall = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                wall[seed] = walkMillis(interval, seed);
            }
            double[] mean = meanAndError(wall);
            assertThat(mean[0]).isCloseTo(daly(interval * STEP), within(4 * mean[1]));
            walls.add(wall);
        }
        double[] atBest = walls.get(3);
        for (int other = 0; other < factors.length; other++) {
            double[] longer = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                longer[seed] = walls.get(other)[seed] - atBest[seed];
            }
            double[] mean = meanAndError(longer);
            assertThat(mean[0]).isGreaterThanOrEqualTo(-3 * mean[1]);
            boolean isFar = factors[other] <= 0.4 || factors[other] >= 2.5;
            if (isFar) {
                assertThat(mean[0]).as("%s", factors[other]).isGreaterThan(5 * mean[1]);
            }
        }
    }

    /** Young: waste C/τ + (τ/2 + R)/M, at its best sqrt(2C/M) + R/M, to first order. */
    @Test
    void theWasteAtTheBestIntervalIsThatOfTheFirstOrder() {
        double waste = daly(young()) / (STEPS * STEP) - 1;
        double firstOrder = Math.sqrt(2 * CHECKPOINT / MTBF) + RESTART / MTBF;
        assertThat(waste).isCloseTo(firstOrder, within(0.003));
        double[] wall = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            wall[seed] = walkMillis(Math.round(young() / STEP), seed) / (STEPS * STEP) - 1;
        }
        double[] mean = meanAndError(wall);
        assertThat(mean[0]).isCloseTo(firstOrder, within(0.003 + 4 * mean[1]));
    }

    /** The same through a campaign of one long piece, under failures of software. */
    @Test
    void aCampaignTakesAsLong() {
        long interval = Math.round(young() / STEP);
        double[] wall = new double[100];
        for (int seed = 0; seed < wall.length; seed++) {
            Venue venue =
                    Trainings.venue(
                            1,
                            0,
                            Long.MAX_VALUE / 4,
                            StepSpeed.constant(STEP),
                            (long) (interval * STEP),
                            CHECKPOINT,
                            RESTART,
                            0);
            Campaign one = Trainings.campaign("c", venue, STEPS, 0);
            CampaignSource source = new CampaignSource(Trainings.NOTHING, List.of(one));
            Loop loop = new Loop(source, 1, true);
            UniformRandomProvider random = new RandomStreams(seed).stream("failures", 0);
            double at = RESTART;
            for (int i = 0; i < 500; i++) {
                at += life(random);
                loop.fails((long) at, Breakage.SOFTWARE, NodeSet.range(0, 0), 0);
            }
            CampaignOutcome outcome = source.outcomes(loop.run(Long.MAX_VALUE - 1)).get(0);
            assertThat(outcome.stepsDone()).isEqualTo(STEPS);
            assertThat(outcome.doneMillis()).isEqualTo((long) walkMillis(interval, seed) + RESTART);
            wall[seed] = outcome.doneMillis() - RESTART;
        }
        double[] mean = meanAndError(wall);
        assertThat(mean[0]).isCloseTo(daly(interval * STEP), within(4 * mean[1]));
    }
}
