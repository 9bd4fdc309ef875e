package dandori.kit;

import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.metric.Observer;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.ShapedPlacement;
import dandori.policy.backfill.Backfills;
import dandori.state.NodePool;
import dandori.state.Situation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every placement must keep: it gives free nodes, as many as it says that the job takes, and
 * the same when asked twice; it finds room wherever enough nodes are free, unless it says that
 * shape decides; where it does not, nodes are labels and no start is moved; nothing is remembered
 * between runs, and nothing known of jobs to come.
 *
 * <p>It is tried on a flat machine, a fat tree, a dragonfly and a torus, and may refuse some.
 */
public final class PlacementContract {

    private PlacementContract() {}

    /**
     * Checks a placement.
     *
     * @throws AssertionError if it breaks the contract, with a sentence for each rule
     */
    public static void check(Placement placement) {
        Faults.check(placement, faults(placement));
    }

    /** What it breaks, a sentence for each rule; empty if it keeps the contract. */
    public static List<String> faults(Placement placement) {
        Faults faults = new Faults();
        CommonRules rules = new CommonRules(faults);
        Companions companions = new Companions();
        for (int round = 0; round < companions.rounds(); round++) {
            for (int kind = 0; kind < SmallWorld.machines(); kind++) {
                Policy.Builder others = companions.of(round).placement(placement);
                if (!placement.hasPlaces()) {
                    others.backfill(Backfills.easy());
                }
                SmallWorld world = SmallWorld.of(kind, round);
                Policy policy = others.build();
                JobLog log = rules.hold(world, policy, SmallWorld.of(kind, ~round));
                if (log != null) {
                    Placement made = watch(faults, rules, world, policy, log);
                    takesEnough(faults, world, made);
                    if (areLabels(made, world.workload())) {
                        labelsMoveNobody(faults, rules, world, policy, log);
                    }
                }
            }
        }
        rules.end();
        return faults.list();
    }

    private static Policy with(Placement placement, Policy policy) {
        return Policy.named(policy.name())
                .order(policy.order())
                .admission(policy.admission())
                .backfill(policy.backfill())
                .placement(placement)
                .estimates(policy.estimates())
                .build();
    }

    /** Asks it for nodes all the time; the instance that was asked. */
    private static @Nullable Placement watch(
            Faults faults, CommonRules rules, SmallWorld world, Policy policy, JobLog log) {
        Places places = new Places(faults, world);
        Placement watched = Probe.forRun(Placement.class, policy.placement(), places::of);
        rules.differs(
                "asking changes",
                "Asking for nodes that are not taken changes the run",
                world,
                policy,
                log,
                rules.play(world, with(watched, policy), places));
        return places.placement;
    }

    private static void takesEnough(Faults faults, SmallWorld world, @Nullable Placement made) {
        Jobs jobs = world.workload().jobs();
        for (int job = 0; made != null && job < jobs.count(); job++) {
            int nodes = made.nodesNeeded(job, jobs);
            if (nodes < jobs.nodes(job)) {
                faults.add(
                        "too few needed",
                        "Job %d asks for %d nodes, but 'nodesNeeded' says %d: %s.",
                        jobs.id(job),
                        jobs.nodes(job),
                        nodes,
                        world);
            }
        }
    }

    /** Whether it says that which nodes a job has makes no difference for any. */
    private static boolean areLabels(@Nullable Placement made, Workload workload) {
        if (made instanceof ShapedPlacement) {
            return false; // where it decides for some, reservations are sets for all
        }
        for (int job = 0; made != null && job < workload.count(); job++) {
            if (made.shapeDecides(job, workload.jobs())
                    || made.nodesNeeded(job, workload.jobs()) != workload.jobs().nodes(job)) {
                return false;
            }
        }
        return made != null;
    }

    private static void labelsMoveNobody(
            Faults faults, CommonRules rules, SmallWorld world, Policy policy, JobLog log) {
        if (policy.backfill().reservesPlaces()) {
            return;
        }
        JobLog counted = rules.play(world, with(Placement.COUNT, policy));
        for (int job = 0; counted != null && job < log.jobs().count(); job++) {
            if (log.hasStarted(job) && log.startMillis(job) != counted.startMillis(job)) {
                faults.add(
                        "moves starts",
                        "It says that shape decides for nobody, yet job %d starts at %s s, and at %s s by count: %s.",
                        log.jobs().id(job),
                        log.startMillis(job) / 1000.0,
                        counted.startMillis(job) / 1000.0,
                        CommonRules.where(world, policy));
            }
        }
    }

    /** Asks for nodes for all who wait after each pass. */
    private static final class Places implements Observer {

        private final Faults faults;
        private final SmallWorld world;
        private @Nullable Placement placement;

        Places(Faults faults, SmallWorld world) {
            this.faults = faults;
            this.world = world;
        }

        Placement of(Placement made) {
            placement = made;
            return made;
        }

        @Override
        public void passEnded(Situation now) {
            Placement asked = placement;
            if (asked == null) {
                return;
            }
            for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
                int nodes = asked.nodesNeeded(job, now.jobs());
                if (nodes <= now.cluster().freeNodes()) {
                    look(asked, job, nodes, now);
                }
            }
        }

        private void look(Placement asked, int job, int nodes, Situation now) {
            NodeSet set = asked.place(job, now);
            long id = now.jobs().id(job);
            if (!Objects.equals(set, asked.place(job, now))) {
                faults.add(
                        "two answers",
                        "Asked twice for the same, it gives job %d other nodes: %s.",
                        id,
                        world);
            }
            if (set == null) {
                if (!asked.shapeDecides(job, now.jobs())) {
                    faults.add(
                            "no room",
                            "It finds no room for %d nodes where %d are free, and does not say that shape decides: %s.",
                            nodes,
                            now.cluster().freeNodes(),
                            world);
                }
                return;
            }
            NodePool free = now.cluster().freePool();
            int most = asked.hasPlaces() ? nodes : 0;
            if (set.size() != most) {
                faults.add(
                        "another number",
                        "It gives job %d %d nodes, where it must be %d: %s.",
                        id,
                        set.size(),
                        most,
                        world);
            } else if (free != null && free.freeAmong(set).size() != set.size()) {
                faults.add("busy nodes", "It gives job %d nodes that are not free: %s.", id, world);
            }
        }
    }
}
