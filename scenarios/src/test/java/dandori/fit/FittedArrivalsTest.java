package dandori.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import java.util.Collections;
import java.util.List;
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
}
