package dandori.policy.routing;

import dandori.machine.Machine;
import dandori.policy.RoutingRule;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Capacity;
import dandori.state.Cluster;
import dandori.state.Profile;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.List;

/**
 * The machine on which the job would start first by that machine's own plan, made as backfill
 * {@code replan} makes it: running jobs keep their nodes until their estimated ends, known changes
 * of capacity take theirs, waiting jobs stand in the order of the queue, each at the earliest hole;
 * then those on their way, not before they arrive; and last the job itself, not before it would
 * arrive.
 *
 * <p>It is a plan by count: places, resource groups and their windows are not in it, nor are jobs
 * that are held. The job is planned last whatever the order is, so that where orders let it pass
 * others it may start sooner; and a plan is no promise.
 *
 * <p>Cost: O((waiting + on their way) · p) a machine and job that may move, for a profile of p ≤
 * 2(waiting + running) steps: as much as a pass of {@code replan}.
 */
public final class EarliestStart implements RoutingRule {

    private final Profile profile = new Profile();

    /** A new one. */
    public EarliestStart() {}

    @Override
    public RoutingRule forRun(List<Machine> machines) {
        return new EarliestStart();
    }

    @Override
    public double cost(int job, Destination there) {
        Situation now = there.pool();
        if (now.cluster().freeNodes() == Integer.MAX_VALUE) {
            return there.arrivalMillis(); // no bounds: whoever is there starts
        }
        begin(now);
        WaitQueue queue = now.queue();
        for (int other = queue.first(); other >= 0; other = queue.next(other)) {
            plan(now.nowMillis(), now.estimateMillis(other), now.nodesNeeded(other));
        }
        for (int place = 0; place < there.comingCount(); place++) {
            plan(
                    there.comingMillis(place),
                    there.comingEstimateMillis(place),
                    there.comingNodes(place));
        }
        return plan(there.arrivalMillis(), there.estimateMillis(), there.nodes());
    }

    private void begin(Situation now) {
        Cluster cluster = now.cluster();
        profile.reset(now.nowMillis(), cluster.freeNodes());
        for (int place = 0; place < cluster.runningCount(); place++) {
            long end = Math.max(cluster.estimatedEndMillis(place), now.nowMillis() + 1);
            profile.add(end, Long.MAX_VALUE, cluster.nodesOf(place));
        }
        Capacity capacity = now.capacity();
        for (int step = 0; step < capacity.stepCount(); step++) {
            profile.add(capacity.stepMillis(step), Long.MAX_VALUE, capacity.stepNodes(step));
        }
    }

    /** Gives a job the earliest hole; a slot has at least 1 ms, lest it keep nothing. */
    private long plan(long notBefore, long estimateMillis, int nodes) {
        long spanMillis = Math.max(1, estimateMillis);
        long at = profile.earliest(notBefore, spanMillis, nodes);
        if (at < Long.MAX_VALUE) {
            profile.add(at, at + spanMillis, -nodes);
        }
        return at;
    }

    /** Makes it known as {@code earliest-start}. */
    public static final class Provider extends NamedPart<RoutingRule> {

        /** For the service loader. */
        public Provider() {
            super(
                    RoutingRule.class,
                    "earliest-start",
                    "The machine that would start it first, by its own plan of all who run, wait and come.",
                    "");
        }

        @Override
        public RoutingRule create(Options options) {
            return new EarliestStart();
        }
    }
}
