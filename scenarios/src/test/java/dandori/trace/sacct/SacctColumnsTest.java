package dandori.trace.sacct;

import static dandori.trace.sacct.SacctText.NAMES;
import static dandori.trace.sacct.SacctText.job;
import static dandori.trace.sacct.SacctText.jobs;
import static dandori.trace.sacct.SacctText.notes;
import static dandori.trace.sacct.SacctText.read;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.JobLog;
import dandori.trace.LogOptions;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of any order, with any delimiter, in all the forms that values have. */
class SacctColumnsTest {

    private static final String ALL =
            "Timelimit|JobIDRaw|State|ReqTRES|Account|AllocTRES|UID|QOS|Group|GID|User|Elapsed|End"
                    + "|Start|Submit|NNodes|ReqCPUS|NCPUS|ReqMem|TotalCPU|Partition|JobID|Cluster\n";
    private static final String JOB =
            "1-02:30:00|79|TIMEOUT|billing=9,cpu=6,gres/gpu:a100=4,gres/gpu:v100=2,mem=12G,node=2"
                    + "|physics|cpu=8,gres/gpu=6,gres/gpu:a100=4,mem=16G,node=2|1000|normal|staff|50"
                    + "|ada|26:30:05|2024-05-02T03:40:05|2024-05-01T01:10:00|2024-05-01T01:00:00|2|6"
                    + "|8|4Gn|1-02:00:08|main|77_2|alpha\n";

    private static boolean isSkip(String note) {
        return note.startsWith("skipped");
    }

