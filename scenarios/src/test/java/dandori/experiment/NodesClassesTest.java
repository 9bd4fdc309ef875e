package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.Machine;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes of jobs. */
class NodesClassesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "8, 1 2 3-4 5-8",
        "64, 1 2 3-4 5-8 9-16 17-32 33-64",
        "100, 1 2-4 5-16 17-64 65-100",
        "1024, 1 2-4 5-16 17-64 65-256 257-1024",
        "158976, 1 2-8 9-64 65-512 513-4096 4097-32768 32769-158976",
    })
    void theyFitTheLargestMachine(int nodes, String names) {
        NodesClasses classes =
                NodesClasses.of(List.of(Machine.flat("a", 1), Machine.flat("b", nodes)));

        assertThat(IntStream.range(0, classes.count()).mapToObj(classes::name))
                .containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 100, 1024})
    void everySizeIsInTheClassThatNamesIt(int nodes) {
        NodesClasses classes = NodesClasses.of(List.of(Machine.flat("a", nodes)));

        for (int size = 1; size <= nodes; size++) {
            String[] bounds = classes.name(classes.classOf(size)).split("-");
            assertThat(size)
                    .isBetween(
                            Integer.parseInt(bounds[0]),
                            Integer.parseInt(bounds[bounds.length - 1]));
        }
        assertThat(classes.classOf(nodes + 1)).isEqualTo(-1);
    }
}
