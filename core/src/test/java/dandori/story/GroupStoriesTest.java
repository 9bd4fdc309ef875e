package dandori.story;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Flat;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Recurrence;
import dandori.machine.Tenure;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * Small stories in pools with resource groups; times are in hours since Thursday, 1 January 2026.
 */
class GroupStoriesTest {

    private static final long HOUR = 3_600_000;
    private static final long ALL_WEEK = 24 * 7 * HOUR;

    private final List<Job> jobs = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private void job(String name, String group, long submit, int nodes, long walltime, long run) {
        job(name, group, submit, nodes, walltime, run, 0);
    }

    private void job(
            String name, String group, long submit, int nodes, long walltime, long run, long safe) {
        Request request = new Request(null, null, safe * HOUR);
        jobs.add(
                new Job(
                        names.size(),
                        submit * HOUR,
                        nodes,
                        walltime * HOUR,
                        run * HOUR,
                        "",
                        "",
                        group,
                        request));
        names.add(name);
    }

    private static Partition group(String name, int first, int last, int tier, Tenure tenure) {
        return new Partition(
                name,
                NodeSet.range(first, last),
                1,
                last - first + 1,
                ALL_WEEK,
                Set.of(),
                tier,
                Calendar.ALWAYS,
                tenure);
    }

    private String play(int nodes, Partition... groups) {
        Machine machine =
                new Machine(
                        "m",
                        AllocationUnit.NODE,
                        new Flat(nodes),
                        List.of(new Pool("p", 0, nodes, List.of(groups))));
        Policy policy =
                Policy.named("easy")
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .placement(Placements.firstFit())
                        .build();
        JobLog log =
                Simulation.of(machine, Workload.of("w", jobs))
                        .policy(policy)
                        .origin(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
                        .checking(Checking.FULL)
                        .run()
                        .log();
        StringJoiner story = new StringJoiner(" | ");
        for (int row = 0; row < log.jobs().count(); row++) {
            String name = names.get((int) log.jobs().id(row));
            JobState state = log.state(row);
            story.add(
                    log.hasStarted(row) && state != JobState.WAITING
                            ? "%s %d-%d on %s%s"
                                    .formatted(
                                            name,
                                            log.startMillis(row) / HOUR,
                                            log.endMillis(row) / HOUR,
                                            log.nodeSet(row),
                                            state == JobState.COMPLETED ? "" : " " + state.text())
                            : name + " " + state.text());
        }
        return story.toString();
    }

    @Test
    void eachGroupKeepsToItsOwnNodes() {
        job("A", "low", 0, 3, 10, 10);
        job("B", "high", 0, 3, 10, 10);
        job("C", "low", 1, 2, 5, 5); // one of its 4 nodes is free; the others' are of no use
        job(
                "D", "low", 2, 1, 20,
                5); // would hold the node that C counts on? no: 4 - 2 are left over
        assertThat(
                        play(
                                8,
                                group("low", 0, 3, 0, Tenure.WHOLE),
                                group("high", 4, 7, 0, Tenure.WHOLE)))
                .isEqualTo("A 0-10 on 0-2 | B 0-10 on 4-6 | C 10-15 on 0-1 | D 2-7 on 3");
    }

    @Test
    void whoNamesNoGroupGoesToTheFirstThatTakesIt() {
        job("A", "", 0, 2, 10, 10);
        job("B", "", 0, 3, 10, 10); // too large for the first
        job("C", "", 0, 9, 10, 10); // too large for all
        assertThat(
                        play(
                                8,
                                group("low", 0, 1, 0, Tenure.WHOLE),
                                group("high", 2, 7, 0, Tenure.WHOLE)))
                .isEqualTo("A 0-10 on 0-1 | B 0-10 on 2-4 | C rejected");
    }

    @Test
    void anEarlierTierComesFirstInTheQueue() {
        job("A", "low", 0, 4, 10, 10);
        job("B", "low", 1, 4, 10, 10);
        job("C", "paid", 2, 4, 10, 10);
        assertThat(
                        play(
                                4,
                                group("paid", 0, 3, 0, Tenure.WHOLE),
                                group("low", 0, 3, 1, Tenure.WHOLE)))
                .isEqualTo("A 0-10 on 0-3 | B 20-30 on 0-3 | C 10-20 on 0-3");
    }

    @Test
    void whoOutlastsTheShadowTakesNodesOutsideTheHeadsFirst() {
        job("A", "small", 0, 2, 10, 10); // 0-1
        job("H", "small", 1, 4, 10, 10); // waits for A until 10
        job("L", "large", 2, 3, 20, 20); // outlasts 10: must stay off 0-3
        job("S", "small", 3, 2, 20, 20); // outlasts 10, and may have nothing of 0-3
        assertThat(
                        play(
                                8,
                                group("small", 0, 3, 0, Tenure.WHOLE),
                                group("large", 0, 7, 0, Tenure.WHOLE)))
                .isEqualTo("A 0-10 on 0-1 | H 10-20 on 0-3 | L 2-22 on 4-6 | S 20-40 on 0-1");
    }

    @Test
    void aSpotJobRunsOnUntilAnotherCanStartOnItsNodes() {
        job("S", "spot", 0, 4, 12, 12); // safe for 4 h
        job("A", "low", 2, 2, 5, 5); // waits until then
        job("T", "spot", 3, 1, 12, 12);
        assertThat(
                        play(
                                4,
                                group("low", 0, 3, 0, Tenure.WHOLE),
                                group("spot", 0, 3, 1, new Tenure(4 * HOUR))))
                .isEqualTo("S 0-4 on 0-3 preempted | A 4-9 on 0-1 | T 4-16 on 2");
    }

    @Test
    void aSpotJobIsLeftAloneWhereItIsOfNoUse() {
        job("S", "spot", 0, 2, 12, 12);
        job("A", "low", 0, 2, 10, 10);
        job("B", "low", 6, 4, 5, 5); // the spot job's 2 nodes would not do; at 10 they do
        assertThat(
                        play(
                                4,
                                group("low", 0, 3, 0, Tenure.WHOLE),
                                group("spot", 0, 3, 1, new Tenure(4 * HOUR))))
                .isEqualTo("S 0-10 on 2-3 preempted | A 0-10 on 0-1 | B 10-15 on 0-3");
    }

    @Test
    void aJobWithAMinimumRunsOnWhileNobodyNeedsItsNodes() {
        job("M", "", 0, 4, 10, 10, 3);
        job("A", "", 6, 4, 2, 2);
        job("N", "", 20, 4, 10, 10, 3);
        assertThat(play(4, group("all", 0, 3, 0, Tenure.WHOLE)))
                .isEqualTo("M 0-6 on 0-3 preempted | A 6-8 on 0-3 | N 20-30 on 0-3");
    }

    @Test
    void aMinimumNeedsNoGroups() {
        job("M", "", 0, 4, 10, 10, 3);
        job("A", "", 1, 4, 2, 2);
        assertThat(play(4)).isEqualTo("M 0-3 on 0-3 preempted | A 3-5 on 0-3");
    }

    /**
     * Open on the second Monday of January (the 12th) at 00:00 for two days, starts on the first.
     */
    private static Calendar mondays(boolean exclusive, Calendar.OnBegin onBegin) {
        Recurrence rule =
                new Recurrence(2, DayOfWeek.MONDAY, 0, LocalTime.MIDNIGHT, 48 * HOUR, 24 * HOUR);
        return new Calendar(List.of(rule), exclusive, onBegin);
    }

    private static Partition window(boolean exclusive, Calendar.OnBegin onBegin) {
        Calendar calendar = mondays(exclusive, onBegin);
        return new Partition(
                "window", NodeSet.range(0, 3), 1, 4, ALL_WEEK, Set.of(), 0, calendar, Tenure.WHOLE);
    }

    @Test
    void aGroupThatIsClosedNeitherStartsNorBlocks() {
        job("W", "window", 0, 4, 10, 10);
        job("A", "low", 1, 4, 24, 24);
        job("V", "window", 11 * 24 + 25, 4, 10, 10); // the last start has passed by an hour
        assertThat(
                        play(
                                4,
                                window(false, Calendar.OnBegin.DRAIN),
                                group("low", 0, 3, 1, Tenure.WHOLE)))
                .startsWith("W 264-274 on 0-3 | A 1-25 on 0-3 | V ")
                .endsWith("V 936-946 on 0-3"); // Monday, 9 February
    }

    @Test
    void whoWouldRunIntoAnExclusiveOpeningDoesNotStart() {
        job("A", "low", 250, 2, 10, 10); // ends by 264
        job("B", "low", 250, 2, 20, 20); // would run into it on 0-3
        job("C", "low", 251, 2, 20, 20);
        assertThat(
                        play(
                                6,
                                window(true, Calendar.OnBegin.DRAIN),
                                group("low", 0, 5, 1, Tenure.WHOLE)))
                .isEqualTo("A 250-260 on 0-1 | B 250-270 on 4-5 | C 270-290 on 4-5");
    }

    @Test
    void whoNeedsAllNodesWaitsForTheEndOfAnExclusiveOpening() {
        job("A", "low", 250, 6, 40, 40);
        job("W", "window", 251, 4, 5, 5);
        Partition low = group("low", 0, 5, 1, Tenure.WHOLE);
        assertThat(play(6, window(true, Calendar.OnBegin.DRAIN), low))
                .isEqualTo("A 312-352 on 0-5 | W 264-269 on 0-3");
    }

    @Test
    void whoIsInTheWayIsEndedWhereTheCalendarSaysSo() {
        job(
                "M", "low", 250, 4, 40, 40,
                3); // safe until 253, and there until somebody needs its nodes
        Partition low = group("low", 0, 5, 1, Tenure.WHOLE);
        assertThat(play(6, window(true, Calendar.OnBegin.KILL), low))
                .isEqualTo("M 250-264 on 0-3 preempted");
        assertThat(play(6, window(true, Calendar.OnBegin.REQUEUE), low))
                .isEqualTo("M 312-352 on 0-3"); // from the beginning
        assertThat(play(6, window(true, Calendar.OnBegin.DRAIN), low))
                .isEqualTo("M 250-290 on 0-3");
    }

    @Test
    void nobodyIsEndedForAnEarlierTierWhileSafe() {
        job("A", "low", 0, 2, 10, 10);
        job("P", "paid", 1, 4, 5, 5);
        assertThat(
                        play(
                                4,
                                group("paid", 0, 3, 0, Tenure.WHOLE),
                                group("low", 0, 3, 1, Tenure.WHOLE)))
                .isEqualTo("A 0-10 on 0-1 | P 10-15 on 0-3");
    }

    @Test
    void whoReckonsWithAJobThatIsNotEndedForItReckonsWithAllOfIt() {
        job("S", "spot", 0, 3, 12, 12); // safe for 4 h
        job("H", "spot", 1, 4, 12, 12); // waits for S, which is not ended for it, until 12
        job("B", "spot", 2, 1, 10, 10); // ends by then; but not if it ran on: spot, too
        job("C", "spot", 2, 1, 11, 11);
        assertThat(play(4, group("spot", 0, 3, 1, new Tenure(4 * HOUR))))
                .isEqualTo("S 0-12 on 0-2 | H 12-24 on 0-3 | B 2-12 on 3 | C 24-35 on 0");
    }

    @Test
    void whoOutlastsTheShadowTakesAllItCanOutside() {
        job("A", "small", 0, 2, 10, 10); // 0-1
        job("H", "small", 1, 3, 10, 10); // waits for A, and leaves one of 0-3 over
        job("L", "large", 2, 2, 20, 20); // one node outside 0-3 is free: takes that, and one of 2-3
        job("M", "small", 3, 1, 20, 20); // nothing is left over
        assertThat(
                        play(
                                5,
                                group("small", 0, 3, 0, Tenure.WHOLE),
                                group("large", 0, 4, 0, Tenure.WHOLE)))
                .isEqualTo("A 0-10 on 0-1 | H 10-20 on 0-1 3 | L 2-22 on 2 4 | M 20-40 on 0");
    }

    @Test
    void aHeadWhoseGroupWillBeClosedReservesInItsNextOpening() {
        job("A", "low", 264, 4, 40, 40);
        job("W", "window", 265, 4, 10, 10); // A ends at 304; the last start is at 288
        job("B", "low", 266, 2, 60, 60);
        assertThat(
                        play(
                                6,
                                window(false, Calendar.OnBegin.DRAIN),
                                group("low", 0, 5, 1, Tenure.WHOLE)))
                .isEqualTo("A 264-304 on 0-3 | W 936-946 on 0-3 | B 266-326 on 4-5");
    }

    @Test
    void whoIsSentBackForEverDoesNotKeepTheRunGoing() {
        // it may start only in the two hours before others have the nodes to themselves
        Recurrence before =
                new Recurrence(2, DayOfWeek.SUNDAY, 0, LocalTime.of(22, 0), 2 * HOUR, HOUR);
        Partition early =
                new Partition(
                        "early",
                        NodeSet.range(0, 3),
                        1,
                        4,
                        ALL_WEEK,
                        Set.of(),
                        1,
                        new Calendar(List.of(before), false, Calendar.OnBegin.DRAIN),
                        new Tenure(HOUR));
        job("E", "early", 0, 4, 10, 10);
        Recurrence behind =
                new Recurrence(2, DayOfWeek.SUNDAY, 1, LocalTime.MIDNIGHT, 48 * HOUR, 24 * HOUR);
        Calendar alone = new Calendar(List.of(behind), true, Calendar.OnBegin.REQUEUE);
        Partition window =
                new Partition(
                        "window",
                        NodeSet.range(0, 3),
                        1,
                        4,
                        ALL_WEEK,
                        Set.of(),
                        0,
                        alone,
                        Tenure.WHOLE);
        assertThat(play(4, window, early)).isEqualTo("E waiting");
    }

    @Test
    void theExampleOfTheGuide() {
        job("A", "free", 0, 2, 10, 10);
        job("S", "spot", 0, 4, 12, 12);
        job("P", "paid", 1, 4, 5, 5);
        job("F", "free", 2, 3, 9, 9);
        job("G", "free", 2, 1, 8, 8);
        String story =
                play(
                        8,
                        group("paid", 0, 3, 0, Tenure.WHOLE),
                        group("free", 0, 7, 1, Tenure.WHOLE),
                        group("spot", 4, 7, 2, new Tenure(4 * HOUR)));
        assertThat(Path.of("../docs/guide/groups.md"))
                .content()
                .contains("```\n" + story + "\n```");
    }
}
