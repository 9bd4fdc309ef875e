package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.NodeSet;
import dandori.machine.Opening;
import dandori.machine.Reservation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What scenarios say of reservations. */
class ReservationReadingTest {

    private static final long HOUR = 3_600_000;

    private static Scenario reserving(String one) {
        return scenario(RIGHT, "reservations=[{from: 0d, to: 2d, " + one + "}]");
    }

    private static String told(String one) {
        String text = "reservations=[{from: 0d, to: 2d, " + one + "}]";
        return String.join("; ", issues(RIGHT, text));
    }

    @Test
    void aNumberIsThatOfTheLastNodes() {
        Scenario read = reserving("nodes: 4, organizations: [us], hours: 09:00-12:00, lend: 1h");
        assertThat(read.reservations().get(0).reservation(read.run().start()))
                .isEqualTo(
                        new Reservation(
                                "reservation-1",
                                "one",
                                NodeSet.range(60, 63),
                                List.of(
                                        new Opening(9 * HOUR, 12 * HOUR, 12 * HOUR),
                                        new Opening(33 * HOUR, 36 * HOUR, 36 * HOUR)),
                                Set.of("us"),
                                Set.of(),
                                HOUR));
    }

    @Test
    void nodesMayBeNamedAndThePlacementHasPlaces() {
        Scenario read = reserving("nodes: 0-3 8, users: [ada], name: demo");
        NodeSet nodes = read.reservations().get(0).nodes();
        assertThat(nodes).isEqualTo(NodeSet.range(0, 3).or(NodeSet.range(8, 8)));
        assertThat(read.policies().get(0).placements().get("one").use()).isEqualTo("first-fit");
    }

    @Test
    void theResolvedTextIsReadBack() {
        Scenario read =
                reserving(
                        "nodes: 0-3 8, organizations: [us], users: [ada], days: [mon], lend: 5min");
        assertThat(scenario(ScenarioText.of(read, PARTS))).isEqualTo(read);
    }

    @Test
    void whatCannotBeIsTold() {
        assertThat(told("nodes: 4")).contains("is for nobody");
        assertThat(told("nodes: 65, organizations: [us]"))
                .contains("must be a number of nodes or some of 0-63");
        assertThat(told("nodes: 9-5, organizations: [us]")).contains("some of 0-63");
        assertThat(told("nodes: 4, organizations: [them]"))
                .contains("there is no organization 'them'");
        assertThat(told("nodes: 4, organizations: [us], machine: two"))
                .contains("there is no machine 'two'");
        String text = "reservations=[{from: 0d, to: 2d, nodes: 4, organizations: [us]}]";
        assertThat(String.join("; ", issues(RIGHT, text, "policies.easy.placement=count")))
                .contains("'count' gives jobs no places, but nodes of 'one' are reserved");
        assertThat(String.join("; ", issues(RIGHT, text, "policies.easy.backfill=eazy")))
                .contains("there is no backfill 'eazy'");
    }
}
