package dandori.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dandori.engine.RandomStreams;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files of fitted models: every number wrong in every way, and all issues at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelFileTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> VALUES =
            List.of(
                    "null", "-1", "0", "1e300", "9e99", "1.5", "\"NaN\"", "true", "[]", "{}",
                    "[1]");

    private FittedModel model;
    private String text;

    @BeforeAll
    void fit() {
        model = Fitting.of(Habitual.log(2_000), 100, true);
        text = ModelFile.text(model);
    }

    private static FittedModel read(String text) {
        return ModelFile.read("m.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Issue> issues(String text) {
        ScenarioException told = catchThrowableOfType(ScenarioException.class, () -> read(text));
        assertThat(told).as(text).isNotNull();
        assertThat(told).hasMessageStartingWith("m.json has ");
        return told.issues();
    }

    /** The model with the value at a path, such as {@code sizes.shares[0]}, replaced. */
    private String with(String path, String value) {
        JsonNode root = JSON.readTree(text);
        JsonNode at = root;
        String[] parts = path.replace("[", ".[").split("\\.");
        for (int i = 0; i < parts.length - 1; i++) {
            at = parts[i].startsWith("[") ? at.get(index(parts[i])) : at.get(parts[i]);
        }
        String last = parts[parts.length - 1];
        if (at instanceof ObjectNode object) {
            object.set(last, JSON.readTree(value));
        } else if (at instanceof ArrayNode array) {
            array.set(index(last), JSON.readTree(value));
        }
        return JSON.writeValueAsString(root);
    }

    private static int index(String part) {
        return Integer.parseInt(part.substring(1, part.length() - 1));
    }

    @Test
    void aModelIsReadAsItWasWritten() {
        assertThat(read(text)).isEqualTo(model);
        assertThat(text).startsWith("{\n  \"version\" : 1,\n  \"like\" : ");
        assertThat(read(text.replaceFirst("\"version\" : 1,", ""))).isEqualTo(model);
        FittedModel unknown = Fitting.of(Habitual.log(2_000), 0, false);
        assertThat(read(ModelFile.text(unknown))).isEqualTo(unknown);
    }

    /** One user asks for one node, the other for two: each always repeats himself. */
    @Test
    void usersWhoAlwaysRepeatThemselvesAreReadToo() {
        WorkloadBuilder log = new WorkloadBuilder("same");
        for (int job = 0; job < 20; job++) {
            int who = job % 3 == 0 ? 1 : 0;
            log.add(
                    job + 1,
                    job * 60_000L,
                    1 + who,
                    60_000,
                    30_000,
                    log.user("u" + who),
                    -1,
                    -1,
                    -1);
        }
        FittedModel same = Fitting.of(log.build(), 0, true);

        assertThat(same.habits().sameJob()).isEqualTo(1);
        assertThat(read(ModelFile.text(same))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version | 2 | version | must be at most 1, but is 2.",
                "days | -1 | days | must be above 0, but is -1.",
                "days | null | days | must be a number, but is empty.",
                "days | 1e6 | days | must be at most 100000, but is 1",
                "like | \"a\\nb\" | like | must be one line",
                "machine | 8 | sizes.values[3] | is larger than the machine: 16 of 8.",
                "sameSecond | 1 | sameSecond | must be at most 0.999999999, but is 1.",
                "gaps.means[0] | 0 | gaps.means[0] | must be above 0, but is 0.",
                "gaps.means | [] | gaps.means | must be at least one, but there is none.",
                "gaps | {} | gaps | 'weights' is missing.",
                "gaps.weights | [1] | gaps.means | must be as many as 'weights', 1, but are 3.",
                "gaps.weights | [0, 0, 0] | gaps.weights | must come to 1, but come to 0.",
                "gaps.means | [5, 5, 5] | gaps.means | come to a mean gap of 5,",
                "week.weights[9] | 0 | week.weights[9] | must be at least 1e-9, but is 0.",
                "week.weights | [1] | week.weights | must be 168 numbers",
                "sizes.values[0] | 0 | sizes.values[0] | must be at least 1, but is 0.",
                "sizes.values[3] | 3e9 | sizes.values[3] | must be at most 2147483647, but is",
                "sizes.values[0] | 1.5 | sizes.values[0] | must be a whole number, but is 1.5.",
                "sizes.values[0] | 3 | sizes.values[1] | must be above the one before, 3, but is 2.",
                "sizes.shares[0] | -0.1 | sizes.shares[0] | must be at least 0, but is -0.1.",
                "sizes.shares[0] | 0.9 | sizes.shares | are together",
                "sizes.shares[0] | 0 | sizes.shares | are together",
                "sizes.shares | [1] | sizes.shares | must be as many as 'values', 4, but are 1.",
                "sizes.quantiles | [8, 4] | sizes.quantiles[1] | must be above the one before, 8",
                "runTimes | [] | runTimes | must be a list of at least one, but is an empty list.",
                "runTimes[0].upTo | 0 | runTimes[0].upTo | must be at least 1, but is 0.",
                "runTimes[1].upTo | 1 | runTimes[1].upTo | must be above that of the class before",
                "runTimes[0].runSeconds | null | runTimes[0].runSeconds | must be a mapping",
                "runTimes[0].runSeconds.logDeviations[0] | 0 | runTimes[0].runSeconds.logDeviations[0] | must be above 0",
                "runTimes[0].runSeconds.logMeans[0] | 99 | runTimes[0].runSeconds.logMeans[0] | must be at most 30",
                "limits[1].upToSeconds | 0.1 | limits[1].upToSeconds | must be above that of the class before",
                "limits[0].limitSeconds.values[0] | 1e20 | limits[0].limitSeconds.values[0] | must be at most",
                "habits.users | 0 | habits.users | must be at least 1, but is 0.",
                "habits.users | 2e6 | habits.users | must be at most 1000000, but is",
                "habits.sameJob | 2 | habits.sameJob | must be at most 1, but is 2.",
                "dais | 1 | dais | there is no key 'dais' here."
            })
    void aWrongValueIsToldWithItsPlace(String path, String value, String place, String says) {
        assertThat(issues(with(path, value)))
                .anySatisfy(issue -> {
                    assertThat(issue.path()).isEqualTo(place);
                    assertThat(issue.message()).contains(says);
                    assertThat(issue.line()).isPositive();
                });
    }

    @Test
    void allIssuesAreToldAtOnceAndWhatMayHaveBeenMeant() {
        String wrong =
                text.replace("\"days\"", "\"dais\"").replace("\"users\" : ", "\"users\" : -");

        assertThat(issues(wrong))
                .extracting(Issue::path)
                .containsExactlyInAnyOrder("dais", "", "habits.users");
        assertThat(issues(wrong).toString()).contains("'days'");
    }

    @Test
    void whatIsNoModelIsNone() {
        for (String none :
                List.of("", "[]", "3", text.substring(0, 50), "{}", "\u0000", "{\"a\":")) {
            assertThat(issues(none)).isNotEmpty();
        }
    }

    /** Each value in each way; what is read can be drawn from, within its bounds. */
    @Test
    void everyValueInEveryWayGivesJobsOrIssues() {
        List<String> places = new ArrayList<>();
        collect("", JSON.readTree(text), places);
        assertThat(places).hasSize(73);
        int read = 0;
        for (String place : places) {
            for (String value : VALUES) {
                read += isDrawn(with(place, value)) ? 1 : 0;
            }
        }
        assertThat(read).isBetween(40, places.size() * VALUES.size() / 3);
    }

    /** Of the many values of a list the first two are enough. */
    private static void collect(String path, JsonNode node, List<String> places) {
        if (!path.isEmpty()) {
            places.add(path);
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames()
                    .forEach(name ->
                            collect(
                                    path.isEmpty() ? name : path + "." + name,
                                    object.get(name),
                                    places));
        }
        for (int i = 0; node instanceof ArrayNode && i < Math.min(2, node.size()); i++) {
            collect(path + "[" + i + "]", node.get(i), places);
        }
    }

    @Test
    void brokenBytesGiveJobsOrIssues() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder broken = new StringBuilder(text);
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(broken.length());
                switch (random.nextInt(3)) {
                    case 0 -> broken.deleteCharAt(at);
                    case 1 -> broken.insert(at, "0-e.,[]{}:\"\n".charAt(random.nextInt(11)));
                    default -> broken.setCharAt(at, (char) ('0' + random.nextInt(10)));
                }
            }
            isDrawn(broken.toString());
        }
    }

    private static boolean isDrawn(String text) {
        FittedModel model;
        try {
            model = read(text);
        } catch (ScenarioException told) {
            assertThat(told.issues())
                    .allSatisfy(issue ->
                            assertThat(issue.message())
                                    .endsWith(".")
                                    .doesNotContain("Exception", "tools.jackson"));
            return false;
        }
        assertThat(read(ModelFile.text(model))).isEqualTo(model);
        double days = Math.min(model.days(), 200 / model.jobsPerDay());
        if (model.expectedJobs(days) > 10_000) {
            return true;
        }
        Workload drawn = new FittedJobs(model, new RandomStreams(1)).ofDays(days);
        List<Long> wrong = new ArrayList<>();
        for (int job = 0; job < drawn.count(); job++) {
            boolean isRight =
                    drawn.runMillis(job) >= 0
                            && drawn.runMillis(job) <= drawn.jobs().walltimeMillis(job)
                            && drawn.jobs().walltimeMillis(job) <= 1e15
                            && (model.machine() == 0 || drawn.jobs().nodes(job) <= model.machine());
            if (!isRight) {
                wrong.add(drawn.jobs().id(job));
            }
        }
        assertThat(wrong).as(text).isEmpty();
        return true;
    }
}
