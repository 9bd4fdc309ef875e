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
        assertThat(issues("a: 1".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("is text in UTF-16, but UTF-8 is read.");
        assertThat(issues(new byte[] {'a', (byte) 0xe4, 'b'}))
                .containsExactly("is no text in UTF-8.");
    }

    @Test
    void filesAreBounded() {
        assertThat(issues(new byte[TreeReader.LARGEST_BYTES + 1]))
                .containsExactly("is 1048577 bytes long, but a scenario may have 1048576 at most.");
        assertThat(issues("a:\n  " + "[".repeat(60)))
                .containsExactly("(line 2): is nested deeper than 40 levels.");
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
        assertThat(issues("a: 1\nb: &x 2\n")).containsExactly("b (line 2): " + text);
        assertThat(issues("a: {b: [1, &x 2]}\n")).containsExactly("a.b[1] (line 1): " + text);
        assertThat(issues("a: 1\n&x b: 2\n")).containsExactly("b (line 2): " + text);
        assertThat(issues("a: 1\n!!str b: 2\n")).containsExactly("b (line 2): " + text);
        assertThat(issues("a: &x\nb: 1\n")).containsExactly("a (line 1): " + text);
        assertThat(issues("!!map\na: 1\n")).containsExactly("(line 1): " + text);
        assertThat(issues("a: b & c\nd: '*x'\ne: x!y # &z\n")).isEmpty();
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
    void valuesWithoutEndAreReadInOnePiece() {
        String endless = "x".repeat(1_000_000);
        assertThat(issues("a: " + endless + "\nb: \"" + "y".repeat(40_000) + "\"\n")).isEmpty();
        assertThat(issues("[".repeat(1_000_000))).hasSize(1);
        assertThat(issues("a: \"" + endless)).hasSize(1);
        assertThat(issues(" ".repeat(1_000_000))).containsExactly("is empty.");
    }

    @Test
    void ofManyIssuesAThousandAreTold() {
        List<String> told = issues("a: 1\n".repeat(5_000));
        assertThat(told).hasSize(1_001);
        assertThat(told.get(1_000)).isEqualTo("(line 1001): there are 3,999 more problems.");
    }

    @Test
    void valuesAreBounded() {
        String most = "1,".repeat(TreeReader.MOST_VALUES - 3);

        assertThat(issues("a: [" + most + "1]")).isEmpty();
        assertThat(issues("a: [" + most + "1,\n1]"))
                .containsExactly("(line 2): stands behind 100,000 values, but no more are read.");
        assertThat(issues("x".repeat(1_000) + ": [" + "1,".repeat(50_000) + "]"))
                .containsExactly(
                        "(line 1): has keys that are too long for so many values below them.");
    }

    @Test
    void ofLongNamesTheEndsAreTold() {
        String issue = issues("a: 1\n" + ("x".repeat(1_000) + ": 1\n").repeat(2)).get(0);

        assertThat(issue).startsWith("xxx").contains("x…x", "given twice, first in line 2.");
        assertThat(issue.length()).isLessThan(1_400);
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
