package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of months as one log. */
class FolderLogTest {

    private static final String NAMES =
            "JobIDRaw|User|Submit|Start|End|State|NNodes|TimelimitRaw\n";
    private static final String FIRST =
            "1|ada|2026-05-01T10:00:00|2026-05-01T10:00:00|2026-05-01T11:00:00|COMPLETED|2|120\n";
    private static final String ACROSS =
            "2|bob|2026-05-31T23:00:00|2026-05-31T23:30:00|2026-06-01T01:00:00|COMPLETED|4|120\n";
    private static final String LAST =
            "3|ada|2026-06-02T10:00:00|2026-06-02T10:00:00|2026-06-02T11:00:00|COMPLETED|2|120\n";

    @TempDir private Path parent;
    private Path folder;

    @BeforeEach
    void months() throws IOException {
        folder = Files.createDirectory(parent.resolve("year"));
        Files.writeString(folder.resolve("05.txt"), NAMES + FIRST + ACROSS);
        Files.writeString(folder.resolve("06.txt"), NAMES + ACROSS + LAST + "step\n");
    }

    private static KnownTrace read(Path path, int keptAtMost) {
        return Traces.readOrStream(path, ImportRules.dandori(), Traces.SILENT, keptAtMost);
    }

    @Test
    void aFolderIsOneLogInWhichNoJobStandsTwice() {
        ImportedTrace trace = (ImportedTrace) read(folder, 9);
        assertThat(trace.name()).isEqualTo("year");
        assertThat(trace.origin()).hasToString("2026-05-01T00:00Z");
        assertThat(
                        IntStream.range(0, trace.count())
                                .mapToObj(job ->
                                        trace.workload().jobs().id(job)
                                                + "@"
                                                + trace.workload().jobs().submitMillis(job)
                                                        / 3_600_000))
                .containsExactly("1@10", "2@743", "3@778");
        assertThat(trace.report().count("told-twice")).isEqualTo(1);
        assertThat(trace.report().lines()).isEqualTo(7);
        assertThat(trace.report().jobLines()).isEqualTo(5);
        assertThat(trace.report().skippedCount()).isEqualTo(2);
        assertThat(Traces.readHeader(folder).origin()).hasToString("2026-05-01T00:00Z");
    }

    @Test
    void aFolderIsStreamedAsAFileIs() throws IOException {
        StreamedTrace trace = (StreamedTrace) read(folder, 1);
        assertThat(trace.count()).isEqualTo(3);
        try (StreamedJobs jobs = trace.jobs(false)) {
            assertThat(jobs.jobs().id(jobs.next())).isEqualTo(1);
            assertThat(jobs.jobs().id(jobs.next())).isEqualTo(2);
            assertThat(jobs.jobs().id(jobs.next())).isEqualTo(3);
            assertThat(jobs.nextSubmitMillis()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void whatIsHiddenIsNoneOfIt() throws IOException {
        Files.writeString(folder.resolve("_SUCCESS"), "");
        Files.writeString(folder.resolve(".05.txt.crc"), "crc");
        assertThat(read(folder, 9).count()).isEqualTo(3);
    }

    @Test
    void aFolderThatIsNoLogIsRefused() throws IOException {
        Path none = Files.createDirectory(parent.resolve("none"));
        refused(none, ": is a folder without a file.\nMaybe ");
        refused(parent, ": is a folder with folders in it; ");
        Path many = Files.createDirectory(parent.resolve("many"));
        for (int i = 0; i <= FolderLog.MOST_FILES; i++) {
            Files.createFile(many.resolve(i + ".txt"));
        }
        refused(many, ": is a folder of 501 files, where at most 500 are one log.\nMaybe ");
        Files.writeString(folder.resolve("README.md"), "The jobs of a year.\n");
        assertThatThrownBy(() -> read(folder, 9))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("README.md:1: found");
    }

    private static void refused(Path path, String why) {
        assertThatThrownBy(() -> read(path, 9))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(path + why);
    }

    @Test
    void logsOfOneTimeAreMergedWhereverTheyStand() throws IOException {
        Path third = Files.writeString(parent.resolve("07.txt"), NAMES + LAST);
        try (LogFile year = LogFile.open(folder, LogOptions.none(), null, Traces.SILENT);
                LogFile month = LogFile.open(third, LogOptions.none(), null, Traces.SILENT)) {
            MergedLogs all = new MergedLogs(List.of(month, year));
            LoggedJob job = new LoggedJob();
            StringBuilder ids = new StringBuilder();
            while (all.next(job)) {
                ids.append(job.id);
            }
            assertThat(ids).hasToString("123");
            assertThat(month.report().count("told-twice")).isZero();
            assertThat(year.report().count("told-twice")).isEqualTo(2);
        }
    }

    @Test
    void aMonthInWhichNobodyRanHindersNobody() throws IOException {
        String running = "4|ada|2026-07-02T10:00:00|Unknown|Unknown|PENDING|2|120\n";
        Files.writeString(folder.resolve("07.txt"), NAMES + running);
        ImportedTrace trace = (ImportedTrace) read(folder, 9);
        assertThat(trace.workload().jobs().count()).isEqualTo(3);
        assertThat(trace.report().lines()).isEqualTo(9);
    }

    @Test
    void aLogWithoutAJobIsAskedForTheFirstOnce() throws IOException {
        String started = "04/06/2020 10:00:00;S;1.srv;user=ann\n";
        Path file = Files.writeString(parent.resolve("20200406"), started);
        try (LogFile log = LogFile.open(file, LogOptions.none(), null, Traces.SILENT)) {
            assertThat(log.next(new LoggedJob())).isFalse();
            assertThat(log.next(new LoggedJob())).isFalse();
            assertThat(log.report().count("pbs-no-end")).isEqualTo(1);
            assertThat(log.report().jobLines()).isEqualTo(1);
        }
    }

    @Test
    void aBlankFileAmongOtherTablesIsNoTrace() throws IOException {
        Path blank = Files.writeString(folder.resolve("07.txt"), "\n");
        refused(folder, "/07.txt: holds ");
        Files.writeString(blank, "");
        refused(folder, "/07.txt: is empty");
    }

    @Test
    void whoseRunTimeIsNotKnownKeepsItsPlace() throws IOException {
        String head = "; UnixStartTime: 1000\n";
        Path one =
                Files.writeString(
                        parent.resolve("1.swf"),
                        head + swf(1, 0, 5) + swf(2, 10, -1) + swf(4, 90, -1) + swf(5, 200, 5));
        Path other =
                Files.writeString(
                        parent.resolve("2.swf"),
                        head + swf(3, 50, 5) + swf(4, 90, 7) + swf(6, 300, -1));
        try (LogFile first = LogFile.open(one, LogOptions.none(), null, Traces.SILENT);
                LogFile second = LogFile.open(other, LogOptions.none(), null, Traces.SILENT)) {
            MergedLogs all = new MergedLogs(List.of(first, second));
            LoggedJob job = new LoggedJob();
            StringBuilder told = new StringBuilder();
            while (all.next(job)) {
                told.append(job.id).append(job.runMillis < 0 ? "? " : " ");
            }
            assertThat(told).hasToString("1 2? 3 4 5 6? ");
        }
    }

    private static String swf(int id, int submit, int run) {
        return "%d %d 0 %d 2 -1 -1 2 60 -1 1 1 1 1 1 1 -1 -1\n".formatted(id, submit, run);
    }
}
