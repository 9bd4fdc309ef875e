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
import java.io.InputStream;
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
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({"17, 17", "12_5, 120000005", "12_[5], 120000005", "12_[5-6], -1", "twelve, -1"})
    void aJobHasTheNumberThatItsSiteKnowsItBy(String text, long number) {
        assertThat(SqueueId.numberOf(text).orElse(-1)).isEqualTo(number);
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

    /** What {@code squeue} of Slurm 22.05.8 printed as a table at the same instant. */
    private static final String THE_SAME =
            """
            JOBID|USER|ACCOUNT|PARTITION|STATE|NODES|TIME_LIMIT|TIME|SUBMIT_TIME|DEPENDENCY|NAME|REASON
            2_0|ada|lab|p|RUNNING|1|1:00:00|0:03|2026-11-29T02:29:30|(null)|arr|None
            3|ada|lab|p|PENDING|1|UNLIMITED|0:00|2026-11-29T02:29:30|(null)|nolimit|Priority
            4|ada|lab|p|PENDING|1|10:00|0:00|2026-11-29T02:29:30|afterok:1(failed)|dep|DependencyNeverSatisfied
            5|ada|lab|p|PENDING|1|10:00|0:00|2026-11-29T02:29:30|(null)|held|JobHeldUser
            2_[1-5%2]|ada|lab|p|PENDING|1|1:00:00|0:00|2026-11-29T02:29:30|(null)|arr|Resources
            """;

    private Squeue.Snapshot resource(String name) throws IOException {
        String path = "/slurm/" + name;
        try (InputStream in = Objects.requireNonNull(SqueueTest.class.getResourceAsStream(path))) {
            Path file = folder.resolve(name);
            Files.write(file, in.readAllBytes());
            ZonedDateTime at = ZonedDateTime.parse("2026-11-29T02:29:37Z");
            return Squeue.read(file, at, 1, issues);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"squeue-22.05.json", "squeue-23.11.json"})
    void jsonOfEitherLayoutSaysWhatTheTableSays(String name) throws IOException {
        Squeue.Snapshot json = resource(name);
        Path file = Files.writeString(folder.resolve("q.txt"), THE_SAME);
        Squeue.Snapshot table =
                Squeue.read(file, ZonedDateTime.parse("2026-11-29T02:29:37Z"), 1, issues);
        assertThat(issues.list()).isEmpty();
        assertThat(jobs(json.workload())).isEqualTo(jobs(table.workload())).hasSize(7);
        assertThat(json.workload().users()).isEqualTo(table.workload().users());
        assertThat(json.workload().organizations()).containsExactly("lab");
        assertThat(json.runningNodes()).isEqualTo(1);
        assertThat(json.workload().source().isHeld(6)).isTrue(); // of its array two at once
        assertThat(json.notes().notes())
                .extracting(note -> note.setting() + ": " + note.what())
                .containsExactlyElementsOf(
                        table.notes().notes().stream()
                                .map(note -> note.setting() + ": " + note.what())
                                .toList())
                .contains("4: left out: it waits in vain (DependencyNeverSatisfied)")
                .contains("5: left out: it is held (JobHeldUser)");
        assertThat(json.notes().notes().get(1).line()).isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'jobs': [{'job_id': 1, 'job_state': 'PEN | 1 | is no JSON, or ends too early.",
                "{'jobs': {}} | 0 | has no list 'jobs'.",
                "{} | 0 | has no list 'jobs'.",
                "{'jobs': [{'job_id': 1, 'job_state': 'PENDING', 'node_count': null}]} | 1"
                        + " | NODES must be a whole number, but is ''.",
                "{'jobs': [{'job_id': null, 'job_state': 'PENDING', 'node_count': 1}]} | 1"
                        + " | JOBID is no number of a job: ''.",
            })
    void jsonThatIsNoneIsRefused(String text, int line, String what) throws IOException {
        read(text.contains("no list") ? text : text.replace('\'', '"'), 1);
        assertThat(issues.list()).hasSize(1);
        assertThat(issues.list().get(0).line()).isEqualTo(line);
        assertThat(issues.list().get(0).message()).isEqualTo(what);
    }

    @Test
    void jobsThatComeOneByOneAreFewLinks() throws IOException {
        StringBuilder text = new StringBuilder(HEADER + line("1", "R", "1:00", ""));
        for (int id = 2; id <= 2_000; id++) {
            text.append(line(Integer.toString(id), "PD", "0:00", "singleton(unfulfilled)"));
        }
        Workload all = read(text.toString(), 1).workload();
        Dependencies links = Objects.requireNonNull(all.dependencies());
        assertThat(links.linkCount()).isEqualTo(1_999);
        var source = all.source();
        assertThat(source.isHeld(1)).isTrue();
        source.jobLeft(0, JobState.COMPLETED, 1);
        assertThat(source.isHeld(1)).isFalse();
        assertThat(source.isHeld(2)).isTrue();
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
