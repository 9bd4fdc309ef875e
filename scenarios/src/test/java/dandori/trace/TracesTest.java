package dandori.trace;

import static dandori.trace.SwfText.HEADER;
import static dandori.trace.SwfText.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {

    private static final ReadProgress SILENT = (read, total) -> {};

    @TempDir private Path folder;

    @Test
    void packingIsFoundByContentAndTheNameGivesOnlyTheTitle() throws IOException {
        byte[] text = text(2);
        assertThat(Traces.read(file("a.swf.gz", text))).hasToString("a (2 jobs)");
        assertThat(Traces.read(file("b.swf", gzip(text)))).hasToString("b (2 jobs)");
        assertThat(Traces.read(file("c", gzip(text)))).hasToString("c (2 jobs)");
    }

    @Test
    void packedFilesOfSeveralMembersAreReadToTheEnd() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip(text(3)));
        both.write(gzip(job(9, 99, 1, 1, 9).getBytes(StandardCharsets.UTF_8)));
        assertThat(Traces.read(file("two.gz", both.toByteArray())).count()).isEqualTo(4);
    }

    @Test
    void aFurtherMemberThatIsDamagedIsToldWithItsPlace() throws IOException {
        byte[] first = gzip(text(3));
        byte[] second = gzip(job(9, 99, 1, 1, 9).getBytes(StandardCharsets.UTF_8));
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertRefused(
                file("cut.gz", java.util.Arrays.copyOf(both, first.length + 3)),
                "ends in the middle of its gzip data.");
        both[first.length] ^= 1;
        assertRefused(
                file("damaged.gz", both),
                "its gzip data is damaged (no gzip header where one is due, at byte %d)."
                        .formatted(first.length));
    }

    @Test
    void progressCountsTheBytesOfTheFileUpToItsSize() throws IOException {
        for (byte[] content : List.of(text(50_000), gzip(text(50_000)))) {
            Path file = file("big", content);
            List<Long> told = new ArrayList<>();
            Traces.read(
                    file,
                    ImportRules.dandori(),
                    (read, total) -> {
                        assertThat(total).isEqualTo(content.length);
                        told.add(read);
                    });
            assertThat(told).isSorted().hasSizeGreaterThan(1).endsWith((long) content.length);
        }
    }

    @Test
    void theHeaderIsReadWithoutTheJobs() throws IOException {
        Path file = file("h", (HEADER + "no job\n").getBytes(StandardCharsets.UTF_8));
        assertThat(Traces.readHeader(file).maxProcs()).isEqualTo(100);
        assertThat(Traces.readHeader(file("empty", new byte[0])).entries()).isEmpty();
    }

    @Test
    void damagedGzipIsRefusedInAParagraph() throws IOException {
        byte[] packed = gzip(text(50_000));
        byte[] cut = java.util.Arrays.copyOf(packed, packed.length / 2);
        assertRefused(file("cut", cut), "ends in the middle of its gzip data.");
        assertRefused(
                file("stub", java.util.Arrays.copyOf(packed, 5)),
                "ends in the middle of its gzip data.");
        byte[] damaged = packed.clone();
        for (int i = 2000; i < 2100; i++) {
            damaged[i] ^= 0x55;
        }
        assertRefused(file("damaged", damaged), "its gzip data is damaged (");
        byte[] checksum = packed.clone();
        checksum[packed.length - 6] ^= 1;
        assertRefused(file("sum", checksum), "its gzip data is damaged (");
    }

    @Test
    void missingFilesAndFoldersAreRefusedInAParagraph() throws IOException {
        assertRefused(folder.resolve("absent.swf"), "there is no such file.");
        assertRefused(folder, "is a folder without a file.");
        assertRefused(file("empty.swf", new byte[0]), "is empty, where lines");
        assertRefused(file("empty.gz", gzip(new byte[0])), "is empty, where lines");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> Traces.read(file, ImportRules.dandori(), SILENT))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(file + ": " + why)
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void bothListsOfProvidersAgree() throws IOException {
        List<String> found = new ArrayList<>();
        for (TraceFormat format : Traces.formats()) {
            found.add(format.getClass().getName());
        }
        Path services =
                Path.of("src/main/resources/META-INF/services", TraceFormat.class.getName());
        assertThat(Files.readAllLines(services)).isEqualTo(found);

        String module = Files.readString(Path.of("src/main/java/module-info.java"));
        String start = "provides " + TraceFormat.class.getName() + " with";
        String provided = module.substring(module.indexOf(start) + start.length());
        provided = provided.substring(0, provided.indexOf(';'));
        List<String> named = new ArrayList<>();
        for (String name : provided.split(",")) {
            named.add(name.strip());
        }
        assertThat(named).isEqualTo(found);
    }

    private static byte[] text(int jobs) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int id = 1; id <= jobs; id++) {
            text.append(job(id, 3L * id, 60 + id * 7919L % 1000, 1 + id % 64, 2000));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
