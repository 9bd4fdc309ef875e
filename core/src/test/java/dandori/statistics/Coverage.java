package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.engine.RandomStreams;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How many of many intervals hold a mean that is known, against what they promise. */
abstract class Coverage {

    private static final int RUNS = 10;

    /** How many studies there are. */
    abstract int studies();

    /** Fails unless the number of studies is what 95 % intervals let expect. */
    abstract void assertCovers(long held);

    /** For how many studies it is true. */
    private long count(LongPredicate ofStudy) {
        return LongStream.range(0, studies()).parallel().filter(ofStudy).count();
    }

    /** A series that begins 13 standard deviations off. */
    private static double[] farOff(long seed) {
        return RandomSeries.autoregressive(0.9, 30, 1_000, seed);
    }

    private long thousandth(double part) {
        return Math.round(part * studies() / 1_000);
    }

    private static double[] ofRuns(long study, LongFunction<Double> figure) {
        return LongStream.range(study * RUNS, (study + 1) * RUNS)
                .mapToDouble(figure::apply)
                .toArray();
    }

    /** The means of a study's runs from a place on. */
    private static double[] means(long study, int from, LongFunction<double[]> run) {
        return ofRuns(study, seed -> RandomSeries.mean(run.apply(seed), from));
    }

    /** The series of a study's runs, averaged place by place. */
    private static double[] average(long study, LongFunction<double[]> run) {
        double[] sum = run.apply(study * RUNS);
        for (long seed = study * RUNS + 1; seed < (study + 1) * RUNS; seed++) {
            double[] its = run.apply(seed);
            Arrays.setAll(sum, i -> sum[i] + its[i]);
        }
        Arrays.setAll(sum, i -> sum[i] / RUNS);
        return sum;
    }

    @Test
    void tenRunsOfASeriesThatRemembers() {
        assertCovers(
                count(study -> {
                    double[] means =
                            means(study, 0, seed -> RandomSeries.stationary(0.8, 500, seed));
                    return StudentInterval.of(means).holds(0);
                }));
    }

    @Test
    void tenRunsOfAQueueWithOneServer() {
        double truth = RandomSeries.erlangWait(1, 0.6);
        assertCovers(
                count(study -> {
                    double[] means =
                            means(study, 100, seed -> RandomSeries.waits(1, 0.6, 3_000, seed));
                    return StudentInterval.of(means).holds(truth);
                }));
    }

    @Test
    void tenRunsOfAQueueWithFourServers() {
        double truth = RandomSeries.erlangWait(4, 0.7);
        assertCovers(
                count(study -> {
                    double[] means =
                            means(study, 100, seed -> RandomSeries.waits(4, 0.7, 3_000, seed));
                    return StudentInterval.of(means).holds(truth);
                }));
    }

    @Test
    void batchesOfALongSeriesThatRemembers() {
        assertCovers(
                count(study ->
                        BatchMeans.of(RandomSeries.stationary(0.8, 10_000, study))
                                .interval()
                                .holds(0)));
    }

    @Test
    void batchesOfALongQueue() {
        double truth = RandomSeries.erlangWait(4, 0.7);
        assertCovers(
                count(study ->
                        BatchMeans.of(RandomSeries.waits(4, 0.7, 40_000, study))
                                .interval()
                                .holds(truth)));
    }

    @Test
    void ofSeriesThatAreTooShortAFifthAtMostPassesForLongEnough() {
        long taken =
                count(study ->
                        BatchMeans.of(RandomSeries.stationary(0.99, 500, study)).isIndependent());
        assertThat(taken).isLessThan(thousandth(200));
    }

    @Test
    void tenRunsThatBeginFarOffOnceTheirWarmUpIsCutOff() {
        long whole = count(study -> StudentInterval.of(means(study, 0, Coverage::farOff)).holds(0));
        told("with their warm-up", whole);
        assertThat(whole).isLessThan(thousandth(500));
        LongFunction<WarmUp> found = study -> WarmUp.of(average(study, Coverage::farOff));
        long accepted = count(study -> found.apply(study).isLongEnough());
        told("long enough", accepted);
        assertThat(accepted).isGreaterThan(thousandth(900));
        long held =
                count(study -> {
                    WarmUp its = found.apply(study);
                    return its.isLongEnough()
                            && StudentInterval.of(
                                            means(study, its.observations(), Coverage::farOff))
                                    .holds(0);
                });
        assertCovers(held * studies() / accepted);
    }

