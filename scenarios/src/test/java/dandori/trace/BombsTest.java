package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.trace.batsim.Batsim;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that never ends is given up, in little memory. */
class BombsTest {

    @TempDir private Path folder;

    /** One byte without end: what a small packed file may unpack to. */
    private static final class Endless extends InputStream {

        private final byte one;

        Endless(int one) {
            this.one = (byte) one;
        }

        @Override
        public int read() {
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, one);
            return length;
        }
    }

    private static ImportedTrace read(InputStream bytes) throws IOException {
        TraceInput input = new TraceInput("t.swf", "t", bytes);
        OpenedLog log = OpenedLog.of(new Swf(), input, new Findings(), bytes);
        return new TraceImport(log, ImportRules.dandori()).read();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, '9'})
    void aLineWithoutEndIsGivenUpAfterAGigabyte(int one) {
        assertThatThrownBy(() -> read(new Endless(one)))
                .isInstanceOf(TraceException.class)
                .hasMessage(
                        "t.swf: holds a gigabyte of content without a job.\n"
                                + "Maybe it is damaged, or no trace.");
    }

    @Test
    void soIsOneBehindAJob() {
        byte[] job = SwfText.job(1, 0, 60, 4, 100).getBytes(StandardCharsets.UTF_8);
        InputStream both = new SequenceInputStream(new ByteArrayInputStream(job), new Endless(0));
        assertThatThrownBy(() -> read(both))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("t.swf: holds a gigabyte of content without a job.");
    }

    @Test
    void aLongLineAmongJobsIsSkippedAndCounted() throws IOException {
        String job = SwfText.job(1, 0, 60, 4, 100);
        String text = job + "1 ".repeat(5_000_000) + "\n" + SwfText.job(2, 9, 60, 4, 100);
        ImportedTrace trace = SwfText.read(text);
        assertThat(trace.report().jobsUsed()).isEqualTo(2);
        assertThat(trace.report().skippedCount()).isEqualTo(1);
    }

    @Test
    void whatIsPackedTwiceIsNoTrace() throws IOException {
        byte[] job = SwfText.job(1, 0, 60, 4, 100).getBytes(StandardCharsets.UTF_8);
        Path twice = Files.write(folder.resolve("t.swf.gz"), packed(packed(job)));
        assertThatThrownBy(() -> Traces.read(twice))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(".gz: is packed with gzip twice, where a trace is expected.");
    }

    @Test
    void whatIsCutOffInItsPackingSaysSo() throws IOException {
        byte[] job = SwfText.job(1, 0, 60, 4, 100).repeat(1_000).getBytes(StandardCharsets.UTF_8);
        byte[] packed = packed(job);
        Path cut =
                Files.write(folder.resolve("t.swf.gz"), Arrays.copyOf(packed, packed.length / 2));
        assertThatThrownBy(() -> Traces.read(cut))
                .hasMessageContaining(": ends in the middle of its gzip data.\nMaybe ");
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void aLogThatIsHandedOnIsGivenUpToo() throws IOException {
        byte[] zeros = new byte[1 << 20];
        Path bomb = folder.resolve("t.swf.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write(SwfText.job(1, 0, 60, 4, 100).getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written <= WatchedBytes.LIMIT_BYTES; written += zeros.length) {
                out.write(zeros);
            }
        }
        LogOptions options = LogOptions.none();
        assertThatThrownBy(() -> LogFile.open(bomb, options, null, Traces.SILENT).close())
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("holds a gigabyte of content without a job.");
    }

    /**
     * Batsim's jobs are all read before the first is told; a limit of 64 KB stands for the
     * gigabyte.
     */
    @Test
    void jobsCountAsTheyAreReadWhereTheyAreToldLater() throws IOException {
        StringBuilder text = new StringBuilder("{\"nb_res\": 4, \"jobs\": [");
        for (int i = 0; i < 5_000; i++) {
            text.append(i == 0 ? "" : ",");
            text.append("{\"id\":%d,\"subtime\":%d,\"res\":1,\"profile\":\"p\"}".formatted(i, i));
        }
        text.append("], \"profiles\": {\"p\": {\"type\": \"delay\", \"delay\": 5}}}");
        assertThat(batsim(text.toString()).next(new LoggedJob())).isTrue();
        String noJobs = text.toString().replace("{\"id\"", "[{\"id\"").replace("\"p\"}", "\"p\"}]");
        assertThatThrownBy(() -> batsim(noJobs))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("t.json: holds a gigabyte of content without a job.");
    }

    private static JobLog batsim(String text) throws IOException {
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        InputStream watched = new WatchedBytes(bytes, "t.json", 1 << 16);
        return new Batsim().open(new TraceInput("t.json", "t", watched), new Findings());
    }
}
