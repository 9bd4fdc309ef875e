package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Cause;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Calendar.OnBegin;
import dandori.machine.Machine;
import dandori.machine.NodePower;
import dandori.machine.Outage;
import dandori.machine.Outage.Loss;
import dandori.machine.Slowdown;
import dandori.metric.Energy;
import dandori.metric.JobLog;
import dandori.metric.Series;
import dandori.metric.Window;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Overrun;
import dandori.sim.SeriesDetail;
import dandori.sim.Simulation;
import dandori.wait.Wait;
import dandori.wait.WaitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Caps on power, lower clocks, and the energy that they save, by hand. */
class PowerRulesTest {

    private static final long HOUR = 3_600_000;
    private static final NodePower POWER = new NodePower(200, 50, 1);

    private static Job job(long id, long submit, int nodes, long run) {
        return new Job(id, submit, nodes, run, run);
    }

    private static Job job(long id, long submit, int nodes, long walltime, long run) {
        return new Job(id, submit, nodes, walltime, run);
    }

    private static Simulation easy(int nodes, Job... jobs) {
        Policy policy =
                Policy.named("easy").order(Orders.fcfs()).backfill(Backfills.easy()).build();
        return Simulation.of(Machine.flat("m", nodes), Workload.of("w", List.of(jobs)))
                .policy(policy)
                .checking(Checking.FULL);
    }

    private static String told(Simulation simulation) {
        JobLog log = simulation.run().log();
        List<String> jobs = new ArrayList<>();
        for (int job = 0; job < log.jobs().count(); job++) {
            String state = log.state(job) == JobState.COMPLETED ? "" : " " + log.state(job).text();
            jobs.add(log.startMillis(job) + "-" + log.endMillis(job) + state);
        }
        return String.join(" | ", jobs);
    }

    private static Outage cap(long from, long to, int nodes, Loss loss) {
        return new Outage(from, to, nodes).because(loss);
    }

    @Test
    void howManyNodesAShareOfFullPowerKeepsBusy() {
        // 10 nodes draw 2,000 W busy and 500 W idle; 1,500 W are 1,000 more: 6 nodes at 150 more.
        assertThat(POWER.busyWithin(0.75, 10)).isEqualTo(6);
        assertThat(POWER.busyWithin(0.2, 10)).isZero();
        assertThat(POWER.busyWithin(1, 10)).isEqualTo(10);
        assertThat(NodePower.onWithin(2.0 / 3, 158_976)).isEqualTo(105_984);
        assertThat(NodePower.onWithin(0.5, 7)).isEqualTo(3);
    }

    @Test
    void nobodyRunsIntoACap() {
        // 3 of 4 nodes may not be busy from 10 to 20: the job of 2 nodes and 15 waits for its end.
        Simulation run =
                easy(4, job(0, 0, 2, 15), job(1, 0, 1, 15), job(2, 0, 4, 10))
                        .outage(cap(10, 20, 3, Loss.IDLE));
        assertThat(told(run)).isEqualTo("20-35 | 0-15 | 35-45");
    }

    @Test
    void theTightestCapHoldsAndMaintenanceCountsAmongIt() {
        // From 0 to 30: 2 of 8 off; from 10 to 20: 5 may not be busy; 4 in maintenance then.
        Simulation run =
                easy(8, job(0, 10, 3, 10), job(1, 10, 1, 1), job(2, 10, 6, 1))
                        .outage(cap(0, 30, 2, Loss.OFF))
                        .outage(cap(10, 20, 5, Loss.IDLE))
                        .outage(new Outage(10, 20, 4));
        assertThat(told(run)).isEqualTo("10-20 | 20-21 | 21-22");
    }

    @Test
    void jobsThatRunWhenACapFallsMayBeSentBack() {
        Simulation run =
                easy(4, job(0, 0, 2, 30), job(1, 1, 2, 30))
                        .outage(cap(10, 20, 2, Loss.OFF).onBegin(OnBegin.REQUEUE));
        assertThat(told(run)).isEqualTo("0-30 | 20-50");
    }

