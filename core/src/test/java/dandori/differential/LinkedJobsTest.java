package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.reference.LinkedWorld;
import dandori.reference.TwinLinked;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
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
