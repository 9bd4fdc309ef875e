package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.scenario.key.OptionValues;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.TreeReader;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is drawn: the moments that were asked for, the same on every Java. */
class DailyCycleTest {

    private static final long WEEK_MILLIS = 7L * 86_400_000;
    private static final DailyCycle MODEL = new DailyCycle();
    private static final ZonedDateTime MONDAY =
            ZonedDateTime.of(2026, 1, 5, 0, 0, 0, 0, ZoneOffset.UTC);

    private static Options options(String yaml) {
        Issues issues = new Issues();
        Mapping mapping = (Mapping) TreeReader.read(yaml, "", 0, issues);
        Options options = OptionValues.read("model", MODEL.options(), mapping, List.of(), issues);
        assertThat(issues.list()).isEmpty();
        return options;
    }

    private static Demand demand(double load, int nodes, long weeks, long seed) {
        return new Demand(
                "us",
                0,
                nodes,
                MONDAY,
                weeks * WEEK_MILLIS,
                Demand.Measure.LOAD,
                load,
                new RandomStreams(seed));
    }

    private static Workload jobs(Options options, Demand demand) {
        WorkloadBuilder builder = new WorkloadBuilder("test");
        MODEL.generate(options, demand, builder);
        return builder.build();
    }

    @Test
    void theFirstJobsAreTheSameOnEveryJava() {
        Workload jobs = jobs(options("{users: 5}"), demand(0.7, 64, 4, 1));

        List<String> first = new ArrayList<>();
        for (int job = 0; job < 4; job++) {
            first.add(
                    "%d %ds %dn %ds of %ds %s"
                            .formatted(
                                    jobs.jobs().id(job),
                                    jobs.jobs().submitMillis(job) / 1_000,
                                    jobs.jobs().nodes(job),
                                    jobs.runMillis(job) / 1_000,
                                    jobs.jobs().walltimeMillis(job) / 1_000,
                                    jobs.users().get(jobs.jobs().user(job))));
        }
        long hash = jobs.count();
        for (int job = 0; job < jobs.count(); job++) {
            hash = 31 * hash + jobs.jobs().submitMillis(job);
            hash = 31 * hash + jobs.jobs().nodes(job);
            hash = 31 * hash + jobs.jobs().walltimeMillis(job);
            hash = 31 * hash + jobs.runMillis(job);
            hash = 31 * hash + jobs.jobs().user(job);
        }

        assertThat(first)
                .containsExactly(
                        "1 2854s 2n 2014s of 2700s us-u4",
                        "2 5241s 8n 706s of 3600s us-u2",
                        "3 8969s 1n 10327s of 14400s us-u1",
                        "4 9121s 15n 1080s of 1800s us-u2");
        assertThat(jobs.count() + " jobs, " + Long.toHexString(hash))
                .isEqualTo("1423 jobs, 2abde5daff17ef1");
    }

    @Test
    void momentsAreThoseAskedFor() {
        Options options = options("{nodes: {min: 2, max: 64}, runTime: {median: 20min, p95: 4h}}");
        WorkloadBuilder builder = new WorkloadBuilder("test");
        Map<String, Figure> figures = new TreeMap<>();
        MODEL.generate(options, demand(0.8, 1024, 26, 7), builder)
                .forEach(f -> figures.put(f.name(), f));

        assertThat(builder.count()).isGreaterThan(100_000);
        assertThat(figures.get("load").asked()).isCloseTo(0.8, within(1e-9));
        assertThat(figures.values())
                .allSatisfy(figure ->
                        assertThat(figure.achieved())
                                .isCloseTo(figure.asked(), within(0.02 * figure.asked())));
        assertThat(figures.get("median run time in s").asked()).isEqualTo(1_200);
        assertThat(figures.get("p95 run time in s").asked()).isEqualTo(4 * 3_600);
    }

    @Test
    void meansAreThoseOfTheRulesThatDraw() {
        // Exact by hand: sizes 1, 2, 4 with log2 = 2u rounded: a quarter, a half, a quarter.
        assertThat(new Sizes(1, 4, 1, 1).mean()).isCloseTo(2.25, within(1e-3));
        // A log-normal with p95 = median · e^(1.6449 s) has mean median · e^(s²/2).
        double sigma = StrictMath.log(8) / 1.6448536;
        assertThat(new RunTimes(600_000, 4_800_000, 1L << 50).mean())
                .isCloseTo(600_000 * StrictMath.exp(sigma * sigma / 2), within(3_000.0));
    }

    @Test
    void jobsPerDayIsTheMeanOverTheRunWhateverTheCycle() {
        for (String cycle :
                List.of("{cycle: {night: 1, weekend: 1}}", "{cycle: {night: 0.1, weekend: 0.1}}")) {
            Demand demand =
                    new Demand(
                            "us",
                            0,
                            64,
                            MONDAY.plusHours(77),
                            10 * 86_400_000L,
                            Demand.Measure.JOBS_PER_DAY,
                            2_000,
                            new RandomStreams(3));

            assertThat(jobs(options(cycle), demand).count()).isCloseTo(20_000, within(450));
        }
    }

