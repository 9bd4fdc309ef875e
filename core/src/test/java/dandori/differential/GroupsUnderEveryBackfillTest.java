package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Axis;
import dandori.interconnect.Torus;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Backfill;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Easy;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.CoreRun;
import dandori.reference.GroupWorld;
import dandori.reference.GroupWorlds;
import dandori.reference.Setting;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.state.Cluster;
import dandori.state.Places;
import dandori.state.Situation;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Pools with resource groups under backfills and placements for which there is no twin: full
 * checking holds them to what groups guarantee, and every job comes to an end.
 */
class GroupsUnderEveryBackfillTest {

    private static final List<Backfill> BACKFILLS =
            List.of(
                    Backfills.none(),
                    Backfills.easy(),
                    new Easy(2),
                    Backfills.shortest(),
                    Backfills.conservative(),
                    Backfills.depth(1),
                    Backfills.depth(3),
                    Backfills.replan(),
                    Backfills.selective(2),
                    Backfills.lookAhead(50),
                    Backfills.slack(1),
                    Backfills.deadline(0),
                    Backfills.slurm(),
                    CoreRun.backfill(Setting.of("fcfs", "slurm:1")),
                    Backfills.tcs(),
                    CoreRun.backfill(Setting.of("fcfs", "tcs:0")));

    private static final List<Placement> PLACEMENTS =
            List.of(
                    Placements.firstFit(),
                    Placements.bestFit(),
                    Placements.random(3),
                    Placements.roundRobin());

    @Test
    void nothingBreaksAndTheSameComesOutAgain() {
        for (int seed = 0; seed < 1_600; seed++) {
            GroupWorld world = GroupWorlds.random(seed, 4 + seed % 37);
            Backfill backfill = BACKFILLS.get(seed % BACKFILLS.size());
            Placement placement = PLACEMENTS.get(seed / 8 % PLACEMENTS.size());
            String once = play("seed " + seed, world.simulation(backfill, placement));
            assertThat(play("seed " + seed, world.simulation(backfill, placement))).isEqualTo(once);
        }
    }

    @Test
    void nobodyBreaksAReservation() {
        for (int seed = 0; seed < 1_600; seed++) {
            GroupWorld plain = GroupWorlds.random(seed, 4 + seed % 37);
            GroupWorld world = GroupWorlds.withReservations(plain, seed);
            Backfill backfill = BACKFILLS.get(seed % BACKFILLS.size());
            Placement placement = PLACEMENTS.get(seed / 8 % PLACEMENTS.size());
            String once = play("seed " + seed, world.simulation(backfill, placement));
            assertThat(play("seed " + seed, world.simulation(backfill, placement))).isEqualTo(once);
        }
    }

    /** Who runs when the run begins may lie across reservations; nobody else does. */
    @Test
    void nobodyElseBreaksAReservation() {
        int standing = 0;
        for (int seed = 0; seed < 800; seed++) {
            GroupWorld plain = GroupWorlds.open(GroupWorlds.random(seed, 4 + seed % 37));
            GroupWorld world = GroupWorlds.withReservations(plain, seed);
            WorkloadBuilder jobs = new WorkloadBuilder("w");
            int left = world.nodes();
            for (Job job : world.jobs()) {
                jobs.add(job);
                if (job.nodes() <= left && jobs.count() <= 4) {
                    left -= job.nodes();
                    jobs.standing(job.submitMillis(), true);
                    standing++;
                } else {
                    left = 0; // those who come later may find nodes taken
                }
            }
            Workload workload = jobs.build();
            Placement placement = PLACEMENTS.get(seed / 8 % PLACEMENTS.size());
            Simulation simulation =
                    world.simulation(workload, BACKFILLS.get(seed % BACKFILLS.size()), placement);
            String once = play("seed " + seed, simulation);
            assertThat(play("seed " + seed, simulation)).isEqualTo(once);
        }
        assertThat(standing).isGreaterThan(1_000);
    }

    @Test
    void minimumRunTimesNeedNoGroups() {
        for (int seed = 0; seed < 2_000; seed++) {
            GroupWorld world = GroupWorlds.random(seed, 4 + seed % 37);
            boolean drifts = seed / 8 % 2 == 0;
            Policy policy =
                    Policy.named("policy")
                            .order(drifts ? Orders.wfp3() : Orders.fcfs())
                            .backfill(BACKFILLS.get(seed % BACKFILLS.size()))
                            .placement(
                                    seed / 16 % 2 == 0 ? Placements.count() : Placements.firstFit())
                            .build();
            Simulation simulation =
                    Simulation.of(Machine.flat("m", world.nodes()), Workload.of("w", world.jobs()))
                            .policy(policy)
                            .conventions(
                                    seed / 32 % 3 == 0 ? Conventions.SC15 : Conventions.DANDORI)
                            .checking(Checking.FULL);
            world.outages().forEach(simulation::outage);
            play("seed " + seed, simulation);
        }
    }