    @Test
    void whoWaitsForPowerIsTold() {
        // Until 20 half of the nodes may be busy. The first fits; the second waits for power, then,
        // when the third has come in line behind it, for the first to end.
        Outcome outcome =
                easy(4, job(0, 0, 2, 30), job(1, 5, 2, 10), job(2, 25, 3, 10))
                        .outage(cap(0, 20, 2, Loss.IDLE))
                        .outage(cap(100, 110, 4, Loss.OFF))
                        .explainWaits(true)
                        .run();
        assertThat(outcome.waits()).isNotNull();
        assertThat(outcome.waits().of(1))
                .containsExactly(new Wait(5, 20, WaitReason.POWER, Wait.NOBODY));
        assertThat(outcome.waits().of(2).get(0).reason()).isEqualTo(WaitReason.NODES);
    }

    @Test
    void aCapAheadIsAReasonToo() {
        Outcome outcome =
                easy(4, job(0, 0, 3, 30))
                        .outage(cap(10, 20, 2, Loss.IDLE).called("noon"))
                        .outage(cap(12, 18, 1, Loss.IDLE).called("lesser"))
                        .explainWaits(true)
                        .run();
        assertThat(outcome.waits()).isNotNull();
        assertThat(outcome.waits().of(0))
                .containsExactly(new Wait(0, 20, WaitReason.POWER, Wait.NOBODY, "noon"));
    }

    @Test
    void aLowerClockTakesLonger() {
        // 10 at full speed, then half speed until 40: 20 of work in the first job's way at 10.
        Slowdown half = new Slowdown(10, 40, "m", 0.5, 100);
        assertThat(told(easy(1, job(0, 0, 1, 100, 20)).slowdown(half))).isEqualTo("0-30");
        assertThat(told(easy(1, job(0, 0, 1, 100, 30)).slowdown(half))).isEqualTo("0-45");
        assertThat(told(easy(1, job(0, 0, 1, 100, 11)).slowdown(half))).isEqualTo("0-12");
        Slowdown third = new Slowdown(20, 30, "", 0.3, 100);
        // 10 + 10 · 0.5 + 10 · 0.3 + 10 · 0.5 = 23 by 40, the slower of two at a time.
        assertThat(told(easy(1, job(0, 0, 1, 100, 25)).slowdown(half).slowdown(third)))
                .isEqualTo("0-42");
    }

    @Test
    void theWalltimeStillHolds() {
        Slowdown half = new Slowdown(10, 40, "m", 0.5, 100);
        Simulation run = easy(2, job(0, 0, 1, 25, 20), job(1, 0, 1, 25, 26)).slowdown(half);
        assertThat(told(run)).isEqualTo("0-25 killed | 0-25 killed");
        JobLog log = run.run().log();
        assertThat(log.cause(0)).isEqualTo(Cause.SLOWED);
        assertThat(log.cause(1)).isEqualTo(Cause.NONE);
        assertThat(told(run.overrun(Overrun.EXTEND))).isEqualTo("0-30 | 0-41");
    }