    private static LoggedJob first(String text) throws IOException {
        TraceInput input =
                new TraceInput(
                        "t.log",
                        "t",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        JobLog log = new Sacct().open(input, new Findings());
        LoggedJob job = new LoggedJob();
        assertThat(log.next(job)).isTrue();
        return job;
    }

    @Test
    void everyFieldIsRead() throws IOException {
        LoggedJob job = first(ALL + JOB);

        assertThat(job.id).isEqualTo(79);
        assertThat(job.submitMillis).isEqualTo(1_714_525_200_000L);
        assertThat(job.waitMillis).isEqualTo(600_000);
        assertThat(job.runMillis).isEqualTo(95_405_000);
        assertThat(job.walltimeMillis).isEqualTo(95_400_000);
        assertThat(job.requestedNodes).isEqualTo(2);
        assertThat(job.allocatedNodes).isEqualTo(2);
        assertThat(job.requestedProcessors).isEqualTo(8); // 6 asked for, 8 given
        assertThat(job.allocatedProcessors).isEqualTo(8);
        assertThat(job.requestedAccelerators).isEqualTo(6);
        assertThat(job.allocatedAccelerators).isEqualTo(6);
        assertThat(job.cpuMillis).isEqualTo(11_701_000);
        assertThat(job.memoryKilobytes).isEqualTo(-1);
        assertThat(job.requestedMemoryKilobytes).isEqualTo(12L * 1_048_576 / 8);
        assertThat(job.end).isEqualTo(LoggedEnd.TIMEOUT);
        assertThat(job.user).isEqualTo("ada");
        assertThat(job.userNumber).isEqualTo(1_000);
        assertThat(job.group).isEqualTo("physics");
        assertThat(job.groupNumber).isEqualTo(50);
        assertThat(job.queue).isEqualTo("normal");
        assertThat(job.partition).isEqualTo("main");
        assertThat(job.applicationNumber).isEqualTo(-1);
        assertThat(job.precedingId).isEqualTo(-1);
        assertThat(job.thinkMillis).isEqualTo(-1);
    }

    @Test
    void parsableAndParsable2AreAlike() {
        ImportedTrace two = read(NAMES + job());
        ImportedTrace one = read((NAMES + job()).replace("\n", "|\n"));
        ImportedTrace namesOnly = read(NAMES + job().replace("\n", "|\n"));

        assertThat(jobs(one)).isEqualTo(jobs(two)).isEqualTo(jobs(namesOnly));
        assertThat(notes(one)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", ";", "\t", "~", "#", ":"})
    void theDelimiterIsSeenInTheNames(String delimiter) {
        String dates = delimiter.equals(":") ? "SLURM_TIME_FORMAT=%s" : "";
        String text = dates.isEmpty() ? job() : job("Submit", "1714525200", "Start", "1714525800");
        text = dates.isEmpty() ? text : text.replace("2024-05-01T02:10:00", "1714529400");
        ImportedTrace trace = read((NAMES + text).replace("|", delimiter));

        assertThat(jobs(trace)).isEqualTo(jobs(read(NAMES + job())));
        assertThat(notes(trace)).isEmpty();
    }

    @Test
    void commasWithinListsOfResourcesArePutInOrder() {
        String names =
                "JobID,JobName,Partition,AllocTRES,ReqTRES,Submit,Start,End,Timelimit,State\n";
        String tres = "billing=8,cpu=8,gres/gpu=2,mem=4G,node=4";
        String line =
                "7,a,b,main,"
                        + tres
                        + ","
                        + tres
                        + ",2024-05-01T01:00:00,2024-05-01T01:10:00,2024-05-01T02:10:00,02:00:00"
                        + ",COMPLETED\n";
        ImportedTrace trace = read(names + line);

        assertThat(jobs(trace)).containsExactly("7@3600 4×3600/7200 wait 0 - - main");
        assertThat(notes(trace)).containsExactly("repaired 1 delimiters-in-text");
    }

    @Test
    void quotedFieldsAreRead() {
        String names = "\"JobID\",\"JobName\",Submit,Start,End,Timelimit,State,AllocTRES,ReqTRES\n";
        String line =
                "\"7\",\"a,b \"\"c\"\"\",2024-05-01T01:00:00,2024-05-01T01:10:00,"
                        + "2024-05-01T02:10:00,02:00:00,COMPLETED,\"cpu=8,node=4\",\"cpu=8,node=4\"\n";
        ImportedTrace trace = read(names + line.repeat(3).replaceFirst("\"7\"", "\"6\""));

        assertThat(trace.workload().jobs().nodes(0)).isEqualTo(4);
        assertThat(notes(trace)).containsExactly("skipped 1 repeated", "noted 1 submit-equal");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T01:00:00, UTC, 3600",
        "2024/05/01-01:00:00, UTC, 3600",
        "2024-05-01-01:00:00, UTC, 3600",
        "2024-05-01T01:00:00, Asia/Tokyo, 3600",
        "2024-05-01T01:00:00+09:00, UTC, 57600",
        "2024-05-01T01:00:00+0900, UTC, 57600",
        "1714525200, UTC, 3600"
    })
    void datesHaveZonesOrNone(String submit, String zone, long second) {
        LogOptions options = new LogOptions(null, ZoneId.of(zone), null, null);
        ImportedTrace trace =
                read(
                        "JobID|Submit|Elapsed|NNodes|State\n7|" + submit + "|10:00:00|2|FAILED\n",
                        ImportRules.dandori().withLog(options));

        assertThat(trace.workload().jobs().submitMillis(0)).isEqualTo(1_000 * second);
    }

    @ParameterizedTest
    @CsvSource({"NODE, 2", "PROCESSOR, 8", "ACCELERATOR, 6"})
    void theUserSaysWhatIsCounted(AllocationUnit unit, int size) {
        LogOptions options = new LogOptions(null, null, unit, null);
        ImportedTrace trace = read(ALL + JOB, ImportRules.dandori().withLog(options));

        assertThat(trace.workload().jobs().nodes(0)).isEqualTo(size);
    }

    @Test
    void processorsAreCountedWhereNoColumnHasNodes() {
        ImportedTrace trace =
                read("JobID|Submit|Elapsed|AllocCPUS|State\n7|2024-05-01|01:00|96|FAILED\n");

        assertThat(trace.unit()).isEqualTo(AllocationUnit.PROCESSOR);
        assertThat(trace.workload().jobs().nodes(0)).isEqualTo(96);
    }

    @ParameterizedTest
    @CsvSource({
        "gpu:2, 2",
        "gres:gpu:v100:4(IDX:0-3), 4",
        "gpu, 1",
        "'gpu:a100:1,gpu:v100:2', 3",
        "mic:1, 0"
    })
    void genericResourcesOfOldVersionsAreRead(String gres, int count) throws IOException {
        LoggedJob job =
                first("JobID|Submit|Elapsed|NNodes|AllocGRES\n7|2024-05-01|01:00|1|" + gres + "\n");

        assertThat(job.allocatedAccelerators).isEqualTo(count);
    }

    @Test
    void genericResourcesCountWhereTheOthersSayNone() throws IOException {
        LoggedJob job =
                first(
                        """
                        JobID|Submit|Elapsed|NNodes|ReqGRES|ReqTRES
                        7|2024-05-01|01:00|3|gpu:2|cpu=36,node=3
                        """);

        assertThat(job.requestedAccelerators).isEqualTo(6);
    }

    @Test
    void theMostOfWhatIsSaidOfNodesAndProcessorsCounts() throws IOException {
        LoggedJob job =
                first(
                        """
                        JobID|Submit|Elapsed|NNodes|NCPUS|AllocTRES
                        7|2024-05-01|01:00|9|108|cpu=100,node=1
                        """);

        assertThat(job.allocatedNodes).isEqualTo(9);
        assertThat(job.allocatedProcessors).isEqualTo(108);
    }

    @ParameterizedTest
    @CsvSource({"4Gn, 2097152", "2800Mc, 2867200", "16G, 4194304", "500, 128000"})
    void memoryIsByProcessor(String memory, long kilobytes) throws IOException {
        LoggedJob job =
                first(
                        "JobID|Submit|Elapsed|NNodes|NCPUS|ReqMem\n7|2024-05-01|01:00|2|4|"
                                + memory
                                + "\n");

        assertThat(job.requestedMemoryKilobytes).isEqualTo(kilobytes);
    }

    @Test
    void aDelimiterBehindTheNamesAloneIsPassedOver() {
        String names = NAMES.strip() + "|\n";
        String other = job("JobID", "8");

        ImportedTrace trace = read(names + job() + names + other);

        assertThat(notes(trace))
                .contains("header 1 names-again")
                .noneMatch(SacctColumnsTest::isSkip);
        assertThat(trace.report().jobsUsed()).isEqualTo(2);
        assertThat(read(names + ended(job()) + ended(other)).report().jobsUsed()).isEqualTo(2);
    }

    private static String ended(String job) {
        return job.strip() + "|\n";
    }

    @Test
    void withoutSecondsTwoNumbersAreHoursAndMinutes() {
        String names = "JobID|Submit|Start|End|ReqNodes|Timelimit|Elapsed|User\n";
        String cut =
                """
                1|2024-05-01T01:00|2024-05-01T01:10|2024-05-01T01:40|4|02:00|00:30|ada
                2|2024-05-01T01:00|2024-05-01T01:10|2024-05-02T03:40|4|1-12:00|1-02:30|ada
                """;

        ImportedTrace trace = read(names + cut);

        assertThat(jobs(trace))
                .containsExactly(
                        "1@3600 4×1800/7200 wait 0 ada - -",
                        "2@3600 4×95400/129600 wait 0 ada - -");
        assertThat(notes(trace))
                .contains("noted 2 no-seconds")
                .noneMatch(note -> note.endsWith("elapsed-differs"));
    }

    @Test
    void daysAndTwoNumbersAreDaysHoursAndMinutes() {
        String names = "JobID|Submit|Start|End|ReqNodes|Timelimit|User\n";
        String job =
                "1|2024-05-01T01:00:00|2024-05-01T01:10:00|2024-05-01T01:40:00|4|1-12:00|ada\n";

        assertThat(jobs(read(names + job))).containsExactly("1@3600 4×1800/129600 wait 0 ada - -");
    }
}
