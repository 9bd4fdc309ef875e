package dandori.rule;

import static dandori.story.Play.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.policy.backfill.TcsParameters;
import dandori.policy.backfill.TcsParameters.MapStep;
import dandori.reference.Setting;
import org.junit.jupiter.api.Test;

/**
 * Fujitsu's planning by hand, with the defaults: a map in steps of 10 minutes up to an hour, of an
 * hour up to a day; a horizon of 25 hours; a gap of a minute; a grace of two.
 */
class TcsRulesTest {

    @Test
    void startsAreRoundedUpToTheMapAndAnEndOnTimeChangesNoPlan() {
        // B's hole begins a minute after A's end, at 1,060; from 1 on, 1,201 is the next of the
        // map.
        assertThat(on(2, "tcs").job("A", 0, 2, 1_000).job("B", 1, 2, 50).log())
                .isEqualTo("A 0-1000 | B 1201-1251");
    }

    @Test
    void anEndEarlierByMoreThanTheGraceIsPlannedForAtOnce() {
        assertThat(on(2, "tcs").job("A", 0, 2, 1_000, 880).job("B", 1, 2, 50).log())
                .isEqualTo("A 0-880 | B 1201-1251");
        assertThat(on(2, "tcs").job("A", 0, 2, 1_000, 879).job("B", 1, 2, 50).log())
                .isEqualTo("A 0-879 | B 879-929");
    }

    @Test
    void beyondAnHourTheMapHasStepsOfAnHour() {
        assertThat(on(2, "tcs").job("A", 0, 2, 3_700).job("B", 1, 2, 50).log())
                .isEqualTo("A 0-3700 | B 7201-7251");
    }

    @Test
    void whoComesMakesANewPlan() {
        // At 1,100 the nodes are free, and B's time is now.
        String log =
                on(2, "tcs").job("A", 0, 2, 1_000).job("B", 1, 2, 50).job("C", 1_100, 2, 50).log();
        assertThat(log).isEqualTo("A 0-1000 | B 1100-1150 | C 1700-1750");
    }

    @Test
    void whoCouldOnlyStartBeyondTheHorizonHoldsNothing() {
        // B could start after 26 hours: C may take the node that is free for longer than that. When
        // A ends, B is left out, and so all is planned anew: C's end and the gap are 6,462 s ahead,
        // on the map two hours. Its end on time changes that no more.
        String log =
                on(3, "tcs")
                        .job("A", 0, 2, 93_600)
                        .job("B", 1, 3, 50)
                        .job("C", 2, 1, 100_000)
                        .log();
        assertThat(log).isEqualTo("A 0-93600 | C 2-100002 | B 100800-100850");
    }

    @Test
    void nobodyOvertakesAtTheCostOfAPlannedStart() {
        // B is planned for 1,201. C would end at 1,202, and D, with its gap, at 1,201.
        String log =
                on(3, "tcs")
                        .job("A", 0, 2, 1_000)
                        .job("B", 1, 3, 50)
                        .job("C", 1, 1, 1_141)
                        .job("D", 1, 1, 1_140)
                        .log();
        assertThat(log).isEqualTo("A 0-1000 | D 1-1141 | B 1201-1251 | C 1801-2942");
    }

    @Test
    void aPlanStandsIfAsManyNodesLeaveAsComeBack() {
        // At 700 C ends on time, a node comes back and another leaves; anew, B would have 1,300.
        String log =
                on(4, "tcs")
                        .away(0, 700, 1)
                        .away(700, 5_000, 1)
                        .job("A", 0, 2, 1_000)
                        .job("C", 0, 1, 700)
                        .job("B", 1, 3, 50)
                        .log();
        assertThat(log).isEqualTo("A 0-1000 | C 0-700 | B 1201-1251");
    }

    @Test
    void aStartThatMakesALimitHoldOthersIsPlannedForBeforeTheNext() {
        // For 1,201 A1 and D are planned, A2 for 1,801, E for 3,001. As A1 starts, A2 is held: now
        // E has 1,801, and D is in its way. At 1,251 A2 is let go.
        String log =
                on(4, Setting.of("fcfs", "tcs").userLimit(1))
                        .job("X", 0, 4, 1_000)
                        .job("A1", 1, 3, 50)
                        .job("A2", 1, 2, 1_000)
                        .job("E", 1, 4, 50)
                        .job("D", 1, 1, 1_000)
                        .log();
        assertThat(log)
                .isEqualTo("X 0-1000 | A1 1201-1251 | A2 1251-2251 | D 1251-2251 | E 2451-2501");
    }

    @Test
    void aStepOfNothingIsRefused() {
        MapStep step = new MapStep(1, 1);
        assertThatThrownBy(() -> new TcsParameters(1, 0, 0, 1, new MapStep(0, 1), step, 1))
                .hasMessageContaining("are 0, 1, 1, 1 ms");
    }
}
