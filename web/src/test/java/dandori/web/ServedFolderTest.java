package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing outside the served folder is found, whatever a path says and wherever links lead. */
final class ServedFolderTest {

    private static final String FILE = "study/report.html";

    @TempDir Path above;
    private Path root;
    private Path outside;
    private ServedFolder served;

    @BeforeEach
    void makeFolders() throws Exception {
        root = Files.createDirectories(above.resolve("served"));
        outside = Files.createDirectories(above.resolve("served-not/study"));
        Files.createDirectory(root.resolve("study"));
        Files.writeString(root.resolve(FILE), "ours");
        Files.writeString(outside.resolve("report.html"), "secret");
        served = new ServedFolder(root);
    }

    private static String read(SeekableByteChannel opened) throws IOException {
        try (opened) {
            ByteBuffer bytes = ByteBuffer.allocate((int) opened.size());
            opened.read(bytes);
            return new String(bytes.array(), StandardCharsets.UTF_8);
        }
    }

    private void assertNotThere(String path) {
        assertThatThrownBy(() -> served.at(path)).isInstanceOf(RefusedException.class);
    }

    @Test
    void whatIsWithinIsFound() throws Exception {
        assertThat(served.at("")).isEqualTo(root.toRealPath());
        assertThat(served.at("study/./../study")).isEqualTo(root.toRealPath().resolve("study"));
        assertThat(read(served.open(served.at(FILE)))).isEqualTo("ours");
        Files.createSymbolicLink(root.resolve("study/same.html"), Path.of("report.html"));
        assertThat(read(served.open(served.at("study/same.html")))).isEqualTo("ours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../served-not/study/report.html",
                "study/../../served-not/study/report.html",
                "../served/../served-not/study/report.html",
                "/etc/passwd",
                "//etc/passwd",
                "..\\served-not\\study\\report.html",
                "%2e%2e/served-not/study/report.html",
                "study/report.html\u0000.png",
                "study/report.html/",
                "study/report.html/x",
                "~",
                "none"
            })
    void whatIsElsewhereIsNot(String path) {
        if (path.equals("study/report.html/")) {
            assertThat(served.at(path)).as("the same file").isEqualTo(served.at(FILE));
        } else {
            assertNotThere(path);
        }
    }

    @Test
    void noLinkLeadsOut() throws Exception {
        Files.createSymbolicLink(root.resolve("linked"), outside);
        Files.createSymbolicLink(root.resolve("up"), above);
        Files.createSymbolicLink(root.resolve("twice"), Path.of("linked"));
        Files.createSymbolicLink(root.resolve("circle"), Path.of("circle"));
        Files.createSymbolicLink(root.resolve("file.html"), outside.resolve("report.html"));
        for (String path :
                new String[] {
                    "linked",
                    "linked/report.html",
                    "up/served-not/study",
                    "twice/report.html",
                    "circle",
                    "file.html"
                }) {
            assertNotThere(path);
        }
        assertThat(served.at(FILE)).as("beside them").exists();
    }

    @Test
    void aStudyWithAFileFromElsewhereIsNotRead() throws Exception {
        Path cell = Files.createDirectories(root.resolve("study/cells/000"));
        Files.createSymbolicLink(
                root.resolve("study/manifest.json"), outside.resolve("report.html"));
        assertThatThrownBy(() -> served.at("study"))
                .hasMessage("'study/manifest.json' is a link that leads out of the served folder.");
        assertThatThrownBy(() -> served.at("study/cells/000"))
                .as("a cell is read with the files of its study: " + cell)
                .hasMessageContaining("study/manifest.json");
    }

    @Test
    void aStudyWhoseSimulationsLieElsewhereIsNotRead() throws Exception {
        Files.createSymbolicLink(root.resolve("study/cells"), outside);
        assertNotThere("study");
        Files.delete(root.resolve("study/cells"));
        Files.createDirectory(root.resolve("study/cells"));
        assertThat(served.at("study")).isEqualTo(root.toRealPath().resolve("study"));
        Files.createSymbolicLink(
                root.resolve("study/cells/summaries.jsonl"), outside.resolve("report.html"));
        assertNotThere("study");
    }

    @Test
    void aFileThatBecomesALinkAfterTheLookIsNotFollowed() throws Exception {
        Path found = served.at(FILE);
        link(root.resolve(FILE), outside.resolve("report.html"));
        assertThatThrownBy(() -> served.open(found)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aFolderThatBecomesALinkAfterTheLookIsNotFollowed() throws Exception {
        Path found = served.at(FILE);
        Files.delete(root.resolve(FILE));
        link(root.resolve("study"), outside);
        assertThatThrownBy(() -> served.open(found)).isInstanceOf(RefusedException.class);
    }

    private static void link(Path from, Path to) throws IOException {
        Files.delete(from);
        Files.createSymbolicLink(from, to);
    }
}
