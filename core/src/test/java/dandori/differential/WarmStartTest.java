package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Standing;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A run that is cut in two, with a snapshot between, is the run in one piece. */
class WarmStartTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 500);

    /** Under rules that keep nothing in mind between passes, and orders that stay. */
    @Test
    void theSecondHalfIsThatOfTheWholeRun() {
        List<Order> orders = List.of(Orders.fcfs(), Orders.smallestAreaFirst());
        List<Backfill> backfills =
                List.of(
                        Backfills.none(),
                        Backfills.easy(),
                        Backfills.shortest(),
                        Backfills.depth(3),
                        Backfills.replan());
        int standing = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = doubled(Worlds.random(seed, 40));
            SplittableRandom random = new SplittableRandom(seed);
            long last = world.jobs().stream().mapToLong(Job::submitMillis).max().orElse(0);
            long cut = random.nextLong(last + 2) | 1; // nothing happens at odd instants
            Order order = orders.get(seed % 2);
            for (Backfill backfill : backfills) {
                standing += compare(seed, world, cut, order, backfill);
            }
        }
        assertThat(standing).isGreaterThan(WORLDS); // there was something to hand over
    }

    /** Under rules that promise starts, promises are made anew: the checks alone find nothing. */
    @Test
    void everyBackfillGoesOnFromASnapshot() {
        List<Backfill> backfills =
                List.of(
                        Backfills.conservative(),
                        Backfills.selective(1),
                        Backfills.slurm(),
                        Backfills.tcs(),
                        Backfills.identityEasy());
        for (int seed = 0; seed < WORLDS / 5; seed++) {
            World world = doubled(Worlds.random(seed, 40));
            long last = world.jobs().stream().mapToLong(Job::submitMillis).max().orElse(0);
            long cut = last / 2 | 1;
            for (Backfill backfill : backfills) {
                JobLog whole = run(world, workload(world), Orders.fcfs(), backfill);
                Workload rest = rest(world, whole, cut, new ArrayList<>());
                JobLog second = run(world, rest, Orders.fcfs(), backfill);
                Standing there = rest.standing();
                for (int job = 0; job < rest.count(); job++) {
                    if (there != null && there.runs(job)) {
                        assertThat(second.startMillis(job)).isEqualTo(there.arrivalMillis(job));
                    } else if (second.hasStarted(job)) {
                        assertThat(second.startMillis(job)).isGreaterThanOrEqualTo(cut);
                    }
                }
            }
        }
    }

    private static World doubled(World world) {
        List<Job> jobs = new ArrayList<>();
        for (Job job : world.jobs()) {
            jobs.add(
                    new Job(
                            job.id(),
                            2 * job.submitMillis(),
                            job.nodes(),
                            2 * job.walltimeMillis(),
                            2 * job.runMillis()));
        }
        return new World(world.nodes(), jobs);
    }

    private static Workload workload(World world) {
        return Workload.of("whole", world.jobs());
    }

    private static JobLog run(World world, Workload workload, Order order, Backfill backfill) {
        Policy policy =
                Policy.named("warm")
                        .order(order)
                        .backfill(backfill)
                        .placement(Placements.firstFit())
                        .build();
        return Simulation.of(Machine.flat("m", world.nodes()), workload)
                .policy(policy)
                .checking(Checking.FULL)
                .run()
                .log();
    }

    /**
     * What a snapshot of a run shows, and who comes later; their rows in the whole go into a list.
     */
    private static Workload rest(World world, JobLog whole, long cut, List<Integer> rows) {
        Workload all = workload(world);
        WorkloadBuilder rest = new WorkloadBuilder("rest");
        for (int job = 0; job < all.count(); job++) {
            boolean hasCome = all.jobs().submitMillis(job) < cut;
            boolean hasStarted = whole.hasStarted(job) && whole.startMillis(job) < cut;
            boolean hasLeft = hasStarted ? whole.endMillis(job) < cut : false;
            if (hasLeft || hasCome && whole.state(job) == JobState.REJECTED) {
                continue;
            }
            rows.add(job);
            rest.add(
                    all.jobs().id(job),
                    all.jobs().submitMillis(job),
                    all.jobs().nodes(job),
                    all.jobs().walltimeMillis(job),
                    all.runMillis(job),
                    -1,
                    -1,
                    -1,
                    -1);
            if (hasCome) {
                rest.standing(hasStarted ? whole.startMillis(job) : cut, hasStarted);
            }
        }
        return rest.build();
    }

    private static int compare(int seed, World world, long cut, Order order, Backfill backfill) {
        JobLog whole = run(world, workload(world), order, backfill);
        List<Integer> rows = new ArrayList<>();
        Workload rest = rest(world, whole, cut, rows);
        if (rest.count() == 0) {
            return 0;
        }
        JobLog second = run(world, rest, order, backfill);
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            int job = rows.get(row);
            expected.add(text(whole, job));
            found.add(text(second, row));
        }
        assertThat(found).as("seed %d, %s, cut at %d", seed, backfill, cut).isEqualTo(expected);
        return rest.standing() == null ? 0 : 1;
    }

    private static String text(JobLog log, int job) {
        return log.jobs().id(job)
                + " "
                + log.state(job)
                + (log.hasStarted(job)
                        ? " " + log.startMillis(job) + "-" + log.endMillis(job)
                        : "");
    }
}
