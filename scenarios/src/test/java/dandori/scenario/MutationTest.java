package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a file, the reader gives a scenario or issues. */
class MutationTest {

    private static final String[] PIECES = {
        ":",
        ": ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\n",
        "  ",
        "-",
        "- ",
        "'",
        "\"",
        "#",
        "&a",
        "*a",
        "!",
        "|",
        ">",
        "%",
        "@",
        "\t",
        "0",
        "-1",
        "1e99",
        "1e999999999",
        "9".repeat(40),
        "NaN",
        ".inf",
        "~",
        "null",
        "true",
        "\u3042",
        "\ud83d\ude00",
        "\u0007",
        "1d",
        "1..3",
        "use",
        "extends: easy",
        "<<: ",
        "?",
        "x".repeat(300),
        "unlimited"
    };

    @ParameterizedTest
    @ValueSource(strings = {"first-steps.yaml", "your-trace.yaml", "one-model.yaml"})
    void mutationsGiveAResultOrIssues(String example) throws IOException {
        byte[] original = Files.readAllBytes(ExamplesTest.example(example));
        int read = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] mutant = original;
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutant = mutated(mutant, random);
            }
            try {
                Scenario scenario =
                        ScenarioReader.read(
                                "m.yaml", mutant, Path.of("/nowhere"), List.of(), PARTS);
                assertThat(ScenarioText.of(scenario, PARTS)).isNotEmpty();
                read++;
            } catch (ScenarioException e) {
                assertThat(e.issues()).isNotEmpty().allSatisfy(MutationTest::assertSpeaks);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "Seed %d of %s:%n%s"
                                .formatted(
                                        seed, example, new String(mutant, StandardCharsets.UTF_8)),
                        e);
            }
        }
        assertThat(read).isLessThan(200);
    }

    private static void assertSpeaks(Issue issue) {
        assertThat(issue.message()).endsWith(".").doesNotContain("Exception", "tools.jackson");
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(1, 12));
        String piece = PIECES[random.nextInt(PIECES.length)];
        String changed =
                switch (random.nextInt(5)) {
                    case 0 -> text.substring(0, at) + text.substring(end);
                    case 1 -> text.substring(0, at) + piece + text.substring(at);
                    case 2 -> text.substring(0, at) + piece + text.substring(end);
                    case 3 -> withLineTwice(text, at);
                    default -> withOtherWord(text, random);
                };
        byte[] result = changed.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0 && result.length > 0) {
            result[random.nextInt(result.length)] = (byte) random.nextInt(256);
        }
        return result.length == 0 ? bytes : result;
    }

    private static String withLineTwice(String text, int at) {
        int begin = text.lastIndexOf('\n', at) + 1;
        int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at) + 1;
        return begin >= end
                ? text
                : text.substring(0, end) + text.substring(begin, end) + text.substring(end);
    }

    /** A value or key replaced by a word from elsewhere in the file. */
    private static String withOtherWord(String text, SplittableRandom random) {
        String[] words = text.split("[^A-Za-z0-9.]+");
        String one = words[random.nextInt(words.length)];
        String other = words[random.nextInt(words.length)];
        return one.isEmpty() ? text : text.replace(one, other);
    }
}
