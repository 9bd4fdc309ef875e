package dandori.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names that are nobody's, by the thousand. */
class UnknownNamesTest {

    private static final Node ROOT = new Mapping("", 1, Map.of());

    private static List<String> known(int count) {
        return IntStream.range(0, count).mapToObj(i -> "machine-" + i).toList();
    }

    private static Issues issues(int unknown, List<String> known) {
        Issues issues = new Issues();
        for (int i = 0; i < unknown; i++) {
            issues.addUnknown(ROOT, "there is no '" + i + "'.", "machin-" + i, known);
        }
        return issues;
    }

    @Test
    void namesThatAreNotToldAreNotCompared() {
        Issues issues = issues(20_000, known(15));

        assertThat(issues.count()).isEqualTo(20_000);
        assertThat(issues.isFull()).isTrue();
        assertThat(issues.list()).hasSize(Issues.MOST + 1);
        assertThat(issues.list().get(Issues.MOST).message())
                .isEqualTo("there are 19,000 more problems.");
        assertThat(issues.compared()).isEqualTo(Issues.MOST * 15L);
    }

    @Test
    void manyUnknownAmongManyKnownAreComparedUpToABound() {
        Issues issues = issues(900, known(30_000));

        assertThat(issues.compared()).isLessThan(Issues.MOST_COMPARED + 30_000);
        assertThat(issues.list().get(0).maybe()).startsWith("'machine-0'. Known: machine-0, ");
        assertThat(issues.list().get(899).maybe()).startsWith("one of: machine-0, ");
    }

    @Test
    void anIssueThatIsFoundTwiceIsCountedOnce() {
        Issues issues = issues(2_000, List.of("one"));
        for (int i = 0; i < 2_000; i++) {
            issues.add(ROOT, "there is no '" + i + "'.", null);
        }

        assertThat(issues.count()).isEqualTo(2_000);
    }
}
