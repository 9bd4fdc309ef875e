package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.machine.Calendar.OnBegin;
import dandori.machine.NodePower;
import dandori.machine.Outage;
import dandori.machine.Slowdown;
import dandori.scenario.power.PowerPlan;
import dandori.scenario.text.ScenarioException;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What scenarios say of power: what nodes draw, caps, and the hours at which they hold. */
class PowerReadingTest {

    private static final long HOUR = 3_600_000;

    private static PowerPlan plan(String power) {
        return scenario(RIGHT, "power={one: " + power + "}").power().get("one");
    }

    private static List<Outage> outages(String power) {
        Scenario read = scenario(RIGHT, "power={one: " + power + "}");
        return read.power().get("one").outages(read.machines().get(0), read.run().start());
    }

    private static Outage away(long fromHour, long toHour, int nodes, Outage.Loss loss) {
        return new Outage(fromHour * HOUR, toHour * HOUR, nodes).of("one").in("one").because(loss);
    }

    private static String told(String... settings) {
        return String.join("; ", issues(RIGHT, settings));
    }

    @Test
    void nodesDrawWhatIsSaidOrWhatTheMachinesFileSays() {
        assertThat(plan("{busy: 200 W, idle: 60 W}").power()).isEqualTo(new NodePower(200, 60, 1));
        assertThat(plan("{busy: 0.2 kW}").power()).isEqualTo(new NodePower(200, 100, 1));
        assertThat(plan("{}").power()).isNull();
        String fugaku = RIGHT.replace("{nodes: 64}", "{from: catalogue/fugaku}");
        NodePower known = scenario(fugaku, "power={one: {}}").power().get("one").power();
        assertThat(known).isNotNull();
        assertThat(known.busyWatts()).isEqualTo(188);
        assertThat(known.idleWatts()).isEqualTo(94);
    }

    @Test
    void aShareOffIsACountOfNodes() {
        assertThat(outages("{caps: [{from: 1h, to: 2h, share: 75 %, by: off}]}"))
                .containsExactly(away(1, 2, 16, Outage.Loss.OFF));
    }

    @Test
    void aCapInWattsKeepsNodesIdle() {
        // 64 nodes draw 12,800 W busy and 3,200 W idle: of 8 kW 4,800 are left, at 150 W each.
        String caps = "caps: [{from: 0h, to: 5h, cap: 8 kW, onBegin: requeue}]";
        assertThat(outages("{busy: 200 W, idle: 50 W, " + caps + "}"))
                .containsExactly(away(0, 5, 32, Outage.Loss.IDLE).onBegin(OnBegin.REQUEUE));
    }

    @Test
    void theFastestClockThatFitsIsTakenElseFewerAreBusyToo() {
        String clocks = "clocks: [{speed: 0.5, busy: 100 W}, {speed: 0.9, busy: 160 W}]";
        String start = "{busy: 200 W, idle: 50 W, " + clocks + ", caps: [{from: 0h, to: 1h, by: ";
        PowerPlan fits = plan(start + "slower, share: 0.8}]}");
        var machine = scenario(RIGHT).machines().get(0);
        assertThat(fits.slowdowns(machine, null))
                .containsExactly(new Slowdown(0, HOUR, "one", 0.9, 160));
        assertThat(fits.outages(machine, null)).isEmpty();
        PowerPlan tight = plan(start + "slower, share: 0.4}]}");
        // 5,120 W less 64 idle at 50 W: 1,920 W, at 50 W more each.
        assertThat(tight.slowdowns(machine, null))
                .containsExactly(new Slowdown(0, HOUR, "one", 0.5, 100));
        assertThat(tight.outages(machine, null))
                .containsExactly(away(0, 1, 64 - 38, Outage.Loss.IDLE));
        assertThat(plan(start + "slower, share: 1}]}").slowdowns(machine, null)).isEmpty();
    }

    @Test
    void hoursAndDaysRecur() {
        // The run begins on Monday, 5 January 2026, at 00:00 UTC.
        String week = "from: 0h, to: 7d, share: 0.5, by: off";
        assertThat(outages("{caps: [{" + week + ", hours: 13:00-16:00, days: [tue, sun]}]}"))
                .containsExactly(
                        away(37, 40, 32, Outage.Loss.OFF), away(157, 160, 32, Outage.Loss.OFF));
        assertThat(outages("{caps: [{" + week + ", hours: 22:00-06:00, days: [sun]}]}"))
                .containsExactly(
                        away(0, 6, 32, Outage.Loss.OFF), away(166, 168, 32, Outage.Loss.OFF));
        assertThat(outages("{caps: [{" + week + ", days: [sat, sun]}]}"))
                .containsExactly(away(120, 168, 32, Outage.Loss.OFF));
    }

