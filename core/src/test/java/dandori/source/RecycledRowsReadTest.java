package dandori.source;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Summary;
import dandori.metric.Window;
import dandori.policy.Backfill;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.policy.placement.RoundRobin;
import dandori.reference.ByTurns;
import dandori.reference.LinkedWorld;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * All that can be read of a job, and all that is summed up, is the same whether its row was another
 * job's before or not: of jobs that run, wait or are on nodes again when the run is cut off, and of
 * those that leave without a start.
 */
class RecycledRowsReadTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 200);
    private static final int NODES = 20;

    private static final List<Placement> PLACEMENTS =
            List.of(Placements.firstFit(), Placements.count(), new RoundRobin());

    private static final List<Backfill> BACKFILLS =
            List.of(
                    Backfills.easy(),
                    Backfills.none(),
                    Backfills.conservative(),
                    Backfills.replan(),
                    Backfills.selective(1.5),
                    Backfills.slurm(),
                    Backfills.tcs());

    /** What was read of each job, by its sequence, and what all came to. */
    private record Read(TreeMap<Long, String> ofJobs, List<Summary> summaries) {}

    /** Some are too large, and rejected. */
    private static Workload jobs(SplittableRandom random) {
        List<Job> jobs = new ArrayList<>();
        long clock = 0;
        for (int id = 0; id < 80; id++) {
            clock += random.nextInt(30);
            long run = random.nextInt(200);
            int nodes = random.nextInt(20) == 0 ? 30 : 1 + random.nextInt(16);
            jobs.add(new Job(id, clock, nodes, 1 + run * (1 + random.nextInt(3)), run));
        }
        return Workload.of("jobs", jobs);
    }

    @Test
    void nothingOfAnotherJobIsRead() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Preemption rule = seed % 4 == 3 ? ByTurns.of(seed) : Preemption.NONE;
            equal(seed, jobs(new SplittableRandom(seed)), NODES, rule);
        }
    }

    @Test
    void norOfOneThatLeavesWithoutAStart() {
        for (int seed = 0; seed < WORLDS; seed++) {
            LinkedWorld linked = LinkedWorld.random(seed, true);
            equal(seed, linked.workload(), linked.world().nodes(), Preemption.NONE);
        }
    }

    private static void equal(int seed, Workload workload, int nodes, Preemption rule) {
        Read whole = play(seed, workload, workload::source, nodes, rule);
        Read again = play(seed, workload, () -> new RecycledRows(workload), nodes, rule);
        assertThat(again.ofJobs).as("seed %d", seed).isEqualTo(whole.ofJobs);
        assertThat(again.summaries).as("seed %d", seed).isEqualTo(whole.summaries);
    }

    private static Read play(
            int seed, Workload workload, Supplier<JobSource> source, int nodes, Preemption rule) {
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(BACKFILLS.get(seed % BACKFILLS.size()))
                        .placement(PLACEMENTS.get(seed / 2 % PLACEMENTS.size()))
                        .preemption(rule)
                        .build();
        long first = workload.jobs().submitMillis(0);
        long last = workload.jobs().submitMillis(workload.jobs().count() - 1);
        Window window = new Window(first, Math.max(first + 1_000, last));
        long middle = window.fromMillis() + window.lengthMillis() / 2;
        List<Machine> machines = List.of(Machine.flat("m", nodes), Machine.flat("n", nodes));
        int pools = 1 + seed / 3 % 2;
        Read read = new Read(new TreeMap<>(), new ArrayList<>());
        Outcome outcome =
                Simulation.of(machines.subList(0, pools), source)
                        .routing((job, all) -> (int) (all.get(0).jobs().sequence(job) % pools))
                        .policy(policy)
                        .window(window)
                        .horizonMillis(seed % 5 < 3 ? middle : Long.MAX_VALUE - 1)
                        .checking(Checking.FULL)
                        .read((job, log) -> read.ofJobs.put(sequence(job, log), line(job, log)))
                        .run();
        read.ofJobs.values().removeIf(String::isEmpty);
        read.summaries.add(outcome.summary());
        outcome.pools().forEach(pool -> read.summaries.add(pool.summary()));
        return read;
    }

    private static long sequence(int job, JobLog log) {
        return log.jobs().sequence(job);
    }

    /** Nothing of those who have not come. */
    private static String line(int job, JobLog log) {
        JobState state = log.state(job);
        if (state == JobState.UNBORN) {
            return "";
        }
        String first = log.hasStarted(job) ? " from " + log.firstStartMillis(job) : "";
        String start = log.hasStarted(job) ? " " + log.startMillis(job) : "";
        String end = log.hasEnded(job) ? " until " + log.endMillis(job) : "";
        String wait = state == JobState.REJECTED ? "" : " waited " + log.waitMillis(job);
        return "%s, %s, pool %d, group %d%s%s%s%s ran %d lost %d stood %d on %d (%s) before %s"
                .formatted(
                        state,
                        log.cause(job),
                        log.pool(job),
                        log.group(job),
                        first,
                        start,
                        end,
                        wait,
                        log.executedMillis(job),
                        log.lostMillis(job),
                        log.stalledMillis(job),
                        log.nodesHeld(job),
                        log.nodeSet(job),
                        log.segmentsBefore(job));
    }
}
