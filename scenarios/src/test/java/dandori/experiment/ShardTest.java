package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.scenario.KnownParts;
import dandori.scenario.sweep.VariantReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiments in parts. */
class ShardTest {

    /** Six draws of two policies: two loads by three seeds; both policies twice, by depth. */
    private static final String SWEPT =
            """
            scenario: swept
            machines: {east: {nodes: 32}}
            organizations: {us: {home: east}}
            workload:
              streams:
                - {organization: us, generate: {load: {sweep: [0.6, 0.9]}, nodes: {max: 32}}}
            policies:
              plain: {}
              deep: {backfill: {use: depth, reservations: {sweep: [2, 4], name: deep}}}
            run: {length: 2d, seeds: 1..3}
            """;

    private static Experiment swept() {
        return Experiment.of(
                VariantReader.read(
                        "test.yaml",
                        SWEPT.getBytes(StandardCharsets.UTF_8),
                        Path.of("").toAbsolutePath(),
                        List.of(),
                        KnownParts.found()));
    }

    private static List<Integer> cells(int number, int count) {
        return new Shard(number, count).of(swept()).cells().stream().map(Cell::number).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 9, 12, 23, 24, 25, 60})
    void everyCellIsPlayedOnceUnderItsNumber(int count) {
        List<Experiment> hands = Shard.deal(swept(), count);

        assertThat(hands).hasSize(count);
        assertThat(hands.stream().flatMap(hand -> hand.cells().stream()))
                .containsExactlyInAnyOrderElementsOf(swept().cells());
        assertThat(hands)
                .allSatisfy(hand -> assertThat(hand.cells().stream().map(Cell::number)).isSorted())
                .allSatisfy(hand -> assertThat(hand.variants()).isEqualTo(swept().variants()));
    }

    /** Cells 0, 1 and 6, 7 have the jobs of seed 1 under the first load, for both depths. */
    @Test
    void drawsAreDealtWholeInTheOrderOfTheirFirstCells() {
        assertThat(cells(1, 4)).containsExactly(0, 1, 6, 7, 14, 15, 20, 21);
        assertThat(cells(2, 4)).containsExactly(2, 3, 8, 9, 16, 17, 22, 23);
        assertThat(cells(3, 4)).containsExactly(4, 5, 10, 11);
        assertThat(cells(4, 4)).containsExactly(12, 13, 18, 19);
    }

    @Test
    void shardsShareADrawWhereThereAreMoreOfThem() {
        assertThat(cells(1, 8)).containsExactly(0, 6);
        assertThat(cells(7, 8)).containsExactly(1, 7);
        assertThat(cells(3, 8)).containsExactly(4, 5, 10, 11);
        assertThat(cells(25, 25)).isEmpty();
    }

    @Test
    void theWholeIsOneOfOne() {
        Experiment whole = swept();
        assertThat(Shard.WHOLE.of(whole)).isSameAs(whole);
        assertThat(Shard.of("1/1")).isEqualTo(Shard.WHOLE);
        assertThat(Shard.of("3/4").folder()).isEqualTo("3-of-4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/4", "5/4", "1/0", "0/0"})
    void aNumberThatIsNotAmongThemIsRefused(String text) {
        assertThatThrownBy(() -> Shard.of(text)).hasMessageContaining("there is no shard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1/", "a/b", "1/2/3", "-1/2", "1.0/2", "1 / 2", "1/9999999"})
    void whatIsNoShardIsRefused(String text) {
        assertThatThrownBy(() -> Shard.of(text)).hasMessageContaining("but is '" + text + "'");
    }
}
