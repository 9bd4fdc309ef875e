package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the page is made of is light, comes from this server, and is sent packed. */
final class PageWeightTest {

    private static final Path PAGE = Path.of("src/main/resources/dandori/web/page");
    private static final Pattern LIBRARY = Pattern.compile("/library/[\\w./-]+\\.(?:js|css)");
    private static final int MOST_BYTES = 500_000;

    @TempDir Path results;

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.walk(PAGE)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Set<String> addresses() throws Exception {
        Set<String> addresses = new TreeSet<>();
        for (Path file : files()) {
            String name = PAGE.relativize(file).toString().replace('\\', '/');
            addresses.add(name.equals("index.html") ? "/" : "/page/" + name);
            Matcher library = LIBRARY.matcher(Files.readString(file));
            while (library.find()) {
                addresses.add(library.group());
            }
        }
        return addresses;
    }

    @Test
    void allOfItTogetherIsLight() throws Exception {
        ViewerOptions options = new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, false);
        List<String> absent = new ArrayList<>();
        int bytes = 0;
        try (Viewer viewer = Viewer.start(options)) {
            for (String address : addresses()) {
                Wire.Answer answer = Wire.get(viewer.address(), address);
                if (answer.status() != 200) {
                    absent.add(address);
                }
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (OutputStream gzip = new GZIPOutputStream(packed)) {
                    gzip.write(answer.body().getBytes(StandardCharsets.UTF_8));
                }
                bytes += packed.size();
            }
        }
        assertThat(absent).isEmpty();
        assertThat(addresses()).contains("/", "/page/app.js", "/library/lit-html/lit-html.js");
        assertThat(bytes).isBetween(10_000, MOST_BYTES);
    }

    @Test
    void nothingComesFromElsewhereAndNothingIsTakenForMarkup() throws Exception {
        for (Path file : files()) {
            assertThat(Files.readString(file).replace("http://www.w3.org/", ""))
                    .as(file.toString())
                    .doesNotContain(
                            "http://",
                            "https://",
                            "unsafeHTML",
                            "unsafeSVG",
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacentHTML",
                            "document.write",
                            "eval(",
                            "style=\"",
                            "sendBeacon");
        }
    }

    @Test
    void textIsSentPackedAndOnlyOnce() throws Exception {
        ViewerOptions options = new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, false);
        try (Viewer viewer = Viewer.start(options)) {
            String packed = "Accept-Encoding: gzip";
            Wire.Answer first = Wire.get(viewer.address(), "/page/app.js", packed);
            assertThat(first.head()).contains("content-encoding: gzip");
            Matcher tag = Pattern.compile("etag: (\\S+)").matcher(first.head());
            assertThat(tag.find()).isTrue();
            Wire.Answer again =
                    Wire.get(
                            viewer.address(),
                            "/page/app.js",
                            packed,
                            "If-None-Match: " + tag.group(1));
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }
}
