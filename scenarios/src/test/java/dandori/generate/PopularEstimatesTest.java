package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.job.Workload;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Time limits after Tsafrir, Etsion and Feitelson, by what their paper says of logs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopularEstimatesTest {

    private static final long HOUR = 3_600_000;

    private final Workload jobs = Drawing.of(new DailyCycle(), "{}", 512, 1_000, 30).jobs();
    private final Workload estimated = of(new PopularEstimates(36 * HOUR, -1, 0));

    private Workload of(PopularEstimates estimates) {
        return estimates.of(jobs, new RandomStreams(5), 0);
    }

    private static Map<Long, Integer> counts(Workload workload) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (int job = 0; job < workload.count(); job++) {
            counts.merge(workload.jobs().walltimeMillis(job), 1, Integer::sum);
        }
        return counts;
    }

    private static double percent(Workload workload, long limit) {
        return 100.0 * counts(workload).getOrDefault(limit, 0) / workload.count();
    }

    @Test
    void nobodyAsksForLessThanHeRuns() {
        for (int job = 0; job < jobs.count(); job++) {
            assertThat(estimated.jobs().walltimeMillis(job))
                    .isBetween(jobs.runMillis(job), 36 * HOUR);
        }
    }

    /**
     * 14.0491 e^(-0.177531 x) + 0.462513 % of the jobs at rank x from 2 to 20, 89 % with the first.
     */
    @Test
    void twentyTimesHaveNineJobsOfTen() {
        int[] sizes =
                counts(estimated).values().stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .mapToInt(Integer::intValue)
                        .toArray();
        double sum = 0;
        for (int rank = 2; rank <= 20; rank++) {
            double expected = 14.0491 * Math.exp(-0.177531 * rank) + 0.462513;
            sum += expected;
            assertThat(100.0 * sizes[rank - 1] / jobs.count()).isCloseTo(expected, within(0.05));
        }
        assertThat(100.0 * Arrays.stream(sizes, 0, 20).sum() / jobs.count())
                .isCloseTo(89, within(0.05));
        assertThat(percent(estimated, 36 * HOUR)).isCloseTo(89 - sum, within(0.01));
        assertThat(sizes.length).isBetween(160, 190); // 90 at 10,000 jobs, 340 at 70,000
    }

    @Test
    void roundTimesArePopular() {
        Map<Long, Integer> counts = counts(estimated);
        for (int minutes : new int[] {5, 10, 15, 30, 60, 120, 240, 360, 720, 1_080}) {
            assertThat(counts.get(minutes * 60_000L))
                    .as("%d min", minutes)
                    .isGreaterThan(jobs.count() / 200);
        }
    }

    @Test
    void theShareOfTheLongestCanBeGiven() {
        Workload half = of(new PopularEstimates(36 * HOUR, 0.5, 0));

        assertThat(percent(half, 36 * HOUR)).isCloseTo(50, within(0.01));
        Map<String, Figure> figures = new LinkedHashMap<>();
        new PopularEstimates(36 * HOUR, 0.5, 0)
                .figures(half)
                .forEach(figure -> figures.put(figure.name(), figure));
        Figure popular = figures.get("jobs with the 20 commonest time limits in %");
        assertThat(popular.asked()).isEqualTo(89);
        // The last of the twenty have little left, and some of the rest more.
        assertThat(popular.achieved()).isBetween(88.95, 89.5);
    }

    /** Which times are how popular stays; who asks for them changes. */
    @Test
    void usersMayRepeatThemselves() {
        Workload repeated = of(new PopularEstimates(36 * HOUR, -1, 0.8));

        assertThat(counts(repeated)).isEqualTo(counts(estimated));
        assertThat(likePrevious(repeated)).isGreaterThan(2 * likePrevious(estimated));
    }

    /** How many jobs ask for what the next longer one of their user asks for. */
    private int likePrevious(Workload workload) {
        int[] order =
                IntStream.range(0, jobs.count())
                        .boxed()
                        .sorted((a, b) -> Long.compare(jobs.runMillis(b), jobs.runMillis(a)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        Map<Integer, Long> latest = new TreeMap<>();
        int like = 0;
        for (int job : order) {
            long limit = workload.jobs().walltimeMillis(job);
            Long before = latest.put(workload.jobs().user(job), limit);
            like += before != null && before == limit ? 1 : 0;
        }
        return like;
    }

    @Test
    void equalSeedsGiveEqualLimitsAndOthersOthers() {
        PopularEstimates estimates = new PopularEstimates(36 * HOUR, -1, 0);
        assertThat(counts(of(estimates))).isEqualTo(counts(estimated));
        assertThat(counts(estimates.of(jobs, new RandomStreams(6), 0)))
                .isNotEqualTo(counts(estimated));
    }

    @Test
    void jobsBeyondTheLongestLimitGetThat() {
        Workload cut = of(new PopularEstimates(HOUR, -1, 0));
        for (int job = 0; job < jobs.count(); job++) {
            if (jobs.runMillis(job) > HOUR) {
                assertThat(cut.jobs().walltimeMillis(job)).isEqualTo(HOUR);
            } else {
                assertThat(cut.jobs().walltimeMillis(job)).isBetween(jobs.runMillis(job), HOUR);
            }
        }
    }

    @Test
    void smallWorkloadsAreServed() {
        for (int days = 1; days < 5; days++) {
            Workload few = Drawing.of(new DailyCycle(), "{}", 64, 7, days).jobs();
            Workload limited = PopularEstimates.PUBLISHED.of(few, new RandomStreams(1), 0);
            for (int job = 0; job < few.count(); job++) {
                assertThat(limited.jobs().walltimeMillis(job))
                        .isGreaterThanOrEqualTo(few.runMillis(job));
            }
        }
    }
}
