package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server tells of a study, and what not. */
final class ResultsRoutesTest {

    @TempDir private Path root;

    @BeforeEach
    void aStudyAndWhatLiesBesideIt() throws IOException {
        for (String name : new String[] {"served/a", "served/b", "served/empty", "beside"}) {
            Files.createDirectories(root.resolve(name));
        }
        write("served/a/manifest.json", "{\"state\": \"complete\"}");
        write("served/a/report.html", "<script>alert(1)</script>");
        write("served/a/summary.json", "{\"scenario\": \"x\", \"policies\": {}}");
        write("served/a/secret.txt", "no");
        write("served/b/manifest.json", "{\"state\": \"complete\"}");
        write("beside/manifest.json", "{\"state\": \"complete\"}");
        write("beside/report.html", "no");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }

    private Asked.Answer get(String path) throws IOException {
        try (Asked asked = new Asked(root.resolve("served"))) {
            return asked.get(path);
        }
    }

    @Test
    void aReportCanDoNothing() throws Exception {
        Asked.Answer report = get("/api/study/file?at=a&name=report.html");

        assertThat(report.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(report.header("Content-Security-Policy"))
                .isEqualTo("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        assertThat(report.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void otherFilesAreHandedOut() throws Exception {
        Asked.Answer summary = get("/api/study/file?at=a&name=summary.json");

        assertThat(summary.status()).isEqualTo(200);
        assertThat(summary.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"summary.json\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at=a&name=secret.txt",
                "at=a&name=..%2F..%2Fbeside%2Freport.html",
                "at=..%2Fbeside&name=report.html",
                "at=a&name=report.md",
                "at=a%00&name=report.html",
                "at=a"
            })
    void nothingElseIs(String query) throws Exception {
        assertThat(get("/api/study/file?" + query).status()).isEqualTo(404);
    }

    @Test
    void linksOutOfTheFolderLeadNowhere() throws Exception {
        Files.createSymbolicLink(root.resolve("served/link"), root.resolve("beside"));
        Files.createSymbolicLink(
                root.resolve("served/b/report.html"), root.resolve("beside/report.html"));

        assertThat(get("/api/study/file?at=link&name=report.html").status()).isEqualTo(404);
        assertThat(get("/api/study/file?at=b&name=report.html").status()).isEqualTo(404);
        assertThat(get("/api/study?at=link").status()).isEqualTo(404);
    }

    @Test
    void aFolderWithoutAManifestIsNoStudy() throws Exception {
        assertThat(get("/api/study?at=empty").body())
                .isEqualTo(
                        "{\"problem\":\"at: 'empty' holds no study: it has no manifest.json.\","
                                + "\"maybe\":\"a study of the list.\"}");
    }

    @Test
    void numbersAreBounded() throws Exception {
        Asked.Answer answer = get("/api/study?at=a&variant=-1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("variant: '-1' is no whole number from 0 to 10000.");
    }

    @Test
    void aComparisonIsOfTwoAtLeast() throws Exception {
        assertThat(get("/api/compare?at=a").body()).contains("1 studies cannot be compared");
        assertThat(get("/api/compare?at=a&at=b").status()).isEqualTo(200);
        assertThat(get("/api/compare?at=a&at=nothing").status()).isEqualTo(404);
    }

    @Test
    void aServedFolderMayBeAStudyItself() throws Exception {
        try (Asked asked = new Asked(root.resolve("served/a"))) {
            assertThat(asked.get("/api/studies").body()).contains("\"at\":\"\"");
            assertThat(asked.get("/api/study?at=").body()).contains("\"scenario\":\"x\"");
            assertThat(asked.get("/api/study/file?name=report.html").status()).isEqualTo(200);
        }
    }
}
