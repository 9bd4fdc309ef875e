package dandori.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is fitted to a log whose rules are known, and what is drawn from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FittingTest {

    private Workload log;
    private FittedModel model;

    @BeforeAll
    void fit() {
        log = Habitual.log(20_000);
        model = Fitting.of(log, 0, true);
    }

    private Workload drawn(FittedModel from, int seed) {
        return new FittedJobs(from, new RandomStreams(seed)).ofDays(from.days());
    }

    private static String text(Workload workload) {
        StringBuilder text = new StringBuilder();
        for (int job = 0; job < workload.count(); job++) {
            text.append(workload.jobs().submitMillis(job))
                    .append(' ')
                    .append(workload.jobs().nodes(job))
                    .append(' ')
                    .append(workload.runMillis(job))
                    .append(' ')
                    .append(workload.jobs().walltimeMillis(job))
                    .append(' ')
                    .append(workload.users().get(workload.jobs().user(job)))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void popularSizesAndLimitsAreFound() {
        assertThat(model.sizes().values()).containsExactly(1.0, 2.0, 4.0, 16.0);
        assertThat(model.sizes().shares().get(0)).isCloseTo(0.5, within(0.02));
        assertThat(model.sizes().quantiles()).isEmpty();
        assertThat(model.limits().get(0).limitSeconds().values()).containsExactly(3_600.0);
        assertThat(model.limits().get(model.limits().size() - 1).limitSeconds().values())
                .containsExactly(86_400.0);
    }

    /** At night a tenth as many come as by day, and by night a week begins. */
    @Test
    void theHoursOfTheWeekAreFound() {
        double night = 0;
        double day = 0;
        for (int hour = 0; hour < 168; hour++) {
            double weight = model.week().weights().get(hour);
            night += hour % 24 < 8 ? weight / 56 : 0;
            day += hour % 24 >= 8 ? weight / 112 : 0;
        }
        assertThat(night / day).isCloseTo(0.1, within(0.02));
    }

    @Test
    void drawnJobsFit() {
        GoodnessOfFit fit = GoodnessOfFit.of(log, drawn(model, 1), true);

        assertThat(fit.marginals())
                .extracting(Marginal::name)
                .containsExactly("size", "run time", "time limit", "gap");
        assertThat(fit.marginals())
                .allSatisfy(one -> {
                    assertThat(one.distance()).isLessThan(0.05);
                    assertThat(one.meanOff()).isBetween(-0.1, 0.1);
                });
        assertThat(fit.dependences())
                .allSatisfy(one -> assertThat(one.log()).isCloseTo(one.drawn(), within(0.1)));
    }

    @Test
    void oneSeedGivesTheSameJobsAndNobodyRunsBeyondHisLimit() {
        Workload one = drawn(model, 3);

        assertThat(text(drawn(model, 3))).isEqualTo(text(one)).isNotEqualTo(text(drawn(model, 4)));
        for (int job = 0; job < one.count(); job++) {
            assertThat(one.runMillis(job)).isLessThanOrEqualTo(one.jobs().walltimeMillis(job));
            assertThat(one.jobs().id(job)).isEqualTo(job + 1L);
        }
    }

    @Test
    void aModelIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("m.json"), ModelFile.text(model));

        assertThat(ModelFile.read(file)).isEqualTo(model);
        assertThat(text(drawn(ModelFile.read(file), 1))).isEqualTo(text(drawn(model, 1)));
    }

    /** Gaps of two kinds, which come in runs of ten: the next is of the same with 9 of 10. */
    @Test
    void burstsAreFound() {
        SplittableRandom random = new SplittableRandom(5);
        double[] gaps = new double[40_000];
        boolean isShort = true;
        for (int i = 0; i < gaps.length; i++) {
            isShort = random.nextDouble() < 0.8 ? isShort : random.nextBoolean();
            gaps[i] = -Math.log(1 - random.nextDouble()) * (isShort ? 1 : 100);
        }
        HyperExponential phases = HyperExponential.of(gaps, 2);
        double ratio = phases.means().get(1) / phases.means().get(0);

        assertThat(phases.weights().get(0)).isCloseTo(0.5, within(0.03));
        assertThat(ratio).isCloseTo(100, within(8.0));
        assertThat(Bursts.samePhase(gaps, phases)).isCloseTo(0.8, within(0.04));
    }

    @Test
    void humpsOfRunTimesAreFound() {
        SplittableRandom random = new SplittableRandom(6);
        double[] runs = new double[20_000];
        for (int i = 0; i < runs.length; i++) {
            boolean isLong = i % 4 == 0;
            runs[i] = Math.exp(random.nextGaussian(isLong ? 9 : 3, isLong ? 0.5 : 1));
        }
        LogNormals found = LogNormals.of(runs, 2);

        assertThat(found.weights().get(0)).isCloseTo(0.75, within(0.02));
        assertThat(found.logMeans().get(0)).isCloseTo(3, within(0.1));
        assertThat(found.logMeans().get(1)).isCloseTo(9, within(0.1));
        assertThat(found.logDeviations().get(1)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void fewJobsAreTooFew() {
        assertThatThrownBy(() -> Fitting.of(Habitual.log(5), 0, true))
                .hasMessageContaining("too few");
    }

    /** Ten values each, of which seven are below 8 in one and none in the other. */
    @Test
    void theDistanceIsThatOfKolmogorovAndSmirnov() {
        WorkloadBuilder low = new WorkloadBuilder("low");
        WorkloadBuilder high = new WorkloadBuilder("high");
        for (int job = 0; job < 10; job++) {
            low.add(job, job * 1_000L, job < 7 ? 1 : 8, 1_000, 1_000, -1, -1, -1, -1);
            high.add(job, job * 1_000L, 8, 1_000, 1_000, -1, -1, -1, -1);
        }
        GoodnessOfFit fit = GoodnessOfFit.of(low.build(), high.build(), false);
        Marginal size = fit.marginals().get(0);

        assertThat(size.distance()).isCloseTo(0.7, within(1e-12));
        assertThat(size.fit()).isEqualTo(Fit.BADLY);
        assertThat(size.mean()).isCloseTo(3.1, within(1e-12));
        assertThat(fit.dependences().get(0).log()).isNaN();
        assertThat(GoodnessText.of(fit)).contains("Fits badly: size (D 0.700, mean +158 %).");
    }
}