    @Test
    void nightsAndWeekendsAreQuiet() {
        Workload jobs =
                jobs(options("{cycle: {night: 0.25, weekend: 0.5}}"), demand(0.9, 4096, 8, 2));
        double[] perHour = new double[168];
        for (int job = 0; job < jobs.count(); job++) {
            perHour[(int) (jobs.jobs().submitMillis(job) / 3_600_000 % 168)]++;
        }
        double work = mean(perHour, 9, 18);

        assertThat(mean(perHour, 0, 7) / work).isCloseTo(0.25, within(0.03));
        assertThat(mean(perHour, 5 * 24 + 9, 5 * 24 + 18) / work).isCloseTo(0.5, within(0.05));
    }

    private static double mean(double[] perHour, int from, int to) {
        double sum = 0;
        for (int hour = from; hour < to; hour++) {
            sum += perHour[hour];
        }
        return sum / (to - from);
    }

    @Test
    void theMeanOfTheCycleIsThatOfItsHours() {
        WeekCycle cycle = WeekCycle.from(MONDAY.plusMinutes(4_567), 0.2, 0.6);
        for (long length :
                new long[] {1, 1_000, 3_599_999, 86_400_000, 2 * WEEK_MILLIS + 12_345_678}) {
            double sum = 0;
            int points = 100_000;
            for (int i = 0; i < points; i++) {
                sum += cycle.weight((i + 0.5) / points * length);
            }
            assertThat(cycle.mean(length)).isCloseTo(sum / points, within(1e-3));
        }
    }

    @Test
    void sizesDoNotDependOnHowArrivalsWereDrawn() {
        Workload calm = jobs(options("{cycle: {night: 1, weekend: 1}}"), demand(0.5, 64, 2, 5));
        Workload busy =
                jobs(
                        options("{cycle: {night: 0.1, weekend: 0.3}, users: 3}"),
                        demand(0.9, 64, 4, 5));

        for (int job = 0; job < calm.count(); job++) {
            assertThat(busy.jobs().nodes(job)).isEqualTo(calm.jobs().nodes(job));
            assertThat(busy.runMillis(job)).isEqualTo(calm.runMillis(job));
        }
    }

    @Test
    void jobsStayWithinTheirBounds() {
        Options options =
                options(
                        "{nodes: {min: 5, max: 100, powersOfTwo: 0.5}, runTime: {longest: 2h, p95:"
                                + " 4h}}");
        Workload jobs = jobs(options, demand(0.9, 1000, 8, 4));

        assertThat(jobs.count()).isGreaterThan(1_000);
        for (int job = 0; job < jobs.count(); job++) {
            assertThat(jobs.jobs().nodes(job)).isBetween(5, 100);
            assertThat(jobs.runMillis(job)).isBetween(1_000L, 7_200_000L);
            assertThat(jobs.jobs().walltimeMillis(job)).isBetween(jobs.runMillis(job), 7_200_000L);
            assertThat(jobs.jobs().submitMillis(job) % 1_000).isZero();
        }
    }

    @Test
    void sizesArePowersOfTwoWhereThereAreAny() {
        assertThat(new Sizes(5, 7, 1, 1).nodes(0.5, 0)).isEqualTo(6);
        assertThat(new Sizes(5, 9, 1, 1).nodes(0, 0)).isEqualTo(8);
        assertThat(new Sizes(1, 1, 1, 1).nodes(0.99, 0)).isEqualTo(1);
        assertThat(new Sizes(3, Integer.MAX_VALUE, 1, 1).nodes(0.999999999, 0)).isEqualTo(1 << 30);
    }

    @Test
    void timeLimitsAreTimesThatPeopleWrite() {
        Walltimes exact = new Walltimes(1, 100 * 3_600_000L);

        assertThat(exact.millis(60_000, 0.9)).isEqualTo(5 * 60_000);
        assertThat(exact.millis(61 * 60_000, 0)).isEqualTo(2 * 3_600_000);
        assertThat(exact.millis(19 * 3_600_000L, 0)).isEqualTo(24 * 3_600_000);
        assertThat(new Walltimes(3, 3_600_000).millis(3_600_000, 0.99)).isEqualTo(3_600_000);
        assertThat(new Walltimes(3, 100 * 3_600_000L).millis(60 * 60_000, 0.5))
                .isEqualTo(3 * 3_600_000);
    }

    @Test
    void someUsersSubmitMost() {
        Users users = new Users(4); // 12/25, 6/25, 4/25, 3/25

        assertThat(users.pick(0)).isZero();
        assertThat(users.pick(0.479)).isZero();
        assertThat(users.pick(0.481)).isEqualTo(1);
        assertThat(users.pick(0.999999)).isEqualTo(3);
    }

    @Test
    void everyOptionSaysWhatItIs() {
        assertThat(MODEL.options())
                .extracting(Option::sentence)
                .allMatch(sentence -> sentence.endsWith("."));
    }
}
