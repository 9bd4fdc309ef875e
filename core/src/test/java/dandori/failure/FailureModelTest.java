package dandori.failure;

import static dandori.failure.Draws.DAY;
import static dandori.failure.Draws.all;
import static dandori.failure.Draws.until;
import static dandori.failure.ManyHazards.ALL;
import static dandori.failure.ManyHazards.MACHINE;
import static dandori.failure.ManyHazards.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The failures of several hazards at once, and of each of them alone. */
class FailureModelTest {

    @Test
    void theSameSeedGivesTheSameFailuresAndAnotherGivesOthers() {
        assertThat(until(900 * DAY, ALL, MACHINE, 1)).isEqualTo(until(900 * DAY, ALL, MACHINE, 1));
        assertThat(until(900 * DAY, ALL, MACHINE, 1))
                .isNotEqualTo(until(900 * DAY, ALL, MACHINE, 2));
    }

    /** On any JDK. */
    @Test
    void theFirstFailuresOfSeedOne() {
        assertThat(
                        until(5 * DAY, ALL, MACHINE, 1).stream()
                                .map(f -> f.atMillis() + " " + f.cause() + " " + f.nodes())
                                .toList())
                .containsExactly(
                        "40996745 SWITCH 4-7",
                        "50245683 SOFTWARE 5",
                        "156515533 SOFTWARE 9",
                        "378575888 NODE 20",
                        "397962732 NODE 15",
                        "416395879 NODE 6");
    }

    @Test
    void failuresComeByTimeThenCauseThenFirstNode() {
        // Rates of some a millisecond, so that many share an instant.
        FailureModel dense =
                new FailureModel(
                        List.of(
                                new SoftwareHazard("os", all(MACHINE), 30),
                                new SwitchHazard("leaves", 10, new Repair.Fixed(1)),
                                new NodeHazard("n", all(MACHINE), 15, new Repair.Fixed(1))));
        List<Failure> drawn = until(2_000, dense, MACHINE, 1);
        assertThat(drawn)
                .hasSizeGreaterThan(4_000)
                .isSortedAccordingTo(
                        Comparator.comparingLong(Failure::atMillis)
                                .thenComparing(Failure::cause)
                                .thenComparingInt(failure -> failure.nodes().first(0)));
    }

    @Test
    void aHazardDoesNotChangeTheOthers() {
        List<Failure> together = until(2_000 * DAY, ALL, MACHINE, 1);
        List<Failure> apart = new ArrayList<>();
        for (Hazard hazard : ALL.hazards()) {
            apart.addAll(until(2_000 * DAY, new FailureModel(List.of(hazard)), MACHINE, 1));
        }
        assertThat(together).containsExactlyInAnyOrderElementsOf(apart);
    }

    @Test
    void repairsDoNotChangeWhenAndWhereNodesWithoutMemoryFail() {
        NodeHazard slow =
                new NodeHazard("old", OLD.nodes(), 20 * DAY, new Repair.LogNormal(DAY, 9 * DAY));
        assertThat(whenAndWhere(slow)).isEqualTo(whenAndWhere(OLD));
        NodeHazard lemons =
                new NodeHazard(
                        "old",
                        OLD.nodes(),
                        OLD.lifetime(),
                        Age.NEW,
                        new Lemons(0.2, 10),
                        OLD.repair());
        List<Failure> others = until(900 * DAY, new FailureModel(List.of(lemons)), MACHINE, 1);
        assertThat(others.stream().map(Failure::atMillis).toList())
                .isEqualTo(
                        until(900 * DAY, new FailureModel(List.of(OLD)), MACHINE, 1).stream()
                                .map(Failure::atMillis)
                                .toList());
    }

    private static List<String> whenAndWhere(NodeHazard hazard) {
        return until(900 * DAY, new FailureModel(List.of(hazard)), MACHINE, 1).stream()
                .map(failure -> failure.atMillis() + " " + failure.nodes())
                .toList();
    }
}
