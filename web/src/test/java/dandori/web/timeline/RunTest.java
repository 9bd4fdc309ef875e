package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunTest {

    @TempDir Path folder;

    @Test
    void aRunWithoutJobsIsEmptyAndNotDamaged() throws IOException {
        WrittenRun.table(folder, "jobs.csv.gz", WrittenRun.HEAD);
        Run run = WrittenRun.read(folder);
        assertThat(run.jobs().count()).isZero();
        assertThat(run.loaded()).isEqualTo(1);
        assertThat(run.problems()).isEmpty();
        assertThat(run.jobs().toSeconds()).isZero();
    }

    @Test
    void whatStandsBeforeACutIsShown() throws IOException {
        StringBuilder lines = new StringBuilder(WrittenRun.HEAD);
        for (int i = 0; i < 100_000; i++) {
            lines.append(WrittenRun.line(i, "a", i, i + i % 97, i + 100 + i % 89, "" + i % 1000));
        }
        WrittenRun.table(folder, "jobs.csv.gz", lines.toString());
        Path file = folder.resolve("jobs.csv.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        Run run = WrittenRun.read(folder);
        assertThat(run.jobs().count()).isBetween(10_000, 99_999);
        assertThat(run.isOver()).isTrue();
        assertThat(run.problems())
                .singleElement()
                .asString()
                .startsWith("jobs.csv.gz is damaged or cut short after line ");
    }

    @Test
    void aColumnThatIsMissingIsNamed() throws IOException {
        WrittenRun.table(folder, "jobs.csv.gz", "job_id,submit_s,start_s,nodes,state\n");
        assertThat(WrittenRun.read(folder).problems())
                .containsExactly("jobs.csv.gz has no column 'end_s'. What stands before is shown.");
    }

    @Test
    void aColumnAndAStateOfANewerProgramDoNoHarm() throws IOException {
        WrittenRun.table(
                folder,
                "jobs.csv.gz",
                """
                mood,job_id,submit_s,start_s,end_s,nodes,state,node_set
                "good, mostly",7,0,1.5,3,2,suspended,4-5
                """);
        Run run = WrittenRun.read(folder);
        assertThat(run.problems()).isEmpty();
        Map<String, Object> job = found(run.jobs(), "7");
        assertThat(job)
                .containsEntry("start_s", 1.5)
                .containsEntry("wait_s", 1.5)
                .containsEntry("state", "unknown");
        assertThat((int[]) ((List<?>) job.get("rows")).get(0)).containsExactly(4, 2);
    }

    @Test
    void aLineWithTooFewValuesIsToldWithItsNumber() throws IOException {
        WrittenRun.table(
                folder,
                "jobs.csv.gz",
                WrittenRun.HEAD + WrittenRun.line(1, "a", 0, 0, 9, "0") + "2,a,b\n");
        Run run = WrittenRun.read(folder);
        assertThat(run.jobs().count()).isEqualTo(1);
        assertThat(run.problems())
                .containsExactly(
                        "jobs.csv.gz, line 3: 3 values, but 18 columns. What stands before is"
                                + " shown.");
    }

    @Test
    void timesBeyondIntMakeTheUnitCoarser() throws IOException {
        long late = 2_000_000_000_000L; // seconds, 63,000 years
        WrittenRun.table(
                folder,
                "jobs.csv.gz",
                WrittenRun.HEAD
                        + WrittenRun.line(1, "a", 0, 5_000, 9_000, "0")
                        + WrittenRun.line(2, "a", 86_400_000, 86_400_001, 86_400_002, "0")
                        + WrittenRun.line(3, "a", late, late + 2_000, late + 4_000, "0"));
        Jobs jobs = WrittenRun.read(folder).jobs();
        assertThat(jobs.unitMillis()).isEqualTo(1_000_000);
        assertThat(found(jobs, "1")).containsEntry("start_s", 5000.0).containsEntry("end_s", 9e3);
        assertThat(found(jobs, "3"))
                .containsEntry("submit_s", 2e12)
                .containsEntry("start_s", 2e12 + 2000)
                .containsEntry("end_s", 2e12 + 4000);
        assertThat(jobs.toSeconds()).isEqualTo(2e12 + 4000);
    }

    @Test
    void wholeSecondsOfAYearAreExact() throws IOException {
        WrittenRun.table(
                folder,
                "jobs.csv.gz",
                WrittenRun.HEAD
                        + WrittenRun.line(1, "a", 3, 7, 11, "0")
                        + WrittenRun.line(2, "a", 31_535_999, 31_536_001, 31_536_007, "0"));
        Jobs jobs = WrittenRun.read(folder).jobs();
        assertThat(jobs.unitMillis()).isEqualTo(100);
        assertThat(found(jobs, "2"))
                .containsEntry("submit_s", 31_535_999.0)
                .containsEntry("start_s", 31_536_001.0)
                .containsEntry("end_s", 31_536_007.0);
    }

    @Test
    void staysTakeThePlaceOfTheJobThatHadThem() throws IOException {
        WrittenRun.table(
                folder,
                "jobs.csv.gz",
                WrittenRun.HEAD
                        + WrittenRun.line(1, "a", 0, 0, 9, "7")
                        + "2,a,a-u1,m,,0,1,20,2,3600,15,completed,4,1,1,3,2-3,\n"
                        + WrittenRun.line(3, "a", 0, 0, 9, "8"));
        WrittenRun.table(
                folder,
                "segments.csv.gz",
                WrittenRun.STAYS
                        + "2,0,1,6,2,preempted,3,0-1,preemption\n"
                        + "2,1,10,20,2,completed,0,2-3,\n");
        Run run = WrittenRun.read(folder);
        assertThat(run.problems()).isEmpty();
        assertThat(run.jobs().count()).isEqualTo(3);
        assertThat(stayAt(run.jobs(), 5, 1)).containsEntry("state", "preempted");
        assertThat(stayAt(run.jobs(), 15, 3))
                .containsEntry("job", "2")
                .containsEntry("stay", 1)
                .containsEntry("start_s", 10.0)
                .containsEntry("state", "completed");
        assertThat(JobsInView.at(run.jobs(), "m", 8, 1)).isNull();
        assertThat(JobsInView.at(run.jobs(), "m", 15, 1)).isNull();
        assertThat(stayAt(run.jobs(), 8, 8)).containsEntry("job", "3");
    }

    @Test
    void staysOfNoJobAreTold() throws IOException {
        WrittenRun.table(
                folder, "jobs.csv.gz", WrittenRun.HEAD + WrittenRun.line(1, "a", 0, 0, 9, "7"));
        WrittenRun.table(
                folder, "segments.csv.gz", WrittenRun.STAYS + "5,0,1,6,2,failed,3,0-1,failure\n");
        assertThat(WrittenRun.read(folder).problems())
                .containsExactly(
                        "segments.csv.gz: stays from job 5 on belong to no line of jobs.csv.gz.");
    }

    @Test
    void waitingAndRejectedJobsHoldNothingAndRunningOnesUntilTheEnd() throws IOException {
        WrittenRun.table(
                folder,
                "jobs.csv.gz",
                WrittenRun.HEAD
                        + "1,a,u,m,,0,10,,2,3600,90,running,10,10,0,0,0-1,\n"
                        + "2,a,u,m,,50,,,2,3600,0,waiting,50,50,0,0,,\n"
                        + "3,a,u,m,,60,,,900,3600,0,rejected,,,0,0,,too-large\n");
        Jobs jobs = WrittenRun.read(folder).jobs();
        assertThat(jobs.toSeconds()).isEqualTo(100);
        Map<String, Object> view = JobsInView.tree(jobs, "m", new Window(0, 1000, 0, 1000), 9);
        assertThat((List<?>) view.get("jobs")).hasSize(1);
        assertThat(stayAt(jobs, 99, 1)).containsEntry("job", "1").containsEntry("end_s", null);
        assertThat(JobsInView.at(jobs, "m", 100, 1)).isNull();
        assertThat(JobsInView.at(jobs, "m", 9, 1)).isNull();
        assertThat(JobsInView.at(jobs, "other", 99, 1)).isNull();
    }

    @Test
    void theSearchPutsTheSameNumberFirstThenItsBeginningThenNames() throws IOException {
        WrittenRun.table(
                folder,
                "jobs.csv.gz",
                WrittenRun.HEAD
                        + WrittenRun.line(512, "Weather", 0, 0, 9, "0")
                        + WrittenRun.line(5, "lab51", 0, 0, 9, "1")
                        + WrittenRun.line(51, "x", 0, 0, 9, "2")
                        + WrittenRun.line(151, "<b>\"気象\"</b>".replace("\"", ""), 0, 0, 9, "3"));
        Jobs jobs = WrittenRun.read(folder).jobs();
        assertThat(numbers(JobSearch.tree(jobs, "51", 9))).containsExactly("51", "512", "5");
        assertThat(numbers(JobSearch.tree(jobs, "51", 2))).containsExactly("51", "512");
        assertThat(JobSearch.tree(jobs, "51", 2)).containsEntry("found", 3L);
        assertThat(numbers(JobSearch.tree(jobs, " wEATHer ", 9))).containsExactly("512");
        assertThat(numbers(JobSearch.tree(jobs, "気象", 9))).containsExactly("151");
        assertThat(numbers(JobSearch.tree(jobs, " ", 9))).isEmpty();
    }

    private static List<Object> numbers(Map<String, Object> tree) {
        return ((List<?>) tree.get("jobs"))
                .stream().map(job -> (Object) ((Map<?, ?>) job).get("job")).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> found(Jobs jobs, String number) {
        return ((List<Map<String, Object>>) JobSearch.tree(jobs, number, 1).get("jobs")).get(0);
    }

    private static Map<String, Object> stayAt(Jobs jobs, double time, int node) {
        Map<String, Object> stay = JobsInView.at(jobs, "m", time, node);
        assertThat(stay).as("a stay at %s s on node %d", time, node).isNotNull();
        return stay;
    }
}