    @Test
    void energyIsThatOfBusyAndIdleNodes() {
        // 4 nodes for 10 h; a job of 2 for 5 h: 10 node hours at 200 W, 30 at 50 W.
        Energy energy = energy(easy(4, job(0, 0, 2, 5 * HOUR)));
        assertThat(energy.kilowattHours()).isCloseTo(2 + 1.5, within(1e-9));
        assertThat(energy.savedKilowattHours()).isZero();
        assertThat(energy.mostKilowatts()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whoIsOffOrInMaintenanceDrawsNothing() {
        // 1 of 4 off for 4 h saves 4 · 50 Wh; another is in maintenance for the same time.
        Energy energy =
                energy(
                        easy(4, job(0, 0, 2, 5 * HOUR))
                                .outage(cap(2 * HOUR, 6 * HOUR, 2, Loss.OFF))
                                .outage(new Outage(2 * HOUR, 6 * HOUR, 1)));
        assertThat(energy.savedKilowattHours()).isCloseTo(0.2, within(1e-9));
        assertThat(energy.kilowattHours()).isCloseTo(2 + 0.05 * (30 - 8), within(1e-9));
    }

    @Test
    void whoMustStandIdleDrawsAllTheSame() {
        Energy energy = energy(easy(4).outage(cap(0, 10 * HOUR, 3, Loss.IDLE)));
        assertThat(energy.kilowattHours()).isCloseTo(2, within(1e-9));
    }

    @Test
    void aLowerClockSavesWhatTheSameWorkTakesLess() {
        // 4 h of work on 1 node at half speed take 8 h at 100 W: 0.8 kWh. At full speed 4 h at
        // 200 W and 4 h idle would be 1 kWh.
        Simulation run =
                easy(1, job(0, 0, 1, 20 * HOUR, 4 * HOUR))
                        .slowdown(new Slowdown(0, 9 * HOUR, "m", 0.5, 100));
        Energy energy = energy(run);
        assertThat(energy.kilowattHours()).isCloseTo(0.8 + 0.1, within(1e-9));
        assertThat(energy.savedKilowattHours()).isCloseTo(0.2, within(1e-9));
        assertThat(run.run().summary().usefulUtilization()).isCloseTo(0.4, within(1e-9));
    }

    /** From the first pass to the end of the window, row by row. */
    private static double kilowattHours(Series series, Window window) {
        double sum = 0;
        for (int row = 0; row < series.size(); row++) {
            boolean isLast = row == series.size() - 1;
            long end = isLast ? window.toMillis() : series.atMillis(row + 1);
            long millis = window.overlapMillis(series.atMillis(row), end);
            sum += series.kilowatts(row) * millis / HOUR;
        }
        return sum;
    }

    @Test
    void thePowerOverTimeAddsUpToTheEnergy() {
        NodePower power = new NodePower(200, 50, 1.3);
        Simulation run =
                easy(
                                4,
                                job(0, 0, 2, 5 * HOUR),
                                job(1, HOUR, 3, 2 * HOUR),
                                job(2, 3 * HOUR, 1, HOUR / 7))
                        .outage(cap(2 * HOUR, 4 * HOUR, 1, Loss.OFF))
                        .outage(cap(3 * HOUR, 6 * HOUR, 1, Loss.IDLE))
                        .outage(new Outage(6 * HOUR, 7 * HOUR, 1))
                        .slowdown(new Slowdown(HOUR / 3, 8 * HOUR, "m", 0.9, 150))
                        .slowdown(new Slowdown(HOUR / 2, 9 * HOUR + 1, "m", 0.5, 100))
                        .power(machine -> power)
                        .series(SeriesDetail.EVERY_CHANGE);
        for (long end : new long[] {10 * HOUR, 9 * HOUR, 3 * HOUR + 7, 20 * HOUR}) {
            Outcome outcome = run.window(new Window(0, end)).run();
            Outcome.PoolOutcome pool = outcome.pools().get(0);
            Series series = Objects.requireNonNull(pool.series());
            double energy = Objects.requireNonNull(pool.energy()).kilowattHours();
            assertThat(kilowattHours(series, outcome.window())).isCloseTo(energy, within(1e-9));
        }
    }

    @Test
    void aChangeOfTheClockBetweenTwoPassesHasARowOfItsOwn() {
        Series series =
                Objects.requireNonNull(
                        easy(2, job(0, 0, 1, 100, 20))
                                .slowdown(new Slowdown(10, 30, "m", 0.5, 100))
                                .power(machine -> POWER)
                                .series(SeriesDetail.EVERY_CHANGE)
                                .run()
                                .pools()
                                .get(0)
                                .series());
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < series.size(); row++) {
            rows.add(
                    series.atMillis(row)
                            + " "
                            + series.nodesBusy(row)
                            + " "
                            + series.kilowatts(row));
        }
        assertThat(rows).containsExactly("0 1 0.25", "10 1 0.15", "30 0 0.1");
    }

    @Test
    void wherePowerIsNotKnownThereIsNoneInTheSeries() {
        Series series =
                Objects.requireNonNull(
                        easy(2, job(0, 0, 1, 100, 20))
                                .series(SeriesDetail.EVERY_CHANGE)
                                .run()
                                .pools()
                                .get(0)
                                .series());
        assertThat(series.kilowatts(0)).isNaN();
    }

    private static Energy energy(Simulation simulation) {
        Outcome outcome = simulation.power(machine -> POWER).window(new Window(0, 10 * HOUR)).run();
        return Objects.requireNonNull(outcome.pools().get(0).energy());
    }

    @Test
    void nobodyKnowsHowLongASlowedJobRuns() {
        Simulation run = easy(1, job(0, 0, 1, 5)).slowdown(new Slowdown(0, 9, "m", 0.5, 1));
        Policy exact =
                Policy.named("exact")
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .estimates(Estimates.EXACT)
                        .build();
        assertThatThrownBy(() -> run.policy(exact).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A lower clock changes run times")
                .hasMessageContaining("\nMaybe ");
    }
}
