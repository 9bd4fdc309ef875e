package dandori.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that are no scenario, and YAML that is not read. */
class TreeReaderTest {

    private static List<String> issues(byte[] bytes) {
        Issues issues = new Issues();
        TreeReader.read(bytes, issues);
        return issues.list().stream().map(Issue::text).toList();
    }

    private static List<String> issues(String text) {
        return issues(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void emptyFilesAndFilesOfCommentsAreEmpty() {
        assertThat(issues("")).containsExactly("is empty.");
        assertThat(issues("# nothing\n\n")).containsExactly("is empty.");
    }

    @Test
    void binaryFilesAndOtherEncodingsAreNoText() {
        assertThat(issues(new byte[] {'a', 0, 'b'}))
                .containsExactly("is no text: it holds a byte of value 0.");
        assertThat(issues(new byte[] {'a', (byte) 0xe4, 'b'}))
                .containsExactly("is no text in UTF-8.");
    }

    @Test
    void filesAreBounded() {
        assertThat(issues(new byte[TreeReader.LARGEST_BYTES + 1]))
                .containsExactly("is 4194305 bytes long, but a scenario may have 4194304 at most.");
        assertThat(issues("a: " + "[".repeat(60)))
                .containsExactly("is nested deeper than 40 levels, or longer than is read.");
    }

    @Test
    void aFileHoldsOneDocument() {
        assertThat(issues("a: 1\n---\nb: 2\n"))
                .containsExactly(
                        "(line 3): a second document begins here, but a file holds one scenario.\n"
                                + "Maybe delete the line '---' before it.");
    }

    @Test
    void anchorsAliasesAndTagsAreRefusedOnce() {
        String text =
                "anchors (&), aliases (*) and tags (!) of YAML are not read.\n"
                        + "Maybe write the value out, or let one policy extend another with 'extends'.";

        assertThat(issues("a: &x [1]\nb: [*x, *x]\n")).containsExactly("a (line 1): " + text);
        assertThat(issues("a: 1\nb: !!binary aGk=\n")).containsExactly("b (line 2): " + text);
    }

    @Test
    void brokenYamlNamesItsLineAndItsReason() {
        assertThat(issues("a: 1\n b: 2\n"))
                .containsExactly(
                        "(line 2): is no YAML: mapping values are not allowed here.\n"
                                + "Maybe the indentation (spaces only), a quote or a bracket is wrong"
                                + " here or in the line before.");
        assertThat(issues("a: [1, 2\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("(line 1): is no YAML: expected ',' or ']', but got <stream end>.");
        assertThat(issues("? [1]\n: 2\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("(line 1): is no YAML: ");
    }

    @Test
    void charactersOfTwoHalvesMayStandAnywhere() {
        for (int before = 0; before < 3_000; before++) {
            assertThat(issues("a: 1 #" + "x".repeat(before) + "\ud83d\ude00\n")).isEmpty();
        }
    }

    @Test
    void linesAndPathsAreThoseOfTheKeys() {
        Issues issues = new Issues();
        Node root =
                TreeReader.read(
                        "\uFEFFa:\n  b:\n    - 1\n    - {c: no}\n".getBytes(StandardCharsets.UTF_8),
                        issues);

        assertThat(issues.isEmpty()).isTrue();
        Sequence list = (Sequence) ((Mapping) ((Mapping) root).get("a")).get("b");
        assertThat(list.line()).isEqualTo(2);
        assertThat(((Mapping) list.items().get(1)).get("c"))
                .isEqualTo(new Scalar("a.b[1].c", 4, "no", Scalar.Type.TEXT));
    }
}
