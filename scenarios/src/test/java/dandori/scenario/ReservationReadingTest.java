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
        Scenario read = reserving("nodes: 0-3 8, users: [us-u1], name: demo");
        NodeSet nodes = read.reservations().get(0).nodes();
        assertThat(nodes).isEqualTo(NodeSet.range(0, 3).or(NodeSet.range(8, 8)));
        assertThat(read.policies().get(0).placements().get("one").use()).isEqualTo("first-fit");
    }

    @Test
    void theResolvedTextIsReadBack() {
        Scenario read =
                reserving(
                        "nodes: 0-3 8, organizations: [us], users: [us-u1], days: [mon], lend: 5min");
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

    private static final String GROUPS =
            RIGHT.replace("{nodes: 64}", "{from: catalogue/fugaku, groups: true}");

    @Test
    void itMayBeForGroupsAndCampaigns() {
        String some = "reservations=[{from: 0d, to: 2d, nodes: 21000-21010, ";
        Scenario read = scenario(GROUPS, some + "partitions: [large, huge]}]");
        assertThat(read.reservations().get(0).reservation(read.run().start()).partitions())
                .containsExactlyInAnyOrder("large", "huge");
        assertThat(scenario(ScenarioText.of(read, PARTS)).reservations())
                .isEqualTo(read.reservations());
        Scenario trains =
                scenario(
                        CampaignIssuesTest.RIGHT,
                        "reservations=[{machine: hokkaido, from: 0d, to: 2d, nodes: 4, campaigns: [first]}]");
        PlannedReservation one = trains.reservations().get(0);
        assertThat(one.campaigns()).containsExactly("first");
        assertThat(one.reservation(trains.run().start()).users()).containsExactly("first");
        assertThat(scenario(ScenarioText.of(trains, PARTS)).reservations())
                .isEqualTo(trains.reservations());
    }

    @Test
    void itIsForSomebodyWhoComes() {
        assertThat(told("nodes: 4, users: [us-u01]"))
                .contains("reservations[0].users", "'us-u01' is no user", "\nMaybe 'us-u1'.");
        assertThat(told("nodes: 4, campaigns: [llm]")).contains("there is no campaign 'llm'");
        assertThat(told("nodes: 4, partitions: [large]"))
                .contains("'large' is no partition of this scenario");
        String some = "reservations=[{from: 0d, to: 2d, nodes: 0-3, partitions: [small]}]";
        String far = some.replace("0-3", "158000-158010");
        assertThat(issues(GROUPS, some)).isEmpty();
        assertThat(String.join("; ", issues(GROUPS, far)))
                .contains("the nodes of 'small' are ", "and none of them is kept.\nMaybe 'nodes: ");
        String two =
                RIGHT.replace("one: {nodes: 64}", "one: {nodes: 64}\n  two: {nodes: 3}")
                        .replace("workload:", "organizations: {us: {home: one}}\nworkload:");
        String there =
                "reservations=[{machine: two, from: 0d, to: 2d, nodes: 1, organizations: [us]}]";
        assertThat(issues(two, there))
                .containsExactly(
                        "reservations[0].organizations (--set): 'us' is at home on 'one', and no"
                                + " policy sends its jobs to 'two'.\nMaybe 'machine: one'.");
        assertThat(
                        issues(
                                two,
                                there,
                                "organizations.us.mayMove=true",
                                "workload.routing=least-loaded"))
                .isEmpty();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        String text = "reservations=[{from: 0d, to: 2d, nodes: 99, users: [ada], campaigns: [x]}]";
        assertThat(issues(RIGHT, text)).hasSize(3);
    }

    @Test
    void hoursThatAreNoTimeAreRefused() {
        String kept = "nodes: 4, organizations: [us], ";
        assertThat(told(kept + "hours: 09:00-09:00"))
                .isEqualTo(
                        "reservations[0].hours (--set): ends when it begins: is it no time, or all"
                                + " day?\nMaybe leave it out: then it is all day.");
        Scenario read = reserving(kept + "hours: 00:00-24:00");
        assertThat(scenario(ScenarioText.of(read, PARTS))).isEqualTo(read);
        // The run begins on a Monday.
        assertThat(told(kept + "days: [fri]"))
                .isEqualTo(
                        "reservations[0].days (--set): there is no such time between 'from' and"
                                + " 'to'.\nMaybe a later 'to', or more 'days'.");
        String dates =
                "reservations=[{from: 2d, to: 2026-01-06T00:00Z, nodes: 4, organizations: [us]}]";
        assertThat(issues(RIGHT, dates))
                .containsExactly("reservations[0].to (--set): must lie after 'from'.");
    }

    @Test
    void plansOfWhichNothingComesAreWarnedOf() {
        Scenario read =
                scenario(
                        RIGHT,
                        "run.length=1w",
                        "reservations=[{from: 8d, to: 9d, nodes: 4, organizations: [us], name:"
                                + " late}, {from: 1d, to: 9d, nodes: 4, organizations: [us]}]",
                        "maintenance=[{from: 2025-12-01T00:00Z, to: 2025-12-02T00:00Z, name: past}]",
                        "power={one: {caps: [{from: 1w, to: 2w, share: 0.5, by: off}]}}");
        assertThat(new Workloads(read, (now, all) -> {}).warnings())
                .containsExactly(
                        "'maintenance[0]' (past) is over before the run begins.",
                        "'power.one.caps[0]' begins when the run is over (1w): at most it keeps"
                                + " jobs from starting that would run into it.",
                        "Reservation 'late' begins when the run is over (1w): at most it keeps jobs"
                                + " from starting that would run into it.");
    }
}
