package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.engine.Durations;
import dandori.job.Job;
import dandori.job.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, to the byte, and that it is read back. */
class SwfWriterTest {

    @TempDir private Path folder;

    private static String written(SwfWriting writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SwfWriter writer = new SwfWriter(bytes);
        writing.to(writer);
        writer.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private interface SwfWriting {
        void to(SwfWriter writer) throws IOException;
    }

    @Test
    void unknownsAreMinusOneAndTimesHaveTheDecimalsTheyNeed() throws IOException {
        LoggedJob some = new LoggedJob();
        some.id = 7;
        some.submitMillis = 1_500;
        some.runMillis = 60_050;
        some.end = LoggedEnd.COMPLETED;
        assertThat(written(writer -> writer.job(some, 4, -1, 3, 2, -1, -1)))
                .isEqualTo("7 1.5 -1 60.05 4 -1 -1 -1 -1 -1 1 3 2 -1 -1 -1 -1 -1\n");
        LoggedJob other = new LoggedJob();
        other.id = Long.MAX_VALUE;
        other.waitMillis = 0;
        other.walltimeMillis = 1;
        other.end = LoggedEnd.FAILED;
        assertThat(written(writer -> writer.job(other, 0, 1, -1, -1, -1, 9)))
                .isEqualTo(
                        "9223372036854775807 -0.001 0 -1 0 -1 -1 1 0.001 -1 0 -1 -1 -1 -1 9 -1"
                                + " -1\n");
    }

    @Test
    void numbersAreWrittenAsJavaWritesThem() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<Long> numbers = new ArrayList<>(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE));
        for (long ten = 1; ten < Long.MAX_VALUE / 10; ten *= 10) {
            numbers.addAll(List.of(ten - 1, ten, ten + 1, -ten, 1 - ten));
        }
        for (long edge : new long[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 50}) {
            numbers.addAll(List.of(edge - 1, edge, edge + 1));
        }
        for (int i = 0; i < 10_000; i++) {
            numbers.add(random.nextLong() >> random.nextInt(63));
        }
        LoggedJob job = new LoggedJob();
        for (long number : numbers) {
            job.submitMillis = number;
            String[] fields = written(writer -> writer.job(job, number, 0, 0, 0, 0, 0)).split(" ");
            assertThat(fields[4]).isEqualTo(Long.toString(number));
            if (number != Long.MIN_VALUE) {
                assertThat(fields[1]).isEqualTo(Durations.seconds(number));
            }
        }
    }

    @Test
    void aHeaderHasALineForEachLineOfAValue() throws IOException {
        assertThat(
                        written(writer ->
                                writer.header(
                                        List.of(
                                                new HeaderEntry("Computer", "ours"),
                                                new HeaderEntry("", "said in passing"),
                                                new HeaderEntry("Note", "one\ntwo")))))
                .isEqualTo("; Computer: ours\n; said in passing\n; Note: one\n;   two\n");
    }

    private static Job job(
            long id, long submitMillis, int nodes, long limit, long runMillis, String user) {
        return new Job(id, submitMillis, nodes, limit, runMillis, user, "", "");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Workload jobs =
                Workload.of(
                        "three",
                        List.of(
                                job(1, 0, 4, 60_000, 30_000, "a"),
                                job(2, 500, 1, 60_000, 59_999, "b"),
                                job(5, 86_400_000, 128, 3_600_000, 1, "a")));
        Path file = folder.resolve("three.swf");
        Files.writeString(
                file,
                written(writer -> {
                    writer.header(List.of(new HeaderEntry("MaxProcs", "128")));
                    writer.jobs(jobs, (done, all) -> {});
                }));

        Workload read = Traces.read(file, ImportRules.dandori(), (done, all) -> {}).workload();

        assertThat(read.count()).isEqualTo(3);
        for (int job = 0; job < 3; job++) {
            assertThat(read.jobs().id(job)).isEqualTo(jobs.jobs().id(job));
            assertThat(read.jobs().submitMillis(job)).isEqualTo(jobs.jobs().submitMillis(job));
            assertThat(read.jobs().nodes(job)).isEqualTo(jobs.jobs().nodes(job));
            assertThat(read.jobs().walltimeMillis(job)).isEqualTo(jobs.jobs().walltimeMillis(job));
            assertThat(read.runMillis(job)).isEqualTo(jobs.runMillis(job));
        }
        assertThat(read.users()).containsExactly("1", "2");
    }
}
