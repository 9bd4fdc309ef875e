package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.machine.Calendar.OnBegin;
import dandori.machine.Outage;
import dandori.scenario.text.ScenarioException;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planned outages of scenarios and of the machines that they name. */
class MaintenanceTest {

    private static final long HOUR = 3_600_000;

    private static final String FUGAKU =
            RIGHT.replace("{nodes: 64}", "{from: catalogue/fugaku, groups: true}");

    private static List<Outage> outages(String text, String... settings) {
        Scenario read = scenario(text, settings);
        return Outages.of(read, read.run().start());
    }

    @Test
    void timesCountFromTheBeginningAndDatesFromItsDate() {
        assertThat(
                        outages(
                                RIGHT,
                                "maintenance=[{from: 1d, to: 2d},"
                                        + " {from: 2026-01-05T02:00Z, to: 6h, nodes: 3, onBegin: kill}]"))
                .containsExactly(
                        Outage.whole(24 * HOUR, 48 * HOUR).of("one"),
                        new Outage(2 * HOUR, 6 * HOUR, 3).of("one").onBegin(OnBegin.KILL));
    }

    @Test
    void theMachinesOwnIsPlannedWhereTheDateIsKnown() {
        String start = "run.start=2025-10-06T15:00Z";
        Outage own = Outage.whole(0, 87 * HOUR).of("one");
        assertThat(outages(FUGAKU, start)).containsExactly(own);
        assertThat(outages(FUGAKU, start, "machines.one.groups=false")).containsExactly(own);
        assertThat(outages(FUGAKU, start, "machines.one.maintenance=false")).isEmpty();
        assertThat(Outages.of(scenario(FUGAKU), null)).isEmpty();
    }

    @Test
    void aPoolMayBeNamedWithGroups() {
        assertThat(outages(FUGAKU, "maintenance=[{from: 1h, to: 2h, nodes: 48, pool: large}]"))
                .contains(new Outage(HOUR, 2 * HOUR, 48).of("one").in("large"));
    }

    @Test
    void theResolvedTextIsReadBack() {
        String text =
                ScenarioText.of(
                        scenario(
                                FUGAKU,
                                "maintenance=[{from: 1h, to: 90min},"
                                        + " {from: 2026-01-06T00:00+09:00, to: 7d, nodes: 9, pool: large,"
                                        + " onBegin: requeue}]"),
                        PARTS);
        assertThat(text)
                .contains(
                        """
                        maintenance:
                          - machine: one
                            from: 1h
                            to: 1h30min
                            onBegin: drain
                          - machine: one
                            from: 2026-01-06T00:00+09:00
                            to: 1w
                            nodes: 9
                            pool: large
                            onBegin: requeue
                        report:
                        """);
        assertThat(ScenarioText.of(scenario(text), PARTS)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    {from: 1d, to: 2d} # maintenance (--set): must be a list of at least one, but is a mapping.
                    [{from: 1d}] # maintenance[0] (--set): 'to' is missing./Maybe add 'to' (date with zone, or duration): when they come back.
                    [{from: 2d, to: 1d}] # maintenance[0].to (--set): must lie after 'from' (2d), but is 1d.
                    [{from: 2d, to: 2026-01-06T00:00Z}] # maintenance[0].to (--set): must lie after 'from'.
                    [{from: 1, to: 2d}] # maintenance[0].from (--set): must be a duration with its unit, but is 1./Maybe '1min'. Units: ms, s, min, h, d, w, y.
                    [{from: 1d, to: 2d, machine: two}] # maintenance[0].machine (--set): there is no machine 'two'./Maybe 'one'.
                    [{from: 1d, to: 2d, nodes: 65}] # maintenance[0].nodes (--set): must be at most 64, but is 65.
                    [{from: 1d, to: 2d, nodes: 0}] # maintenance[0].nodes (--set): must be at least 1, but is 0.
                    [{from: 1d, to: 2d, pool: large}] # maintenance[0].pool (--set): 'large' is not a pool of 'one' here./Maybe 'one'.
                    [{from: 1d, to: 2d, onBegin: wait}] # maintenance[0].onBegin (--set): must be 'drain', 'kill' or 'requeue', but is 'wait'.
                    [{from: 1d, to: 2d, node: 3}] # maintenance[0].node (--set): there is no key 'node' here./Maybe 'nodes'. Known: name, machine, from, to, hours, days, nodes, pool, onBegin.
                    [{from: 1d, to: 3d, nodes: 40}, {from: 2d, to: 4d, nodes: 30}] # maintenance[1].nodes (--set): with those planned beside it, 70 of 64 nodes are away at once./Maybe leave 'nodes' out where all leave: outages of the whole machine may overlap.
                    """)
    void whatIsWrongIsSaid(String value, String issue) {
        List<String> found = issues(RIGHT, "maintenance=" + value);
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).startsWith(issue.replace("/Maybe", "\nMaybe"));
    }

    @Test
    void allOfAListIsToldAtOnce() {
        String value =
                "[{from: 2d, to: 2d, nodes: 0}, {from: 1d, to: 2d, machine: two, onBegin: wait}]";
        assertThat(issues(RIGHT, "maintenance=" + value)).hasSize(4);
    }

    @Test
    void severalMachinesAndPoolsMustBeToldApart() {
        String two =
                RIGHT.replace("one: {nodes: 64}", "one: {nodes: 64}\n  two: {nodes: 3}")
                        .replace("workload:", "organizations: {us: {home: one}}\nworkload:");
        assertThat(issues(two, "maintenance=[{from: 1d, to: 2d}]"))
                .containsExactly(
                        "maintenance[0] (--set): 'machine' is missing, and there are several."
                                + "\nMaybe one of: one, two.");
        assertThat(issues(FUGAKU, "maintenance=[{from: 1d, to: 2d, nodes: 5}]"))
                .containsExactly(
                        "maintenance[0].nodes (--set): 'one' has several pools: these nodes are of"
                                + " one of them.\nMaybe 'pool: small'.");
        assertThat(issues(RIGHT, "machines.one.maintenance=false"))
                .containsExactly(
                        "machines.one.maintenance (--set): a flat machine has no file that could"
                                + " list any.\nMaybe leave it out here: outages are listed below"
                                + " 'maintenance' of the scenario.");
    }

    @Test
    void aDateNeedsARunWithADate() {
        Scenario read =
                scenario(RIGHT, "maintenance=[{from: 2026-01-06T00:00Z, to: 2026-01-07T00:00Z}]");
        assertThatThrownBy(() -> Outages.of(read, null))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("maintenance[0].from: is a date, but");
        assertThat(Outages.of(read, ZonedDateTime.parse("2026-01-05T12:00Z")))
                .containsExactly(Outage.whole(12 * HOUR, 36 * HOUR).of("one"));
    }
}
