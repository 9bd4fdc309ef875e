package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model of Lublin and Feitelson draws, against its formulas, at fixed seeds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LublinTest {

    private static final Lublin MODEL = new Lublin();
    private static final double LEAST_P = 0.01;

    /** The squared coefficient of variation of gaps, by numerical integration; 1 of Poisson's. */
    private static final double BATCH_GAPS = 33.4;

    private static final double INTERACTIVE_GAPS = 97.7;

    private final Drawing batch = Drawing.of(MODEL, "{}", 128, 1_000, 100);

    @Test
    void theFirstJobsAreTheSameOnEveryJava() {
        assertThat(Drawing.of(MODEL, "{interactive: {share: 0.85}}", 128, 100, 20).fingerprint())
                .isEqualTo("2456 jobs, da567c1eeedd1f3c");
    }

    /** A share of each size, by hand from the two uniform parts: 1.2 to 5 and 5 to 7. */
    @Test
    void sizesAreThoseOfTheModel() {
        double[] shares = new double[8]; // of 1, 2, 4 … 128
        shares[0] = 0.2927;
        double lower = 0.875 / 3.8;
        double upper = 0.125 / 2;
        double[] parallel = {
            0, 0.3 * lower, lower, lower, lower, 0.5 * lower + 0.5 * upper, upper, 0.5 * upper
        };
        for (int k = 1; k < 8; k++) {
            shares[k] = 0.6686 * parallel[k];
        }
        long[] counts = new long[9]; // the last: all others
        double[] expected = Arrays.copyOf(shares, 9);
        for (int job = 0; job < batch.jobs().count(); job++) {
            int nodes = batch.jobs().jobs().nodes(job);
            counts[Integer.bitCount(nodes) == 1 ? Integer.numberOfTrailingZeros(nodes) : 8]++;
        }
        // Of the jobs of any size some come to a power of two.
        LublinSizes sizes = LublinRules.of("batch", Drawing.options(MODEL, "{}"), 128).sizes();
        for (int k = 0; k < 8; k++) {
            int power = 1 << k;
            double exact = sizes.mean(nodes -> nodes == power ? 1 : 0);
            assertThat(exact).isBetween(shares[k], shares[k] + 0.0387);
            expected[k] = exact;
        }
        expected[8] = 1 - Arrays.stream(expected, 0, 8).sum();

        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(LEAST_P);
    }

    /** The logarithm of run times of one size is of two gamma distributions, cut at 12. */
    @Test
    void runTimesAreThoseOfTheModel() {
        GammaDistribution shorter = new GammaDistribution(null, 6.57, 0.823);
        GammaDistribution longer = new GammaDistribution(null, 639.1, 0.0156);
        double[] bounds = {0, 2, 3, 4, 5, 6, 7, 8, 9, 9.5, 10, 10.5, 11, 12};
        for (int nodes : new int[] {1, 8, 32}) {
            double share = 0.6986 - 0.003 * nodes;
            double[] upTo = new double[bounds.length];
            for (int i = 0; i < upTo.length; i++) {
                upTo[i] =
                        share * shorter.cumulativeProbability(bounds[i])
                                + (1 - share) * longer.cumulativeProbability(bounds[i]);
            }
            double[] expected = new double[bounds.length - 1];
            long[] counts = new long[expected.length];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = (upTo[i + 1] - upTo[i]) / upTo[upTo.length - 1];
            }
            for (int job = 0; job < batch.jobs().count(); job++) {
                if (batch.jobs().jobs().nodes(job) == nodes) {
                    // rounded down to whole seconds, of which the middle is taken
                    double log = Math.log(batch.jobs().runMillis(job) / 1e3 + 0.5);
                    int place = Arrays.binarySearch(bounds, log);
                    counts[Math.min(counts.length - 1, place < 0 ? -place - 2 : place)]++;
                }
            }
            assertThat(new ChiSquareTest().chiSquareTest(expected, counts))
                    .as("%d nodes", nodes)
                    .isGreaterThan(LEAST_P);
        }
    }

    /** The share of each half hour is that of a gamma distribution, turned by five hours. */
    @Test
    void arrivalsFollowTheDay() {
        GammaDistribution day = new GammaDistribution(null, 6.1271, 5.274);
        double all = day.cumulativeProbability(58.5) - day.cumulativeProbability(10.5);
        double[] counts = new double[48];
        Drawing many = Drawing.of(MODEL, "{}", 128, 10_000, 100);
        int jobs = many.jobs().count();
        for (int job = 0; job < jobs; job++) {
            long inDay = many.jobs().jobs().submitMillis(job) % Drawing.DAY_MILLIS;
            counts[(int) (inDay / 1_800_000)] += 1.0 / jobs;
        }
        for (int i = 11; i < 59; i++) {
            double expected =
                    (day.cumulativeProbability(i + 0.5) - day.cumulativeProbability(i - 0.5)) / all;
            double error = Math.sqrt(BATCH_GAPS * expected / jobs);
            assertThat(counts[(i - 1) % 48])
                    .as("slot %d", i)
                    .isCloseTo(expected, within(3 * error));
        }
    }

    @Test
    void figuresAreMetWithinChance() {
        Demand demand = Drawing.demand(128, Demand.Measure.LOAD, 0.8, 2_000, 3);
        Drawing drawn = Drawing.of(MODEL, "{interactive: {share: 0.3}}", demand);

        double error = drawn.relativeErrorOfArea();
        assertThat(error).isLessThan(0.02);
        Figure load = drawn.figures().get("load");
        assertThat(load.asked()).isCloseTo(0.8, within(1e-12));
        double ofCount = Math.sqrt(INTERACTIVE_GAPS / drawn.jobs().count());
        assertThat(load.achieved()).isCloseTo(0.8, within(0.8 * 3 * (error + ofCount)));
        for (String name :
                new String[] {
                    "mean nodes", "mean node hours", "mean run time in s", "jobs of one node in %"
                }) {
            Figure figure = drawn.figures().get(name);
            assertThat(figure.achieved())
                    .as(name)
                    .isCloseTo(figure.asked(), within(3 * error * figure.asked()));
        }
        assertThat(drawn.figures().get("interactive jobs in %").achieved())
                .isCloseTo(30, within(2.0));
    }

    /**
     * As many jobs as are asked for, on average over 2,000 seeds: 100 a day, whatever its length.
     */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{interactive: {share: 1}}"})
    void theMeanCountIsWhatIsAskedFor(String options) {
        int seeds = 2_000;
        double sum = 0;
        double squares = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Demand demand = Drawing.demand(128, Demand.Measure.JOBS_PER_DAY, 100, 1, seed);
            int count = Drawing.of(MODEL, options, demand).jobs().count();
            sum += count;
            squares += (double) count * count;
        }
        double mean = sum / seeds;
        double error = Math.sqrt((squares / seeds - mean * mean) / seeds);
        assertThat(error).isLessThan(3);
        assertThat(mean).isCloseTo(100, within(3 * error));
    }

    /** Times drawn by length: the logarithm is of a gamma distribution, cut at 13. */
    @Test
    void longGapsAreMetMoreOften() {
        ExpGamma gap = LublinRules.of("batch", Drawing.options(MODEL, "{}"), 128).gap();
        GammaDistribution longer =
                new GammaDistribution(null, 6.0415 * 1.0519, 0.8531 / (1 - 0.8531));
        for (double u : new double[] {0.001, 0.1, 0.5, 0.9, 0.999}) {
            double upTo = longer.cumulativeProbability(Math.log(gap.byLength(u)));
            assertThat(upTo / longer.cumulativeProbability(13)).isCloseTo(u, within(1e-9));
        }
        assertThat(new ExpGamma(6.3, 0.99, 13).byLength(0.5)).isBetween(1.0, Math.exp(13));
    }

    /** Sizes follow the machine: the largest logarithm is the machine's, the knee 2 below. */
    @Test
    void largestSizesFollowTheMachine() {
        for (int nodes : new int[] {1, 2, 7, 100, 4_096, 158_976}) {
            Drawing drawn = Drawing.of(MODEL, "{interactive: {share: 0.5}}", nodes, 2_000, 20);
            int largest =
                    IntStream.range(0, drawn.jobs().count())
                            .map(job -> drawn.jobs().jobs().nodes(job))
                            .max()
                            .orElseThrow();
            assertThat(largest).isBetween(nodes / 2, nodes);
        }
    }

    /** The step from the last sizes to the next ones would be no int. */
    @Test
    void theLargestMachineHasAMeanSizeToo() {
        LublinSizes sizes =
                LublinRules.of("batch", Drawing.options(MODEL, "{}"), Integer.MAX_VALUE).sizes();

        assertThat(sizes.mean(nodes -> 1)).isCloseTo(1, within(1e-9));
        assertThat(sizes.mean(nodes -> nodes)).isBetween(1e6, 1e9);
    }

    @Test
    void aRunBeginsAtTheHourOfItsStart() {
        ZonedDateTime noon = ZonedDateTime.of(2026, 4, 1, 12, 10, 0, 0, ZoneOffset.ofHours(9));
        Demand demand =
                new Demand(
                        "us",
                        0,
                        128,
                        noon,
                        3_600_000,
                        Demand.Measure.JOBS_PER_DAY,
                        20_000_000,
                        new RandomStreams(1));
        Drawing drawn = Drawing.of(MODEL, "{}", demand);

        double expected = 20_000_000 / 24.0;
        assertThat((double) drawn.jobs().count())
                .isCloseTo(expected, within(3 * Math.sqrt(BATCH_GAPS * expected)));
        assertThat(drawn.jobs().jobs().submitMillis(0)).isLessThan(60_000);
        assertThat(drawn.jobs().jobs().submitMillis(drawn.jobs().count() - 1))
                .isBetween(3_500_000L, 3_599_999L);
    }

    @Test
    void whatCannotBeDrawnIsTold() {
        assertThat(MODEL.conflicts(Drawing.options(MODEL, "{}"), 128)).isEmpty();
        assertThat(
                        MODEL.conflicts(
                                Drawing.options(
                                        MODEL, "{runTime: {longest: 1min}, batch: {serial: 0.5}}"),
                                128))
                .containsOnly(
                        entry("batch.powersOfTwo", "must be at most 1 - 'batch.serial', 0.5."),
                        entry("runTime.longest", "is shorter than nearly all batch jobs."));
    }

    @Test
    void moreLoadIsMoreUsersWhereAUserHasSoManyJobs() {
        String options = "{jobsPerUser: 10}";
        assertThat(MODEL.users(Drawing.options(MODEL, options), "us")).isEmpty();
        assertThat(Drawing.of(MODEL, options, 128, 200, 100).jobs().users()).hasSize(20);
        assertThat(Drawing.of(MODEL, options, 128, 400, 100).jobs().users()).hasSize(40);
        assertThat(batch.jobs().users()).hasSize(30);
    }
}
