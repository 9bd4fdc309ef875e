package dandori.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Condition;
import dandori.job.Dependencies;
import dandori.job.JobState;
import dandori.job.Standing;
import dandori.job.Workload;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who runs and waits, by what squeue prints. */
class SqueueTest {

    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-20T12:00+09:00");
    private static final String HEADER =
            "JOBID|USER|ACCOUNT|PARTITION|STATE|NODES|TIME_LIMIT|TIME|SUBMIT_TIME|DEPENDENCY|NAME\n";

    @TempDir private Path folder;
    private final Issues issues = new Issues();

    private Squeue.Snapshot read(String text, double share) throws IOException {
        Path file = Files.writeString(folder.resolve("q.txt"), text);
        return Squeue.read(file, NOON, share, issues);
    }

    /** Number, submission, arrival, nodes, run time and limit in minutes; * for those that run. */
    private static List<String> jobs(Workload all) {
        Standing standing = Objects.requireNonNull(all.standing());
        List<String> jobs = new ArrayList<>();
        for (int job = 0; job < all.count(); job++) {
            jobs.add(
                    "%d%s %d %d %d×%d/%d"
                            .formatted(
                                    all.jobs().id(job),
                                    standing.runs(job) ? "*" : "",
                                    all.jobs().submitMillis(job) / 60_000,
                                    standing.arrivalMillis(job) / 60_000,
                                    all.jobs().nodes(job),
                                    all.runMillis(job) / 60_000,
                                    all.jobs().walltimeMillis(job) / 60_000));
        }
        return jobs;
    }

    private static String line(String id, String state, String time, String dependency) {
        return id
                + "|ada|lab|p|"
                + state
                + "|2|2:00:00|"
                + time
                + "|2026-11-20T10:00:00|"
                + dependency
                + "|name\n";
    }

    @Test
    void whatRunsGoesOnAndWhatWaitsHasWaited() throws IOException {
        String text =
                HEADER
                        + line("7", "RUNNING", "1:00:00", "(null)")
                        + line("8", "PD", "0:00", "(null)")
                        + line("9", "SUSPENDED", "5:00", "(null)");
        Squeue.Snapshot half = read(text, 0.5);
        assertThat(jobs(half.workload()))
                .containsExactly("7* -120 -60 2×90/120", "8 -120 0 2×60/120");
        assertThat(half.runningNodes()).isEqualTo(2);
        assertThat(half.notes().notes())
                .extracting(SlurmNotes.Note::text)
                .containsExactly("q.txt line 4: 9: left out: its state is SUSPENDED");
        assertThat(jobs(read(text, 1).workload())).contains("7* -120 -60 2×120/120");
        assertThat(issues.isEmpty()).isTrue();
    }

    @Test
    void tasksOfAnArrayAreASeriesOfWhichThoseThatRunComeFirst() throws IOException {
        Workload all =
                read(
                                HEADER
                                        + line("12_[3,5-7:2%2]", "PENDING", "0:00", "(null)")
                                        + line("12_1", "RUNNING", "30:00", "(null)"),
                                1)
                        .workload();
        assertThat(jobs(all))
                .containsExactly(
                        "120000003 -120 0 2×120/120",
                        "120000005 -120 0 2×120/120",
                        "120000007 -120 0 2×120/120",
                        "120000001* -120 -30 2×120/120");
        var source = all.source();
        assertThat(List.of(source.isHeld(0), source.isHeld(1), source.isHeld(2), source.isHeld(3)))
                .containsExactly(false, true, true, false);
        source.jobLeft(3, JobState.COMPLETED, 1);
        assertThat(source.isHeld(1)).isFalse();
        assertThat(source.isHeld(2)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "afterok:1(unfulfilled), 2 0 COMPLETED",
        "afterany:1, 2 0 LEFT",
        "afternotok:1, 2 0 NOT_COMPLETED",
        "after:1+5(unfulfilled), 2 0 STARTED",
        "afterok:1:99, 2 0 COMPLETED",
        "singleton(unfulfilled), 2 0 LEFT 2 1 LEFT",
        "afterok:12_*, 2 1 COMPLETED",
        "afterok:12_4, 2 1 COMPLETED",
        "aftercorr:1, 2 0 COMPLETED",
        "aftercorr:12, ''",
        "burst, ''",
    })
    void dependenciesAreHolds(String text, String expected) throws IOException {
        Workload all =
                read(
                                HEADER
                                        + line("1", "R", "1:00", "(null)")
                                        + line("12_4", "PD", "0:00", "")
                                        + line("2", "PD", "0:00", text),
                                1)
                        .workload();
        Dependencies links = all.dependencies();
        StringBuilder found = new StringBuilder();
        for (int link = 0; links != null && link < links.linkCount(); link++) {
            Condition condition = links.condition(link);
            found.append(links.job(link)).append(' ').append(links.predecessor(link));
            found.append(' ').append(condition).append(' ');
        }
        assertThat(found.toString().strip()).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void oneOfSeveralIsEnoughWhereSlurmSaysSo() throws IOException {
        String jobs = HEADER + line("1", "R", "1:00", "") + line("3", "R", "1:00", "");
        Workload any = read(jobs + line("2", "PD", "0:00", "afterok:1?afterok:3"), 1).workload();
        assertThat(Objects.requireNonNull(any.dependencies()).needsAny(2)).isTrue();
        Workload all = read(jobs + line("2", "PD", "0:00", "afterok:1,afterok:3"), 1).workload();
        assertThat(Objects.requireNonNull(all.dependencies()).needsAny(2)).isFalse();
    }

    @Test
    void allThatIsWrongIsToldWithItsLine() throws IOException {
        read(
                HEADER
                        + line("x", "PD", "0:00", "")
                        + line("1_[0-3,...]", "PD", "0:00", "")
                        + line("2", "R", "INVALID", "")
                        + line("3", "PD", "0:00", "").replace("|2|", "|two|")
                        + line("4", "PD", "0:00", "").replace("T10", "T15")
                        + "5|ada\n",
                1);
        assertThat(issues.list()).extracting(Issue::line).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(issues.list().get(1).maybe()).contains("SLURM_BITSTR_LEN=0");
    }

    @Test
    void aFileWithoutItsHeaderIsRefused() throws IOException {
        read("1|ada|lab|p|R|2|1:00|0:30\n", 1);
        assertThat(issues.list()).hasSize(1);
        assertThat(issues.list().get(0).message())
                .isEqualTo("the header lacks JOBID, STATE, NODES, TIME_LIMIT.");
    }

    @ParameterizedTest
    @CsvSource({
        "30,30",
        "90:30,90.5",
        "2:00:00,120",
        "1-0,1440",
        "1-12:30,2190",
        "1-0:0:30,1440.5"
    })
    void timesAreThoseOfSlurm(String text, double minutes) {
        assertThat(SlurmTime.millis(text)).hasValue((long) (60_000 * minutes));
        assertThat(SlurmTime.millis(text + "x")).isEmpty();
    }
}
