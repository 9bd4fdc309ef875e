package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are no scenario at all, or too much of one: each has an error that one understands.
 */
class BrokenTextTest {

    private static final String RIGHT = Reading.RIGHT;
    private static final int LARGEST = 1 << 20;

    @TempDir private Path folder;

    /** The issues of a text, and that they are fit to be shown. */
    private static List<String> told(byte[] bytes) {
        List<String> issues = Reading.issues(bytes);
        assertThat(issues)
                .allSatisfy(issue -> assertThat(issue).doesNotContain("Exception", "tools."));
        assertThat(issues).hasSizeLessThan(1_002);
        return issues;
    }

    private static String first(String text) {
        return told(text.getBytes(StandardCharsets.UTF_8)).stream().findFirst().orElse("");
    }

    @Test
    void aFileThatIsCutAtAnyByteIsAShorterOneOrHasAFault() throws IOException {
        byte[] bytes = Files.readAllBytes(ExamplesTest.example("urgent-and-spot.yaml"));
        for (int end = 0; end < bytes.length; end += 17) {
            told(Arrays.copyOf(bytes, end));
        }
        for (int end = 0; end < RIGHT.length(); end++) {
            List<String> issues = told(RIGHT.substring(0, end).getBytes(StandardCharsets.UTF_8));
            boolean isWhole = RIGHT.substring(0, end).contains("policies:\n  easy:");
            assertThat(issues.isEmpty() && !isWhole).as("cut at %d", end).isFalse();
        }
    }

    @Test
    void whatRefersToOtherPlacesIsRefusedWhereverItStands() {
        String not = "anchors (&), aliases (*) and tags (!) of YAML are not read.";

        assertThat(first(RIGHT.replace(": small", ": &n small")))
                .startsWith("scenario (line 1): " + not);
        assertThat(first(RIGHT.replace("machines:", "&n machines:")))
                .startsWith("machines (line 2): " + not);
        assertThat(first(RIGHT.replace(": small", ": *n"))).contains(not);
        assertThat(first(RIGHT.replace(": small", ": !!str small"))).contains(not);
        assertThat(first(RIGHT.replace("{nodes: 64}", "&m {nodes: 64}\n  two: *m")))
                .startsWith("machines.one (line 3): " + not);
        assertThat(first(RIGHT.replace("{nodes: 64}", "{<<: {nodes: 64}}")))
                .contains("machines.one");
        assertThat(
                        told(
                                RIGHT.replace("{nodes: 64}", "{nodes: 64, <<: {unit: node}}")
                                        .getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        "machines.one.<< (line 3): there is no key '<<' here.\nMaybe 'extends': merge keys of YAML are not read.");
    }

    @Test
    void aBillionLaughsAreOneIssueEach() {
        StringBuilder laughs =
                new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1);
            laughs.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", before, before, before)));
        }

        List<String> issues = told((laughs + RIGHT).getBytes(StandardCharsets.UTF_8));

        assertThat(issues).hasSize(31);
        assertThat(issues.get(0)).startsWith("a0 (line 1): anchors (&)");
    }

    @Test
    void nestingWithoutEndIsTold() throws IOException {
        for (String open : new String[] {"[", "{a: ", "- ", "? ", "[{a: ["}) {
            String deep =
                    "scenario: small\nx: " + (open.equals("- ") || open.equals("? ") ? "\n  " : "");
            assertThat(first(deep + open.repeat(100_000))).isNotEmpty();
        }
        assertThat(first("x: " + "[".repeat(100_000)))
                .isEqualTo("(line 1): is nested deeper than 40 levels.");
        Path large = folder.resolve("large.yaml");
        try (var out = Files.newOutputStream(large)) {
            byte[] piece = "[".repeat(LARGEST).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(piece);
            }
        }
        assertThat(issuesOf(large))
                .containsExactly(
                        "is 104857600 bytes long, but a scenario may have 1048576 at most.");
    }

    private static List<String> issuesOf(Path file) {
        try {
            ScenarioReader.read(file, List.of());
            return List.of();
        } catch (ScenarioException told) {
            return told.issues().stream().map(Issue::text).toList();
        }
    }

    @Test
    void whatIsNoTextIsTold() throws IOException {
        byte[] right = RIGHT.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(right);
        }
        byte[] noise = new byte[100_000];
        new SplittableRandom(1).nextBytes(noise);

        assertThat(told(zipped.toByteArray()))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("is no text");
        assertThat(told(noise)).hasSize(1).first().asString().startsWith("is no text");
        assertThat(told(RIGHT.getBytes(StandardCharsets.UTF_16)))
                .containsExactly("is text in UTF-16, but UTF-8 is read.");
        assertThat(told(RIGHT.getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("is no text: it holds a byte of value 0.");
        assertThat(told(RIGHT.replace("small", "sm\u00e4ll").getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("is no text in UTF-8.");
        assertThat(first(RIGHT.replace("small", "sm\0ll")))
                .isEqualTo("is no text: it holds a byte of value 0.");
        assertThat(first(RIGHT.replace("\n  one", "\n\tone"))).startsWith("(line 3): is no YAML: ");
        assertThat(first("")).isEqualTo("is empty.");
        assertThat(first(RIGHT + "---\n" + RIGHT)).contains("a second document begins here");
    }

    @Test
    void whatIsEqualTextIsRead() {
        assertThat(told(("\uFEFF" + RIGHT).getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(told(RIGHT.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(told(("---\n" + RIGHT + "...\n").getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void unknownKeysByTheThousandAreCountedOnceEach() {
        StringBuilder text = new StringBuilder(RIGHT);
        for (int i = 0; i < 20_000; i++) {
            text.append("machin").append(i).append(": 1\n");
        }

        List<String> issues = told(text.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(issues.get(0)).contains("there is no key 'machin0' here.\nMaybe 'machines'.");
        assertThat(issues.get(1_000)).contains("there are 19,000 more problems.");
    }

    @Test
    void namesOfASectionAreBounded() {
        for (String section : new String[] {"machines", "policies", "campaigns"}) {
            StringBuilder text = new StringBuilder(section).append(":\n");
            for (int i = 0; i < 1_001; i++) {
                text.append("  n").append(i).append(": {}\n");
            }

            assertThat(told(text.toString().getBytes(StandardCharsets.UTF_8)))
                    .containsExactly(
                            section + " (line 1): has 1,001 names, but 1,000 are read at most.");
        }
    }

    @Test
    void aMegabyteOfAnythingHasAnAnswer() {
        String[] pieces = {
            "x", " ", "!", "&a ", "1,", "'", "a: ", "9", "|\n", "[]", "a: 1\n", "k: {a: 1}\n"
        };
        List<String> texts = new ArrayList<>();
        for (String piece : pieces) {
            String text = piece.repeat((LARGEST - 200) / piece.length());
            boolean isOdd = texts.size() % 2 == 1;
            texts.add(isOdd ? "scenario: " + text : text);
        }
        texts.add(RIGHT + "x: [" + "1,".repeat(LARGEST / 2 - 500));
        for (String text : texts) {
            assertThat(first(text)).isNotEmpty();
        }
    }
}
