package dandori.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Backfill;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.backfill.Backfills;
import dandori.policy.backfill.Conservative;
import dandori.policy.placement.Placements;
import dandori.policy.preemption.ByQos;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.reference.CoreRun;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Checking;
import dandori.sim.Course;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever decides step by step what a policy would decide gets the policy's schedule. */
class ReplayedPoliciesTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 300);
    private static final List<String> ORDERS = List.of("fcfs", "wfp3", "saf", "lxf", "ljf");

    private static final List<Backfill> BACKFILLS =
            List.of(
                    Backfills.none(),
                    Backfills.easy(),
                    Backfills.shortest(),
                    Backfills.conservative(),
                    Backfills.depth(3),
                    Backfills.replan(),
                    Backfills.identityEasy());

    @Test
    void aBackfillAskedAtEachPassIsThatBackfillsRun() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Backfill backfill = BACKFILLS.get(seed % BACKFILLS.size());
            // What Conservative hears at an end comes before scores are taken, unlike here.
            boolean isTold = backfill instanceof Conservative;
            Simulation simulation = simulation(seed, backfill, isTold ? "fcfs" : order(seed));
            Told told = new Told(backfill.forRun());
            Course course = simulation.stepwise(told);
            while (course.toNextPass()) {
                told.backfill.fill(course.situation(), course.actions());
            }
            assertSame(seed, course.outcome().log(), simulation.run().log());
        }
    }

    @Test
    void soItIsWhereJobsMakeWayForOthers() {
        Qos urgent = Qos.named("urgent").priority(1).preempts(Set.of("default"));
        Preemption preemption =
                new ByQos(
                        new QosTable(
                                List.of(urgent), Map.of("user0", "urgent"), Map.of(), Map.of()));
        int madeWay = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Backfill backfill = Backfills.none();
            Simulation simulation = simulation(seed, backfill, "fcfs", preemption);
            Course course = simulation.stepwise();
            while (course.toNextPass()) {
                backfill.fill(course.situation(), course.actions());
            }
            JobLog log = course.outcome().log();
            assertSame(seed, log, simulation.run().log());
            madeWay += log.hasSegments() ? 1 : 0;
        }
        assertThat(madeWay).isGreaterThan(WORLDS / 10);
    }

    @Test
    void anAgentThatStartsTheHeadAloneIsNone() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Simulation simulation = simulation(seed, Backfills.none(), order(seed));
            Episode episode = new Episode(simulation, Rewards.waitingNodeHours());
            while (!episode.isDone()) {
                int head = episode.now().queue().first();
                if (!episode.start(head).started()) {
                    episode.goOn();
                }
            }
            assertSame(seed, episode.outcome().log(), simulation.run().log());
        }
    }

    @Test
    void anAgentThatKeepsTheHeadsShadowIsEasy() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Simulation simulation = simulation(seed, Backfills.easy(), order(seed));
            Episode episode = new Episode(simulation, Rewards.boundedSlowdown(100));
            while (!episode.isDone()) {
                int job = easyChooses(episode.now());
                if (job < 0 || !episode.start(job).started()) {
                    episode.goOn();
                }
            }
            assertSame(seed, episode.outcome().log(), simulation.run().log());
        }
    }

    /** The first job that may start under EASY, by the words of its definition; -1 if none may. */
    private static int easyChooses(Situation now) {
        int free = now.cluster().freeNodes();
        int head = now.queue().first();
        if (now.nodesNeeded(head) <= free) {
            return head;
        }
        long shadow = now.cluster().shadowMillis(now.nodesNeeded(head));
        int extra = now.cluster().freeNodesAt(shadow) - now.nodesNeeded(head);
        for (int job = now.queue().next(head); job >= 0; job = now.queue().next(job)) {
            boolean endsBefore = now.nowMillis() + now.estimateMillis(job) <= shadow;
            boolean isSmall = now.nodesNeeded(job) <= extra;
            if (now.nodesNeeded(job) <= free && (endsBefore || isSmall)) {
                return job;
            }
        }
        return -1;
    }

    private static String order(int seed) {
        return ORDERS.get(seed % ORDERS.size());
    }

    private static Simulation simulation(int seed, Backfill backfill, String order) {
        return simulation(seed, backfill, order, Preemption.NONE);
    }

    private static Simulation simulation(
            int seed, Backfill backfill, String order, Preemption preemption) {
        World world = Worlds.random(seed, 60);
        boolean hasPlaces = backfill.reservesPlaces() || seed % 2 == 0;
        Policy policy =
                Policy.named("it")
                        .order(CoreRun.order(order))
                        .backfill(backfill)
                        .placement(hasPlaces ? Placements.firstFit() : Placement.COUNT)
                        .preemption(preemption)
                        .build();
        return Simulation.of(Machine.flat("world", world.nodes()), Workload.of("it", world.jobs()))
                .policy(policy)
                .checking(Checking.FULL);
    }

    private static void assertSame(int seed, JobLog log, JobLog other) {
        for (int job = 0; job < log.jobs().count(); job++) {
            String what = "seed %d, job %d".formatted(seed, job);
            assertThat(log.state(job)).as(what).isEqualTo(other.state(job));
            assertThat(log.startMillis(job)).as(what).isEqualTo(other.startMillis(job));
            assertThat(log.endMillis(job)).as(what).isEqualTo(other.endMillis(job));
        }
        assertThat(log.endOfRunMillis()).isEqualTo(other.endOfRunMillis());
    }

    /** Tells a backfill what the run would. */
    private static final class Told implements Observer {

        private final Backfill backfill;

        Told(Backfill backfill) {
            this.backfill = backfill;
        }

        @Override
        public void jobSubmitted(int job, Situation now) {
            backfill.jobQueued(job, now);
        }

        @Override
        public void jobEnded(int job, Situation now) {
            backfill.jobEnded(job, now);
        }
    }
}