    @Test
    void maintenanceMayRecurToo() {
        Scenario read =
                scenario(RIGHT, "maintenance=[{from: 0d, to: 2d, hours: 09:00-12:00, nodes: 4}]");
        assertThat(Outages.of(read, read.run().start()))
                .containsExactly(
                        new Outage(9 * HOUR, 12 * HOUR, 4).of("one"),
                        new Outage(33 * HOUR, 36 * HOUR, 4).of("one"));
    }

    @Test
    void theResolvedTextIsReadBack() {
        Scenario read =
                scenario(
                        RIGHT,
                        "power={one: {busy: 200 W, clocks: [{speed: 0.9, busy: 160 W}], caps:"
                                + " [{from: 1h, to: 2d, hours: 13:00-16:00, days: [mon, fri], share:"
                                + " 90 %, by: slower}]}}");
        String text = ScenarioText.of(read, PARTS);
        assertThat(text).contains("hours: 13:00-16:00", "by: slower", "idle: 100 W");
        assertThat(scenario(text)).isEqualTo(read);
    }

    @Test
    void whatCannotBeIsTold() {
        assertThat(told("power={two: {}}")).contains("'two' is not a machine");
        String cap = "{from: 1h, to: 2h, ";
        assertThat(told("power={one: {caps: [" + cap + "by: off}]}}"))
                .contains("needs either 'cap' or 'share'");
        assertThat(told("power={one: {caps: [" + cap + "cap: 5 kW}]}}"))
                .contains("nobody says what a node of 'one' draws", "busy: 400 W");
        assertThat(told("power={one: {busy: 5 W, caps: [" + cap + "share: 0.5, by: slower}]}}"))
                .contains("has no lower clock");
        assertThat(told("power={one: {busy: fast}}")).contains("must be a power");
        assertThat(told("power={one: {busy: 5 W, idle: 6 W}}")).contains("draws more (6.0 W)");
        assertThat(told("power={one: {caps: [" + cap + "share: 0.5, by: off, hours: 25:00-1}]}}"))
                .contains("must be two times of day");
        assertThat(told("power={one: {caps: [" + cap + "share: 0.5, by: off, onBegin: drian}]}}"))
                .contains("must be 'drain'", "is 'drian'");
        assertThat(
                        told(
                                "power={one: {busy: 9 W, clocks: [{speed: 0.5, busy: 6 W}], caps: ["
                                        + cap
                                        + "share: 0.5, by: slower}]}}",
                                "policies.exact={estimates: exact}"))
                .contains("'slower' changes run times, but policy 'exact' knows run times");
    }

    @Test
    void datesNeedTheDateOfTimeZero() {
        Scenario read =
                scenario(
                        RIGHT,
                        "power={one: {caps: [{from: 0h, to: 9d, hours: 01:00-02:00, share: 0.5, by:"
                                + " off}]}}");
        ZonedDateTime none = null;
        assertThatThrownBy(() -> PowerUse.tell(read, none, null))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("power.one.caps[0].hours");
    }

    @Test
    void whatChangesNothingOrCannotBeKeptIsTold() {
        String cap = "{busy: 200 W, idle: 50 W, caps: [{from: 1h, to: 2h, ";
        assertThat(told("power={one: " + cap + "cap: 13 kW}]}}"))
                .isEqualTo(
                        "power.one.caps[0].cap (--set): caps nothing: all nodes of 'one' draw 12800"
                                + " W together when they are busy.\nMaybe 'share: 0.75', or another"
                                + " unit.");
        assertThat(told("power={one: " + cap + "cap: 12.8 kW}]}}")).isEmpty();
        assertThat(told("power={one: " + cap + "cap: 3 kW}]}}"))
                .contains("caps[0].cap", "cannot be kept", "draw 0.25 of full power", "'by: off'");
        assertThat(told("power={one: " + cap + "share: 0.25}]}}")).isEmpty();
        assertThat(told("power={one: " + cap + "share: 0.2, by: off}]}}")).isEmpty();
        assertThat(told("power={one: {busy: 200 W, clocks: [{speed: 0.5, busy: 150 W}]}}"))
                .contains("power.one.clocks", "says nothing without a cap 'by: slower'");
        assertThat(told("power={one: {idle: 50 W}}"))
                .contains("power.one.idle", "says nothing without 'busy'", "'busy: 400 W'");
    }

    @Test
    void capsAndOutagesMayHaveNames() {
        Scenario read =
                scenario(
                        RIGHT,
                        "power={one: {caps: [{name: noon, from: 1h, to: 2h, share: 75 %, by:"
                                + " off}]}}",
                        "maintenance=[{name: upgrade, from: 1d, to: 2d}]");
        assertThat(read.power().get("one").outages(read.machines().get(0), read.run().start()))
                .containsExactly(away(1, 2, 16, Outage.Loss.OFF).called("noon"));
        assertThat(Outages.of(read, read.run().start()))
                .containsExactly(Outage.whole(24 * HOUR, 48 * HOUR).of("one").called("upgrade"));
        assertThat(scenario(ScenarioText.of(read, PARTS))).isEqualTo(read);
    }
}
