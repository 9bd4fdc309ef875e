package dandori.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How many jobs of a fitted model come, and when. */
class FittedArrivalsTest {

    private static final FittedModel HABITUAL = Fitting.of(Habitual.log(2_000), 0, true);

    /** A model whose week is even. */
    private static FittedModel model(
            double jobsPerDay, double sameSecond, HyperExponential gaps, double samePhase) {
        return new FittedModel(
                "even",
                0,
                1,
                jobsPerDay,
                sameSecond,
                gaps,
                samePhase,
                new WeekProfile(Collections.nCopies(168, 1.0)),
                HABITUAL.sizes(),
                HABITUAL.runTimes(),
                HABITUAL.limits(),
                HABITUAL.habits());
    }

    private static int count(FittedModel model, int seed, double days) {
        return new FittedJobs(model, new RandomStreams(seed)).ofDays(days).count();
    }

    /** Of 100 gaps 95 are short and last, so that time 0 lies in a long one as a rule. */
    @Test
    void theMeanCountOfShortStreamsIsWhatIsExpected() {
        HyperExponential gaps = new HyperExponential(List.of(0.95, 0.05), List.of(0.05, 19.05));
        FittedModel model = model(100, 0.3, gaps, 0.8);
        int seeds = 2_000;
        double sum = 0;
        double squares = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            double its = count(model, seed, 1);
            sum += its;
            squares += its * its;
        }
        double mean = sum / seeds;
        double error = Math.sqrt((squares / seeds - mean * mean) / seeds);
        assertThat(error).isLessThan(5);
        assertThat(mean).isCloseTo(100, within(3 * error));
    }

    private static double sameSecond(Workload jobs) {
        int same = 0;
        for (int job = 1; job < jobs.count(); job++) {
            same +=
                    jobs.jobs().submitMillis(job) - jobs.jobs().submitMillis(job - 1) < 1_000
                            ? 1
                            : 0;
        }
        return same / (jobs.count() - 1.0);
    }

    /** A job each two seconds, at whole seconds. */
    @Test
    void asManyJobsOfADenseLogShareASecondAsInTheLog() {
        SplittableRandom random = new SplittableRandom(4);
        WorkloadBuilder builder = new WorkloadBuilder("dense");
        double at = 0;
        for (int job = 0; job < 40_000; job++) {
            at -= Math.log(1 - random.nextDouble()) * 2_000;
            builder.add(job + 1, (long) at / 1_000 * 1_000, 1, 60_000, 30_000, -1, -1, -1, -1);
        }
        Workload log = builder.build();
        FittedModel model = Fitting.of(log, 0, false);
        Workload drawn = new FittedJobs(model, new RandomStreams(1)).ofDays(model.days());

        assertThat(sameSecond(log)).isCloseTo(0.213, within(0.01));
        assertThat(sameSecond(drawn)).isCloseTo(sameSecond(log), within(0.01));
        assertThat((double) drawn.count()).isCloseTo(40_000, within(1_000.0));
    }

    /** A mean of 4 s: 0.4, 0.8 and 9 s. The first two take a second each, the last becomes less. */
    @Test
    void theCountIsMetWhereGapsAreShorterThanASecond() {
        HyperExponential gaps =
                new HyperExponential(List.of(0.5, 0.1, 0.4), List.of(0.1, 0.2, 2.325));
        FittedModel model = model(21_600 / 0.8, 0.2, gaps, 0.5);
        Workload drawn = new FittedJobs(model, new RandomStreams(2)).ofDays(4);

        assertThat(sameSecond(drawn)).isCloseTo(0.2, within(0.01));
        assertThat((double) drawn.count()).isCloseTo(4 * 27_000, within(3_000.0));
    }

    /** Five jobs a second do not find a second each. */
    @Test
    void theCountIsMetWhereThereAreTooFewSeconds() {
        FittedModel model =
                model(5 * 86_400, 0, new HyperExponential(List.of(1.0), List.of(1.0)), 0);

        assertThat((double) count(model, 1, 0.1)).isCloseTo(43_200, within(3 * 208.0));
    }
}
