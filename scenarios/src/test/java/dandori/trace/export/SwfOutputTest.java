package dandori.trace.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.machine.AllocationUnit;
import dandori.trace.HeaderEntry;
import dandori.trace.LogFile;
import dandori.trace.LogOptions;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in the Standard Workload Format, to the byte, and joined. */
class SwfOutputTest {

    private static final OutputWishes WISHES = new OutputWishes(true, 0, "a test");

    @TempDir private Path folder;

    private static LoggedJob job(long id, long submitMillis, String user) {
        LoggedJob job = new LoggedJob();
        job.id = id;
        job.submitMillis = submitMillis;
        job.requestedNodes = 4;
        job.runMillis = 1_500;
        job.user = user;
        return job;
    }

    private ExportReport write(JobStream jobs, String name) throws IOException {
        return TraceExport.write(jobs, new SwfOutput(), folder.resolve(name), WISHES, () -> {});
    }

    @Test
    void theHeaderSaysWhatIsKnownAndNamesBearNumbers() throws IOException {
        ExportReport report =
                write(
                        new ListedJobs(
                                List.of(job(1, 0, "eve"), job(2, 60_000, "ada"), job(3, 5, "eve")),
                                AllocationUnit.NODE,
                                ZonedDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneId.of("Asia/Tokyo")),
                                List.of(
                                        new HeaderEntry("MaxJobs", "99"),
                                        new HeaderEntry("Note", "one\ntwo"),
                                        new HeaderEntry("", "in passing"))),
                        "t.swf");
        assertThat(Files.readString(folder.resolve("t.swf")))
                .isEqualTo(
                        """
                        ; Version: 2.2
                        ; Computer: C
                        ; MaxJobs: 3
                        ; MaxRecords: 3
                        ; UnixStartTime: 1774969200
                        ; TimeZoneString: Asia/Tokyo
                        ; Note: one
                        ;   two
                        ;
                        ; in passing
                        ; Conversion: Written by a test
                        ; Note: Fields 5 and 8 count nodes.
                        ; Names: User
                        ; User: 1 eve
                        ; User: 2 ada
                        1 0 -1 1.5 -1 -1 -1 4 -1 -1 -1 1 -1 -1 -1 -1 -1 -1
                        2 60 -1 1.5 -1 -1 -1 4 -1 -1 -1 2 -1 -1 -1 -1 -1 -1
                        3 0.005 -1 1.5 -1 -1 -1 4 -1 -1 -1 1 -1 -1 -1 -1 -1 -1
                        """);
        assertThat(report.jobs()).isEqualTo(3);
        assertThat(report.remarks())
                .containsExactly(
                        "1 job submitted before an earlier one: kept in the order of the log");
        assertThat(report.lost()).isEmpty();
    }

    @Test
    void whoHasANameAndWhoHasANumberStayTwo() throws IOException {
        LoggedJob first = job(3, 0, null);
        first.userNumber = 1;
        LoggedJob last = job(4, 0, null);
        last.userNumber = 3;
        List<LoggedJob> jobs =
                List.of(job(1, 0, "eve"), job(2, 0, "ada"), first, last, job(5, 0, "1"));
        ExportReport report = write(new ListedJobs(jobs, AllocationUnit.NODE, null), "t.swf");
        Path file = folder.resolve("t.swf");

        assertThat(Files.readAllLines(file))
                .contains("; User: 2 eve", "; User: 4 ada", "; User: 5 1")
                .endsWith(
                        "1 0 -1 1.5 -1 -1 -1 4 -1 -1 -1 2 -1 -1 -1 -1 -1 -1",
                        "2 0 -1 1.5 -1 -1 -1 4 -1 -1 -1 4 -1 -1 -1 -1 -1 -1",
                        "3 0 -1 1.5 -1 -1 -1 4 -1 -1 -1 1 -1 -1 -1 -1 -1 -1",
                        "4 0 -1 1.5 -1 -1 -1 4 -1 -1 -1 3 -1 -1 -1 -1 -1 -1",
                        "5 0 -1 1.5 -1 -1 -1 4 -1 -1 -1 5 -1 -1 -1 -1 -1 -1");
        assertThat(report.remarks())
                .contains("users known partly by name and partly by number: each has its own");
        assertThat(ListedJobs.read(file))
                .extracting(job -> job.user + " " + job.userNumber)
                .containsExactly("eve 2", "ada 4", "null 1", "null 3", "1 5");
    }

    @Test
    void manyNamesAreReadBack() throws IOException {
        List<LoggedJob> jobs = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            jobs.add(job(i, 0, "a user with a long name " + i));
        }
        ExportReport report = write(new ListedJobs(jobs, AllocationUnit.NODE, null), "t.swf");
        Path file = folder.resolve("t.swf");

        assertThat(report.remarks()).noneMatch(remark -> remark.startsWith("names"));
        assertThat(ListedJobs.read(file))
                .extracting(job -> job.user)
                .isEqualTo(jobs.stream().map(job -> job.user).toList());
        assertThat(ListedJobs.report(file).count("header-too-long")).isZero();
    }

    @Test
    void namesBeyondSixteenMegabytesAreToldTwice() throws IOException {
        List<LoggedJob> jobs = new ArrayList<>();
        String name = "x".repeat(4_000);
        for (int i = 0; i < 4_300; i++) {
            jobs.add(job(i, 0, name + i));
        }
        ExportReport report = write(new ListedJobs(jobs, AllocationUnit.NODE, null), "t.swf");
        Path file = folder.resolve("t.swf");

        assertThat(report.remarks())
                .contains("names beyond 16 MB are in the header, and are not read back from there");
        List<LoggedJob> read = ListedJobs.read(file);
        assertThat(read.get(4_000).user).isEqualTo(name + 4_000);
        assertThat(read.get(4_299).user).isNull();
        assertThat(read.get(4_299).userNumber).isEqualTo(4_300);
        assertThat(ListedJobs.report(file).count("header-too-long")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void numbersOfTheLogStayAndNobodySharesOne(long seed) {
        Random random = new Random(seed);
        NumberedNames users = new NumberedNames("User");
        Map<String, Long> before = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            int who = random.nextInt(40);
            boolean isNamed = random.nextBoolean();
            long number = users.number(isNamed ? "user" + who : null, who);
            Long same = before.put((isNamed ? "user" : "") + who, number);
            assertThat(same == null || same == number).isTrue();
        }
        Map<String, Long> last = new HashMap<>();
        before.forEach((who, number) -> last.put(who, users.last(number)));
        assertThat(last.values()).doesNotHaveDuplicates();
        assertThat(last)
                .allSatisfy((who, number) ->
                        assertThat(who.startsWith("user") || who.equals("" + number)).isTrue());
    }

    @Test
    void whatHasNoPlaceIsSaid() throws IOException {
        LoggedJob job = job(1, 0, "eve");
        job.requestedProcessors = 8;
        job.allocatedAccelerators = 2;
        ExportReport report =
                TraceExport.write(
                        new ListedJobs(List.of(job), AllocationUnit.NODE, null),
                        new SwfOutput(),
                        folder.resolve("t.swf"),
                        new OutputWishes(false, 0, "a test"),
                        () -> {});
        assertThat(report.lost())
                .containsExactly(
                        "processors asked for (known of 1 job)",
                        "accelerators that it had (known of 1 job)",
                        "its user's name (known of 1 job)");
    }

    @Test
    void whoeverRefusesLeavesNoFile() throws IOException {
        JobStream jobs = new ListedJobs(List.of(job(1, 0, "a")), AllocationUnit.NODE, null);
        assertThatThrownBy(() ->
                        TraceExport.write(
                                jobs,
                                new SwfOutput(),
                                folder.resolve("t.swf"),
                                WISHES,
                                () -> {
                                    throw new IllegalStateException("no");
                                }))
                .hasMessage("no");
        JobStream none = new ListedJobs(List.of(), AllocationUnit.NODE, null);
        assertThatThrownBy(() -> write(none, "t.swf"))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("listed: no job is left to write.");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private LogFile log(String name, long unixStart, String jobs) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "; MaxProcs: 8\n; UnixStartTime: " + unixStart + "\n" + jobs);
        return LogFile.open(file, LogOptions.none(), null, (read, all) -> {});
    }

    private static String line(long id, long submit) {
        return id + " " + submit + " -1 9 1 -1 -1 1 9 -1 1 1 1 -1 1 -1 -1 -1\n";
    }

    @Test
    void logsAreJoinedInOrderOfTime() throws IOException {
        try (LogFile late = log("late.swf", 2_000, line(1, 0) + line(2, 50));
                LogFile early =
                        log("early.swf", 1_000, line(3, 7) + line(4, 1_000) + line(5, 1_020))) {
            JoinedLogs joined = new JoinedLogs(List.of(late, early), new SubmitLimits(null, null));
            assertThat(ListedJobs.all(joined))
                    .extracting(job -> job.id + "@" + job.submitMillis / 1_000)
                    .containsExactly("3@7", "1@1000", "4@1000", "5@1020", "2@1050");
            assertThat(joined.reports())
                    .extracting(report -> report.jobsUsed())
                    .containsExactly(2, 3);
        }
    }

    @Test
    void limitsCountWhatTheyLeaveOut() throws IOException {
        try (LogFile log = log("t.swf", 0, line(1, 0))) {
            assertThat(log.origin()).isNull();
            assertThatThrownBy(() ->
                            new JoinedLogs(List.of(log), new SubmitLimits("2026-01-01", null)))
                    .hasMessageStartingWith("--from: the trace does not say the date");
        }
        try (LogFile log = log("u.swf", 86_400, line(1, 0) + line(2, 86_399) + line(3, 86_400))) {
            JoinedLogs jobs =
                    new JoinedLogs(
                            List.of(log), new SubmitLimits("1970-01-02T00:00:01", "1970-01-03"));
            assertThat(ListedJobs.all(jobs)).extracting(job -> job.id).containsExactly(2L);
            assertThat(log.report().count("outside-limits")).isEqualTo(2);
            assertThat(log.report().jobsUsed()).isEqualTo(1);
        }
    }

    @Test
    void logsWithoutADateCannotBeJoined() throws IOException {
        try (LogFile one = log("one.swf", 1_000, line(1, 0));
                LogFile other = log("other.swf", 0, line(1, 0))) {
            assertThatThrownBy(
                            () -> new JoinedLogs(List.of(one, other), new SubmitLimits(null, null)))
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining("other.swf: does not say the date of its time 0");
        }
    }
}