    @Test
    void boxesOnTori() {
        List<Placement> boxes =
                List.of(
                        Placements.torusUnit(),
                        Placements.mesh(),
                        Placements.noncont(),
                        Placements.torusShelf());
        for (int seed = 0; seed < 1_200; seed++) {
            Torus torus = torus(seed);
            GroupWorld world = GroupWorlds.random(seed, 4 + seed % 37, torus.nodes());
            Backfill backfill = BACKFILLS.get(seed / 4 % BACKFILLS.size());
            Simulation simulation =
                    world.simulation(torus, backfill, boxes.get(seed % boxes.size()));
            if (isPlain(world) && (backfill instanceof Easy || backfill == BACKFILLS.get(0))) {
                simulation.observe(new HeadWatch("seed " + seed));
            }
            play("seed " + seed, simulation);
        }
    }

    /** Whether nothing happens that nobody plans for. */
    private static boolean isPlain(GroupWorld world) {
        return world.outages().isEmpty()
                && world.jobs().stream().allMatch(job -> job.request().minimumMillis() == 0)
                && world.groups().stream()
                        .allMatch(one -> one.tenure().guaranteedMillis() == Long.MAX_VALUE);
    }

    private static Torus torus(int seed) {
        List<Axis> axes =
                List.of(
                        new Axis("X", 2 + seed % 2, seed % 3 == 0),
                        new Axis("Y", 2 + seed / 2 % 3, true),
                        new Axis("Z", 4, seed % 5 == 0),
                        new Axis("a", 1, false),
                        new Axis("b", 1 + seed % 2, true),
                        new Axis("c", 1, false));
        return new Torus(axes, 3, List.of(1, 0, 2, 3, 4, 5), 1e9);
    }

    private static String play(String what, Simulation simulation) {
        Outcome outcome;
        try {
            outcome = simulation.run();
        } catch (RuntimeException broken) {
            throw new AssertionError(what + ": " + broken.getMessage(), broken);
        }
        JobLog log = outcome.log();
        StringBuilder text = new StringBuilder(outcome.brokenPromises() + " broken");
        for (int job = 0; job < log.jobs().count(); job++) {
            text.append('\n').append(log.jobs().id(job)).append(' ').append(log.state(job).text());
            if (log.hasStarted(job)) {
                text.append(
                        " %d-%d on %s"
                                .formatted(
                                        log.startMillis(job),
                                        log.endMillis(job),
                                        log.nodeSet(job)));
            }
            assertThat(log.state(job)).isNotEqualTo(JobState.UNBORN);
        }
        return text.toString();
    }

    /** Holds the head of the queue to the first time at which it would be placed. */
    private static final class HeadWatch implements Observer {

        private final String what;
        private int head = -1;
        private long shadowMillis;

        HeadWatch(String what) {
            this.what = what;
        }

        @Override
        public void jobStarted(int job, Situation now) {
            if (job == head) {
                assertThat(now.nowMillis())
                        .as("%s, job %d", what, job)
                        .isLessThanOrEqualTo(shadowMillis);
            }
        }

        @Override
        public void passEnded(Situation now) {
            int first = now.queue().first();
            if (first != head) {
                head = first;
                shadowMillis = first < 0 ? Long.MAX_VALUE : shadow(first, now);
            }
        }

        private static long shadow(int head, Situation now) {
            Places places = Objects.requireNonNull(now.places());
            Cluster cluster = now.cluster();
            TreeSet<Long> instants = new TreeSet<>();
            for (int place = 0; place < cluster.runningCount(); place++) {
                instants.add(cluster.estimatedEndMillis(place));
            }
            long change = places.nextChangeMillis(head, now.nowMillis());
            for (int i = 0; i < 20 && change < Long.MAX_VALUE; i++) {
                instants.add(change);
                change = places.nextChangeMillis(head, change);
            }
            for (long at : instants) {
                for (int place = 0; place < cluster.runningCount(); place++) {
                    if (cluster.estimatedEndMillis(place) <= at) {
                        NodeSet held = now.nodeSet(cluster.running(place));
                        places.suppose(Objects.requireNonNull(held), true);
                    }
                }
                NodeSet set = places.place(head, places.allowed(head, at));
                places.forget();
                if (set != null) {
                    return at;
                }
            }
            return Long.MAX_VALUE;
        }
    }
}
