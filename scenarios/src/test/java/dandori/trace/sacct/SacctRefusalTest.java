package dandori.trace.sacct;

import static dandori.trace.sacct.SacctText.NAMES;
import static dandori.trace.sacct.SacctText.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no log of sacct that can be read, and what is said of it. */
class SacctRefusalTest {

    private static final String WIDTHS =
            """
            JobID           JobName  Partition    Account  AllocCPUS      State ExitCode
            ------------ ---------- ---------- ---------- ---------- ---------- --------
            7                 solve       main    physics          8 COMPLETED      0:0
            """;

    private static boolean recognizes(String text) {
        return new Sacct().recognizes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void readAll(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TraceInput input = new TraceInput("t.log", "t", new ByteArrayInputStream(bytes));
        JobLog log = new Sacct().open(input, new Findings());
        LoggedJob job = new LoggedJob();
        while (log.next(job)) {
            assertThat(job.submitMillis).isPositive();
        }
    }

    private static void assertRefused(String text, String... words) {
        assertThatThrownBy(() -> readAll(text))
                .isInstanceOf(TraceException.class)
                .message()
                .contains(words);
    }

    @Test
    void columnsOfFixedWidthAreRefusedWithAdvice() {
        assertThat(recognizes(WIDTHS)).isTrue();
        assertRefused(
                WIDTHS,
                "t.log:1: has columns of fixed width",
                "Maybe make it anew: sacct -a -X -P");
    }

    @Test
    void aLogWithoutNamesIsRefusedWithAdvice() {
        assertThat(recognizes(job())).isTrue();
        assertRefused(
                job(),
                "t.log:1: found '7|solve|ada|physics|main|2024-05-01T01:0…', a job, where the names"
                        + " of the columns are expected",
                "Maybe make it anew without -n");
    }

    @Test
    void allMissingColumnsAreNamedAtOnce() {
        assertRefused(
                "JobID|State|Account\n7|COMPLETED|physics\n",
                "t.log:1: no column says of a job when it was submitted (Submit), nor how long it ran"
                        + " (ElapsedRaw, or Start and End), nor how large it was (AllocNodes,"
                        + " AllocCPUS or AllocTRES).");
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertRefused("", "t.log: is empty, where a log of sacct is expected.");
        assertRefused("\n\n", "t.log: is empty, where a log of sacct is expected.");
    }

    @Test
    void namesWithoutJobsAreSaidToBeNamesOnly() {
        assertRefused(NAMES, "t.log: holds the names of columns only, and no job.", "(-S, -E)");
    }

    @Test
    void aForeignFileIsRefused() {
        assertThat(recognizes("<html>\n<body>\n")).isFalse();
        assertRefused(
                "<html>\n<body>\n",
                "t.log:1: found '<html>', where the names of the columns are expected",
                "Maybe it is no log of sacct");
    }

    @Test
    void otherLinesThanTheNamesPromiseAreRefused() {
        assertRefused(
                NAMES + "1 2 3\n".repeat(30),
                "t.log:2: found 1 fields, '1 2 3', where jobs or steps of the columns named above"
                        + " are expected.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job_id,user,gpu_num,cpu_num,node_num,state,submit_time,start_time,end_time\n",
                "jobid;jid;usr;adt;sdt\n",
                "timestamp,duration,num_gpus,gpu_time,cluster\n",
                "1 0 10 60 4 -1 -1 4 120 -1 1 1 1 -1 1 -1 -1 -1\n",
                "04/15/2024 10:00:00;E;7.server;user=ada group=staff\n",
                "\"JOB_FINISH\" \"10.1\" 1714525200 7 1000\n",
                "{\"nb_res\": 4, \"jobs\": []}\n",
                "a|b|c\n"
            })
    void otherFormatsAreNotRecognized(String text) {
        assertThat(recognizes(text)).isFalse();
    }
}