    @Test
    void tenRunsOfAQueueThatBeginsEmptyOnceTheirWarmUpIsCutOff() {
        double truth = RandomSeries.erlangWait(1, 0.7);
        LongFunction<double[]> run = seed -> RandomSeries.waits(1, 0.7, 6_000, seed);
        assertCovers(
                count(study -> {
                    int cut = WarmUp.of(average(study, run)).observations();
                    return StudentInterval.of(means(study, cut, run)).holds(truth);
                }));
    }

    @Test
    void pairsOfQueuesWithTheSameCustomers() {
        double truth = RandomSeries.erlangWait(1, 0.6) - RandomSeries.erlangWait(2, 0.6);
        assertCovers(
                count(study -> {
                    double[] one =
                            means(study, 100, seed -> RandomSeries.waits(1, 0.6, 3_000, seed));
                    double[] two =
                            means(study, 100, seed -> RandomSeries.waits(2, 0.6, 3_000, seed));
                    return PairedDifference.of(one, two).interval().holds(truth);
                }));
    }

    @Test
    void manyPairsOfPoliciesThatDoNotDifferAreSeldomTakenForDifferent() {
        long wrong =
                count(study -> {
                    double[] pValues = new double[6];
                    double[] base = ofRuns(study, seed -> normal(0, seed));
                    for (int i = 0; i < pValues.length; i++) {
                        int policy = i + 1;
                        double[] its = ofRuns(study, seed -> normal(policy, seed));
                        pValues[i] = PairedDifference.of(its, base).pValue();
                    }
                    return Arrays.stream(Holm.adjusted(pValues)).anyMatch(p -> p < 0.05);
                });
        assertThat(wrong).isBetween(thousandth(5), thousandth(70));
    }

    private static double normal(int policy, long seed) {
        return RandomSeries.normal(new RandomStreams(seed).stream("policy", policy));
    }

    @Test
    void runsUntilTheIntervalIsNarrowHoldTheTruthALittleLessOften() {
        assertThat(untilNarrow(seed -> 3 + RandomSeries.stationary(0, 1, seed)[0], 3))
                .isBetween(thousandth(920), thousandth(975));
        assertThat(untilNarrow(seed -> RandomSeries.exponentials(1, seed)[0], 1))
                .isBetween(thousandth(890), thousandth(970));
    }

    private long untilNarrow(LongFunction<Double> run, double truth) {
        Stopping rule = new Stopping(0.1, 10, 1_000);
        long held =
                count(study -> {
                    double[] figures = new double[0];
                    while (!rule.isEnough(figures)) {
                        figures = Arrays.copyOf(figures, figures.length + 1);
                        figures[figures.length - 1] = run.apply(study * 1_000 + figures.length);
                    }
                    return StudentInterval.of(figures).holds(truth);
                });
        told("until narrow", held);
        return held;
    }

    @Test
    void ofSkewedValuesTheBootstrapBeatsStudentOnceThereAreTwenty() {
        double truth = StrictMath.exp(0.5);
        long bootstrap = 0;
        for (int count : new int[] {10, Bootstrap.FEWEST, 50}) {
            bootstrap =
                    count(study -> {
                        Bootstrap its =
                                Bootstrap.ofMean(
                                        RandomSeries.lognormals(count, study),
                                        new Resamples(new RandomStreams(study)));
                        return its.low() <= truth && truth <= its.high();
                    });
            long student =
                    count(study ->
                            StudentInterval.of(RandomSeries.lognormals(count, study)).holds(truth));
            told("bootstrap of " + count, bootstrap);
            told("Student of " + count, student);
            assertThat(bootstrap >= student).isEqualTo(count >= Bootstrap.FEWEST);
        }
        assertThat(bootstrap).isGreaterThan(thousandth(880));
    }

    @Test
    void quantilesAreHeldAtLeastAsOftenAsPromised() {
        assertThat(quantiles(200, 0.95)).isGreaterThan(thousandth(940));
        assertThat(quantiles(31, 0.5)).isGreaterThan(thousandth(940));
    }

    private long quantiles(int count, double p) {
        double truth = -StrictMath.log(1 - p);
        return count(study -> {
            QuantileInterval its = QuantileInterval.of(RandomSeries.exponentials(count, study), p);
            return its.low() <= truth && truth <= its.high();
        });
    }

    /** Says a number that pages quote. */
    void told(String what, long held) {}
}
