package dandori.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN =
            List.of("fair-tree", "fcfs", "sjf", "warmUp", "hokkaido");

    @ParameterizedTest
    @CsvSource({
        "fairtre, fair-tree",
        "FairTree, fair-tree",
        "fcsf, fcfs",
        "sfj, sjf",
        "warm_up, warmUp",
        "hokaido, hokkaido"
    })
    void aSlipOfTheFingersIsFound(String name, String meant) {
        assertThat(NearestName.of(name, KNOWN)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"conservative", "x", "tree", "''"})
    void whatIsFarIsNotGuessed(String name) {
        assertThat(NearestName.of(name, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 0",
        "abc, acb, 1",
        "abc, abcd, 1",
        "abc, xbc, 1",
        "'', abc, 3",
        "kitten, sitting, 3",
        "ca, abc, 3"
    })
    void distancesCountSwapsOnce(String a, String b, int distance) {
        assertThat(NearestName.distance(a, b)).isEqualTo(distance);
        assertThat(NearestName.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void endlessNamesCostNothing() {
        assertThat(NearestName.of("x".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
