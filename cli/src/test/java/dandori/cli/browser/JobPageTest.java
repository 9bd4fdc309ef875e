package dandori.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page of a job in a browser, held against the files of its run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JobPageTest {

    private static final String CELL = "small/cells/0000";

    private ServedStudy served;
    private Browser browser;
    private List<RunLines.Line> jobs;

    @BeforeAll
    void play(@TempDir Path results) throws IOException {
        browser = Browser.open();
        served = new ServedStudy(results, RunPageTest.PLACED);
        jobs = RunLines.read(results.resolve(CELL).resolve("jobs.csv.gz"));
        RunLines.write(
                results.resolve("again/jobs.csv.gz"),
                """
                job_id,organization,user,machine,partition,submit_s,start_s,end_s,nodes,walltime_s,\
                runtime_s,state,wait_s,first_wait_s,restarts,lost_s,node_set,cause
                7,a,u,m,,0,600,9600,4,7200,6600,completed,3000,600,1,1200,0-3,
                8,a,u,m,,0,,,400,7200,,rejected,,,0,0,,too-large
                """);
        RunLines.write(
                results.resolve("again/segments.csv.gz"),
                """
                job_id,segment,start_s,end_s,nodes,end_state,lost_s,node_set,cause
                7,0,600,3000,4,preempted,1200,0-3,failure
                7,1,5400,9600,4,completed,0,4-7,
                """);
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

    private RunLines.Line waitedLongest() {
        return jobs.stream()
                .filter(job -> !Double.isNaN(job.end()) && job.machine().equals("east"))
                .max(Comparator.comparingDouble(RunLines.Line::waitSeconds))
                .orElseThrow();
    }

    @Test
    void allColumnsOfTheFileAreThere() {
        RunLines.Line job = waitedLongest();
        browser.visit(served.at("/job?at=" + CELL + "&job=" + job.id()));
        List<String> values = browser.texts("table:last-of-type .words");
        assertThat(values)
                .containsSubsequence(job.id(), job.organization(), job.user(), job.machine())
                .contains(job.cells().get(16));
    }

    @Test
    void theReasonsAddUpToItsWait() {
        RunLines.Line job = waitedLongest();
        browser.visit(served.at("/job?at=" + CELL + "&job=" + job.id()));
        browser.await(".life rect");
        assertThat(browser.texts(".reasons li")).isNotEmpty();
        Object seconds =
                browser.driver()
                        .executeScript(
                                """
                                const rects = [...document.querySelectorAll('.life rect')];
                                return rects.slice(0, -1).reduce((sum, r) => sum + Number(r.getAttribute('width')), 0)
                                    / rects.reduce((sum, r) => sum + Number(r.getAttribute('width')), 0);
                                """);
        double share = job.waitSeconds() / (job.end() - job.submit());
        assertThat(((Number) seconds).doubleValue()).isCloseTo(share, within(0.03));
    }

    @Test
    void staysAndWhatWasLostAreTold() {
        browser.visit(served.at("/job?at=again&job=7"));
        assertThat(browser.texts(".answer"))
                .containsExactly("It waited 50 min and ran 110 min: completed.");
        List<String> rows = browser.texts("table:first-of-type tbody tr");
        assertThat(rows).hasSize(4 + 18);
        assertThat(rows.get(1))
                .contains("40 min", "Ran", "0-3", "20 min of it lost", "something broke");
        assertThat(rows.get(2)).contains("40 min", "Waited");
        assertThat(rows.get(3)).contains("70 min", "4-7");
        assertThat(browser.texts("code"))
                .containsExactly("dandori run scenario.yaml --set run.explain=true");
    }

    @Test
    void aJobThatWasNotTakenSaysWhy() {
        browser.visit(served.at("/job?at=again&job=8"));
        assertThat(browser.texts(".answer"))
                .containsExactly("Its machine did not take it: too-large.");
    }

    @Test
    void aJobThatIsNotThereIsSaid() {
        browser.visit(served.at("/job?at=again&job=99"));
        assertThat(browser.texts(".problem p").get(0)).contains("no job '99'");
        assertThat(browser.complaints()).hasSize(1).first().asString().contains("404");
    }
}
