package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of a run in a browser, held against its files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunPageTest {

    /** Jobs on nodes with places. */
    static final String PLACED =
            """
            scenario: placed
            description: Who has <b>which</b> nodes?
            machines:
              east: {nodes: 64}
              west: {nodes: 16, unit: accelerator}
            organizations:
              big: {shares: 3, home: east}
              tiny: {home: east}
              other: {home: west}
            workload:
              streams:
                - {organization: big, generate: {load: 0.5, nodes: {min: 8, max: 32}}}
                - {organization: tiny, generate: {load: 0.1, nodes: {max: 4}}}
                - {organization: other, generate: {load: 0.6, nodes: {max: 16}}}
            policies:
              easy: {backfill: easy, placement: first-fit}
            run: {length: 1w, warmUp: 1d, seeds: 1..1, start: 2026-01-05T00:00+09:00, explain: true}
            """;

    private static final String HEAD =
            """
            job_id,organization,user,machine,partition,submit_s,start_s,end_s,nodes,walltime_s,\
            runtime_s,state,wait_s,first_wait_s,restarts,lost_s,node_set,cause
            """;

    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String CELL = "small/cells/0000";

    private ServedStudy served;
    private Browser browser;
    private List<RunLines.Line> jobs;
    private Path results;

    @BeforeAll
    void play(@TempDir Path folder) throws IOException {
        results = folder;
        browser = Browser.open();
        served = new ServedStudy(results, PLACED);
        jobs = RunLines.read(results.resolve(CELL).resolve("jobs.csv.gz"));
        RunLines.write(
                results.resolve("odd/jobs.csv.gz"),
                HEAD
                        + "1,%s,<b>ada</b>,m<i>1</i>,,0,10,100,2,90,90,completed,10,10,0,0,0-1,\n"
                                .formatted(MARKUP));
    }

    @AfterAll
    void close() {
        if (served != null) {
            browser.close();
            served.close();
        }
    }

    @AfterEach
    void nothingIsComplainedOfAndNobodyElseAsked() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(served::isOwn);
    }

    private RunView open(String query) {
        return RunView.open(browser, served.at("/run?at=" + CELL + query));
    }

    private List<RunLines.Line> east() {
        return jobs.stream().filter(job -> job.machine().equals("east")).toList();
    }

    /** All that there is of the machine east. */
    private RunView.Shown whole() {
        double from = jobs.stream().mapToDouble(RunLines.Line::submit).min().orElseThrow();
        double to = jobs.stream().mapToDouble(RunLines.Line::last).max().orElseThrow();
        return new RunView.Shown(from, to, 0, 64);
    }

    /** The jobs that are easiest to hit. */
    private List<RunLines.Line> largest(int count) {
        return east().stream()
                .filter(job -> !Double.isNaN(job.start()) && !Double.isNaN(job.end()))
                .sorted(
                        Comparator.comparingDouble(job ->
                                -(job.end() - job.start()) * (job.range()[1] - job.range()[0] + 1)))
                .limit(count)
                .toList();
    }

    @Test
    void jobsHaveTheColourOfTheirOrganization() {
        RunView run = open("&machine=east");
        Map<String, String> legend = run.legend();
        assertThat(legend.keySet()).containsExactlyInAnyOrder("big", "tiny", "other");
        for (RunLines.Line job : largest(12)) {
            String colour = legend.get(job.organization());
            run.awaitColour(whole(), job.middleTime(), job.quarterNode(), String.valueOf(colour));
        }
    }

    @Test
    void theAddressRestoresTheView() {
        RunLines.Line job = largest(1).get(0);
        double from = Math.floor(job.start() - 3600);
        double to = Math.ceil(job.end() + 3600);
        int first = Math.max(0, job.range()[0] - 2);
        int nodes = Math.min(64, job.range()[1] + 3) - first;
        RunView run =
                open(
                        "&machine=east&from=%.0f&to=%.0f&first=%d&nodes=%d&colour=state"
                                .formatted(from, to, first, nodes));
        assertThat(new Select(browser.await("[name=colour]")).getFirstSelectedOption().getText())
                .isEqualTo("how it ended");
        RunView.Shown shown = new RunView.Shown(from, to, first, nodes);
        String completed = "#009e73";
        assertThat(job.state()).isEqualTo("completed");
        run.awaitColour(shown, job.middleTime(), job.quarterNode(), completed);
        assertThat(run.ofAddress("from", 0)).isEqualTo(from);
        assertThat(run.ofAddress("nodes", 0)).isEqualTo(nodes);
    }

    @Test
    void aJobIsToldOfUnderThePointerAndOpenedByAClick() {
        RunLines.Line job = largest(1).get(0);
        RunView run = open("&machine=east");
        run.pointAt(whole(), job.middleTime(), job.middleNode());
        assertThat(run.awaitTold("Job " + job.id() + " "))
                .contains(job.user(), job.nodes() + " nodes", "completed");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        run.clickAt(whole(), job.middleTime(), job.middleNode());
        run.awaitAddress("/job?", true);
        run.awaitAddress("job=" + job.id(), true);
        browser.await(".life svg");
        assertThat(browser.texts("h1")).containsExactly("What became of job " + job.id() + "?");
    }

    @Test
    void aSearchFindsAJobAndShowsIt() {
        RunLines.Line job = largest(3).get(2);
        RunView run = open("&machine=west");
        browser.await("[name=find]").sendKeys(job.id());
        browser.await(".found li button").click();
        run.awaitAddress("machine=east", true); // where it ran
        run.awaitAddress("job=" + job.id(), true);
        run.awaitAddress("from=", true);
        RunView there = RunView.open(browser, String.valueOf(browser.driver().getCurrentUrl()));
        assertThat(there.awaitTold("Job " + job.id() + " ")).contains(job.user());
        assertThat(there.ofAddress("from", 0)).isLessThan(job.start());
        assertThat(there.ofAddress("to", 0)).isGreaterThan(job.end());
        assertThat(there.ofAddress("first", 0)).isLessThanOrEqualTo(job.range()[0]);
    }

    @Test
    void keysZoomAndMove() {
        RunView run = open("&machine=east");
        RunView.Shown whole = whole();
        double length = whole.to() - whole.from();
        run.press("+");
        double from = run.awaitChange("from", whole.from());
        double to = run.ofAddress("to", Double.NaN);
        assertThat(to - from).isCloseTo(length / 1.5, within(1e-3));
        assertThat((to + from) / 2).isCloseTo((whole.to() + whole.from()) / 2, within(1e-3));
        run.press(Keys.ARROW_LEFT);
        assertThat(run.awaitChange("from", from))
                .isCloseTo(Math.max(whole.from(), from - 0.2 * (to - from)), within(1e-3));
        run.press(Keys.chord(Keys.SHIFT, Keys.ARROW_UP));
        assertThat(run.awaitChange("nodes", 64)).isEqualTo(42);
        run.press(Keys.END);
        run.awaitAddress("to=" + (long) whole.to(), true);
        run.press("0");
        run.awaitAddress("from=", false);
        run.awaitAddress("nodes=", false);
    }

    @Test
    void aDragShowsThatStretchOfTimeInAllCharts() {
        RunView run = open("&machine=east");
        RunView.Shown whole = whole();
        double length = whole.to() - whole.from();
        run.drag(whole, whole.from() + 0.25 * length, whole.from() + 0.5 * length);
        double pixel = length / 1000;
        double from = run.awaitChange("from", whole.from());
        assertThat(from).isCloseTo(whole.from() + 0.25 * length, within(2 * pixel));
        assertThat(run.ofAddress("to", 0))
                .isCloseTo(whole.from() + 0.5 * length, within(2 * pixel));
    }

    @Test
    void theJobsInViewAreListedAsTheFileHasThem() {
        RunLines.Line job = largest(1).get(0);
        double from = Math.floor(job.start());
        double to = from + 7200;
        open("&machine=east&from=%.0f&to=%.0f".formatted(from, to));
        long expected =
                east().stream()
                        .filter(one -> one.start() < to && !(one.end() <= from))
                        .filter(one -> !(one.end() <= one.start()))
                        .count();
        browser.await("[data-jobs='" + expected + "']");
        assertThat(browser.texts("[data-job]")).hasSize((int) expected).contains(job.id());
        String started = // by the clock of the machine's place
                LocalDateTime.of(2026, 1, 5, 0, 0)
                        .plusSeconds((long) job.start())
                        .format(DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK));
        assertThat(browser.texts("tbody td")).contains(started);
    }

    @Test
    void ofTooManyJobsTheGreatestAreListed() throws IOException {
        StringBuilder lines = new StringBuilder(HEAD);
        for (int job = 1; job <= 2000; job++) {
            int wait = job * 7919 % 2003; // each another
            lines.append(
                    "%d,a,u,m,,%d,%d,%d,1,90,90,completed,%d,%5$d,0,0,%d,\n"
                            .formatted(job, 5000 - wait, 5000, 5090, wait, job));
        }
        RunLines.write(results.resolve("many/jobs.csv.gz"), lines.toString());
        RunView.open(browser, served.at("/run?at=many"));
        browser.await("[data-jobs=many] summary").click();
        browser.await("[data-job]");
        assertThat(browser.texts("[data-job]")).hasSize(50);
        List<Integer> waits =
                browser.texts("[data-job]").stream()
                        .map(job -> Integer.parseInt(job) * 7919 % 2003)
                        .toList();
        assertThat(waits).isSortedAccordingTo(Comparator.reverseOrder());
        int longest = IntStream.rangeClosed(1, 2000).map(job -> job * 7919 % 2003).max().orElse(0);
        assertThat(waits.get(0)).isEqualTo(longest);
    }

    @Test
    void aDragOnASeriesZoomsTheChartToo() {
        RunView run = open("&machine=east");
        RunView.Shown whole = whole();
        browser.await("[data-part=series] .u-over");
        int width = browser.await("[data-part=series] .u-over").getSize().getWidth();
        new Actions(browser.driver())
                .moveToElement(browser.await("[data-part=series] .u-over"))
                .clickAndHold()
                .moveByOffset(width / 4, 0)
                .release()
                .perform();
        double from = run.awaitChange("from", whole.from());
        double length = whole.to() - whole.from();
        assertThat(from).isCloseTo(whole.from() + length / 2, within(length / 200));
    }

    @Test
    void oneOrganizationIsHeldAgainstTheOthers() {
        RunView run = open("&machine=east");
        String colour = String.valueOf(run.legend().get("tiny"));
        browser.driver().findElements(By.cssSelector(".legend .key")).stream()
                .filter(key -> key.getText().strip().equals("tiny"))
                .forEach(key -> key.click());
        RunLines.Line big =
                largest(20).stream()
                        .filter(job -> job.organization().equals("big"))
                        .findFirst()
                        .orElseThrow();
        run.awaitColour(whole(), big.middleTime(), big.quarterNode(), "#a3a9b3");
        run.awaitAddress("only=tiny", true);
        assertThat(browser.await(".legend .key[aria-pressed=true]").getText().strip())
                .isEqualTo("tiny");
        assertThat(colour).isNotEqualTo("#a3a9b3");
    }

    @Test
    void figuresAreThoseOfTheSummary() throws IOException {
        open("&machine=east");
        JsonNode all =
                JsonMapper.shared()
                        .readTree(Files.readAllBytes(results.resolve(CELL).resolve("summary.json")))
                        .path("all");
        assertThat(browser.texts("[data-figure=jobs]"))
                .containsExactly(String.format(Locale.ROOT, "%,d", all.path("jobs").intValue()));
        assertThat(browser.texts("[data-figure=utilization]"))
                .containsExactly(
                        String.format(
                                Locale.ROOT,
                                "%.1f %%",
                                100 * all.path("utilization").doubleValue()));
    }

    @Test
    void namesAreTextAndNeverMarkup() {
        RunView run = RunView.open(browser, served.at("/run?at=odd"));
        assertThat(run.legend()).containsOnlyKeys(MARKUP);
        browser.await("[data-jobs='1']");
        assertThat(browser.texts("tbody td")).contains(MARKUP, "<b>ada</b>");
        assertThat(run.awaitTold("Point at")).isNotEmpty();
        run.pointAt(new RunView.Shown(0, 100, 0, 2), 50, 1.5);
        assertThat(run.awaitTold("Job 1 ")).contains(MARKUP, "<b>ada</b>");
        browser.visit(served.at("/job?at=odd&job=1"));
        assertThat(browser.texts("main p").get(0)).contains(MARKUP, "<b>ada</b>");
    }
}
