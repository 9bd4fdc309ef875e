package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.NodePower;
import dandori.metric.JobLog;
import dandori.metric.Series;
import dandori.metric.Window;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.reference.LinkedWorld;
import dandori.reference.TwinLinked;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.SeriesDetail;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Jobs that wait for each other, against a twin that looks at everything again, job by job. */
class LinkedJobsTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 600);

    @Test
    void withoutBackfillAllConditionsEqualTheTwin() {
        for (int seed = 0; seed < WORLDS; seed++) {
            LinkedWorld linked = LinkedWorld.random(seed, true);
            equal(seed, linked, Backfills.none(), TwinLinked.play(linked, false));
        }
    }

    @Test
    void underEasyTheyEqualTheTwin() {
        for (int seed = 0; seed < WORLDS; seed++) {
            LinkedWorld linked = LinkedWorld.random(~seed, false);
            equal(seed, linked, Backfills.easy(), TwinLinked.play(linked, true));
            equal(seed, linked, Backfills.depth(1), TwinLinked.play(linked, true));
        }
    }

    /**
     * Under every other backfill the same jobs leave, whenever that is, and checks find nothing.
     */
    @Test
    void underEveryBackfillNobodyGoesBeforeItMay() {
        List<Backfill> backfills =
                List.of(
                        Backfills.shortest(),
                        Backfills.conservative(),
                        Backfills.replan(),
                        Backfills.selective(1),
                        Backfills.slurm(),
                        Backfills.tcs());
        for (int seed = 0; seed < WORLDS / 4; seed++) {
            LinkedWorld linked = LinkedWorld.random(seed, true);
            for (Backfill backfill : backfills) {
                obey(linked, run(linked, backfill), linked.workload());
            }
        }
    }

    /** One run finds the window out; its twin is told it, as another run has shown it. */
    @Test
    void fromTheFirstSubmissionToTheLastIsMeasuredWithoutARunBefore() {
        for (int seed = 0; seed < WORLDS; seed++) {
            LinkedWorld linked = LinkedWorld.random(seed, true);
            Machine machine = Machine.flat("m", linked.world().nodes());
            Machine other = Machine.flat("n", linked.world().nodes());
            int pools = 1 + seed % 2;
            Supplier<Simulation> made =
                    () ->
                            Simulation.of(
                                            List.of(machine, other).subList(0, pools),
                                            linked.workload())
                                    .routing((job, all) -> job % pools)
                                    .policy(
                                            Policy.named("linked")
                                                    .order(Orders.fcfs())
                                                    .backfill(Backfills.easy())
                                                    .build())
                                    .power(one -> new NodePower(310.7, 70.3, 1.1))
                                    .series(SeriesDetail.SAMPLED)
                                    .checking(Checking.FULL);
            Outcome open = made.get().run();
            Outcome told = made.get().window(submissions(open.log())).run();
            assertThat(open.summary()).as("seed %d\n%s", seed, linked).isEqualTo(told.summary());
            for (int pool = 0; pool < pools; pool++) {
                assertThat(open.pools().get(pool).summary())
                        .isEqualTo(told.pools().get(pool).summary());
                assertThat(open.pools().get(pool).energy())
                        .isEqualTo(told.pools().get(pool).energy());
                assertThat(rows(open.pools().get(pool).series()))
                        .isEqualTo(rows(told.pools().get(pool).series()));
            }
        }
    }

    private static Window submissions(JobLog log) {
        long[] all =
                IntStream.range(0, log.jobs().count())
                        .filter(job -> log.state(job) != JobState.UNBORN)
                        .mapToLong(log.jobs()::submitMillis)
                        .sorted()
                        .toArray();
        return all.length == 0 ? new Window(0, 0) : new Window(all[0], all[all.length - 1]);
    }

    private static List<String> rows(@Nullable Series series) {
        Series some = Objects.requireNonNull(series);
        return IntStream.range(0, some.size())
                .mapToObj(row ->
                        some.atMillis(row)
                                + " "
                                + some.nodesBusy(row)
                                + " "
                                + some.jobsWaiting(row))
                .toList();
    }

    private static JobLog run(LinkedWorld linked, Backfill backfill) {
        Policy policy = Policy.named("linked").order(Orders.fcfs()).backfill(backfill).build();
        return Simulation.of(Machine.flat("m", linked.world().nodes()), linked.workload())
                .policy(policy)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    private static void equal(
            int seed, LinkedWorld linked, Backfill backfill, List<TwinLinked.One> twin) {
        JobLog log = run(linked, backfill);
        Workload workload = linked.workload();
        List<String> fast = new ArrayList<>();
        List<String> slow = new ArrayList<>();
        for (int place = 0; place < twin.size(); place++) {
            int row = workload.rowOfInput(place);
            TwinLinked.One one = twin.get(place);
            boolean hasStarted = log.hasStarted(row);
            fast.add(place + " " + log.state(row) + (hasStarted ? " " + log.startMillis(row) : ""));
            slow.add(place + " " + one.state + (one.start >= 0 ? " " + one.start : ""));
        }
        assertThat(fast).as("seed %d %s\n%s", seed, backfill, linked).isEqualTo(slow);
    }

    private static void obey(LinkedWorld linked, JobLog log, Workload workload) {
        for (LinkedWorld.Link link : linked.links()) {
            int job = workload.rowOfInput(link.job());
            int other = workload.rowOfInput(link.predecessor());
            if (log.hasStarted(job) && !linked.any().contains(link.job())) {
                boolean isOver = log.state(other).ordinal() > JobState.RUNNING.ordinal();
                boolean hasEnded = log.hasStarted(other) && isOver;
                long until =
                        switch (link.until()) {
                            case STARTED -> log.hasStarted(other) ? log.startMillis(other) : 0;
                            default -> hasEnded ? log.endMillis(other) : isOver ? 0 : 1L << 60;
                        };
                assertThat(log.startMillis(job)).isGreaterThanOrEqualTo(until);
            }
        }
        for (LinkedWorld.Follow follow : linked.follows()) {
            int job = workload.rowOfInput(follow.job());
            int leader = workload.rowOfInput(follow.leader());
            if (log.state(job) != JobState.UNBORN && log.hasStarted(leader)) {
                assertThat(log.jobs().submitMillis(job))
                        .isEqualTo(log.endMillis(leader) + follow.thinkMillis());
            }
        }
    }
}
