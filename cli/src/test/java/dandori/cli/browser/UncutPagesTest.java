package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.cli.PlayedStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is long is wrapped, and on paper nothing is missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UncutPagesTest {

    private static final String CAMPAIGNS =
            """
            cell,campaign,organization,machine,submit_s,start_s,done_s,deadline_s,tokens,pieces,\
            failures,wait_h,useful_h,stalled_h,checkpoint_h,restart_h,rework_h,tokens_done,\
            given_up_s,policy,seed
            0,first,tiny,east,0,0,500000,,1000,15,12,0,138,0,0,0,0,1000,,easy,1
            0,second,tiny,east,0,0,300000,,1000,2,1,0,83,0,0,0,0,1000,,easy,1
            """;

    private static final String SERIES =
            """
            time_s,machine,pool,nodes_up,nodes_busy,jobs_running,jobs_waiting,node_hours_waiting,power_kw
            0,ours,theirs,400,100,1,0,0.000,
            600,ours,theirs,400,200,2,0,0.000,
            """;

    private ServedStudy served;
    private Browser browser;

    @BeforeAll
    void play(@TempDir Path results) throws IOException {
        browser = Browser.open();
        served =
                new ServedStudy(
                        results,
                        ServedStudy.SMALL
                                .replace("easy: {backfill: easy", "short-first: {order: sjf")
                                .replace("backfill: none", "backfill: none, placement: first-fit"));
        Path once = PlayedStudy.play(results, "once", ServedStudy.SMALL, "--seeds", "1");
        Files.writeString(once.resolve("campaigns.csv"), CAMPAIGNS);
        Path file = once.resolve("summary.json");
        ObjectNode summary = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        ObjectNode assumed = summary.putArray("assumptions").addObject();
        assumed.put("what", "east: interconnect.spineOversubscription");
        assumed.put("value", "a fat tree that blocks nobody, with a port ".repeat(4));
        assumed.put("certainty", "remembered-medium");
        assumed.put("source", "General knowledge of the field, not looked up. ".repeat(4));
        ((ObjectNode) summary.at("/policies/easy/all/wait_mean_s"))
                .put("low_95", 10)
                .put("high_95", 30);
        Files.writeString(file, summary.toString());
        String nodes =
                IntStream.range(0, 60)
                        .mapToObj(i -> 1000 * i + "-" + (1000 * i + 6))
                        .collect(Collectors.joining(" "));
        RunLines.write(
                results.resolve("again/jobs.csv.gz"),
                """
                job_id,organization,user,machine,partition,submit_s,start_s,end_s,nodes,walltime_s,\
                runtime_s,state,wait_s,first_wait_s,restarts,lost_s,node_set,cause
                7,a,u,ours,,0,600,9600,420,7200,6600,completed,600,600,0,0,%s,
                """
                        .formatted(nodes));
        RunLines.write(results.resolve("again/series.csv.gz"), SERIES);
    }

    @AfterAll
    void close() {
        if (served != null) {
            browser.close();
            served.close();
        }
    }

    private Object script(String text) {
        return browser.driver().executeScript(text);
    }

    private void visit(String page, String part) {
        browser.visit(served.at(page));
        browser.await(part);
    }

    /** Lays pages out as for paper, or for the screen. */
    private void emulate(String medium) {
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
    }

    private void assertFits(String table) {
        assertThat(
                        (List<?>)
                                script(
                                        "return [...document.querySelectorAll('%s')].map((one) => one.scrollWidth - one.clientWidth)"
                                                .formatted(table)))
                .isNotEmpty()
                .allMatch(beyond -> ((Number) beyond).intValue() <= 0);
    }

    @Test
    void linesOfTheListEndBetweenNames() {
        visit("/", ".names");
        assertThat(
                        (List<?>)
                                script(
                                        """
                                        document.querySelectorAll('.names').forEach((one) => one.style.width = '9ch');
                                        return [...document.querySelectorAll('.names')].map((one) => one.innerText.trim());
                                        """))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains("<b>plain</b>, short-first", "east, west");
        assertThat(
                        (List<?>)
                                script(
                                        "return [...document.querySelectorAll('.names .name')].map((one) => one.getClientRects().length)"))
                .isNotEmpty()
                .allMatch(lines -> ((Number) lines).intValue() == 1);
    }

    @Test
    void manyNodesOfAJobAreWrapped() {
        visit("/job?at=again&job=7", ".table");
        assertFits(".table");
    }

    @Test
    void longAssumptionsAreWrapped() {
        visit("/study?at=once", "#assumptions");
        assertFits("section:has(> #assumptions) > .table");
    }

    @Test
    void theOnlyPoolOfAMachineHasItsName() {
        visit("/run?at=again", "figure .chart[aria-label*=' from ']");
        assertThat(
                        (String)
                                script(
                                        "return document.querySelector('figure .chart[aria-label*=\" from \"]').ariaLabel"))
                .contains("ours: from 25 to 50")
                .doesNotContain("theirs");
    }

    @Test
    void ofOneSeedPlusMinusIsExplained() {
        visit("/study?at=once", "#policies");
        assertThat(
                        (String)
                                script(
                                        "return document.querySelector('section:has(> #policies) > p').textContent"))
                .contains("±: half of the 95\u00a0% interval of the mean wait");
    }

    @Test
    void whatBecameOfCampaignsFitsOnPaperAndPagesEndBetweenThem() {
        visit("/study?at=once", ".lanes");
        try {
            emulate("print");
            script("dispatchEvent(new Event('beforeprint'))");
            assertThat(
                            (List<?>)
                                    script(
                                            """
                                            const { right } = document.querySelector('main').getBoundingClientRect();
                                            return [...document.querySelectorAll('.lanes text')].map((one) => right - one.getBoundingClientRect().right);
                                            """))
                    .hasSize(3 + 2 * 3)
                    .allMatch(room -> ((Number) room).doubleValue() >= 0);
            assertThat(
                            script(
                                    "return getComputedStyle(document.querySelector('figure:has(.lanes)')).breakInside"))
                    .isEqualTo("auto");
            assertThat(script("return document.querySelectorAll('.lanes > svg').length"))
                    .isEqualTo(1L + 2);
        } finally {
            script("dispatchEvent(new Event('afterprint'))");
            emulate("");
        }
    }

    /** Chromium leaves boxes within a heading out where it repeats the heading on the next page. */
    @Test
    void tablesHaveTheirHeadingsOnEachPage() {
        visit("/study?at=small", "thead th button");
        emulate("print");
        assertThat(
                        script(
                                "return getComputedStyle(document.querySelector('thead th button')).display"))
                .isEqualTo("contents");
        emulate("");
    }

    /** Chromium prints what a canvas has cleared as white. */
    @Test
    void nothingCoversTheMapOnPaper() {
        visit("/machine?at=small/cells/0000&machine=east", ".map .over");
        emulate("print");
        assertThat(script("return document.querySelector('.map canvas').checkVisibility()"))
                .isEqualTo(true);
        assertThat(script("return document.querySelector('.map .over').checkVisibility()"))
                .isEqualTo(false);
        emulate("");
    }

    @Test
    void theFrameOfTheFirstHeadingIsSeenWhole() {
        visit("/study?at=small", "thead th button");
        assertThat(
                        (Number)
                                script(
                                        """
                                        const head = document.querySelector('thead th button');
                                        return head.getBoundingClientRect().left - 4 - head.closest('.table').getBoundingClientRect().left;
                                        """))
                .extracting(Number::doubleValue)
                .satisfies(room -> assertThat(room).isGreaterThanOrEqualTo(0));
    }

    @Test
    void theDownloadBelowAHeadingStandsAboveItsTable() {
        visit("/study?at=small", "#runs");
        assertThat(
                        script(
                                """
                                const table = document.querySelector('details:has(#runs) table');
                                const [link, head] = ['caption button', 'thead th'].map((one) => table.querySelector(one));
                                return link.getBoundingClientRect().left + parseFloat(getComputedStyle(link).paddingLeft)
                                    - head.getBoundingClientRect().left;
                                """))
                .isEqualTo(0L);
    }
}
