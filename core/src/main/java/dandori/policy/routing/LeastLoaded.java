package dandori.policy.routing;

import dandori.policy.RoutingRule;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Cluster;

/**
 * The machine with the least work per node: the node time that waiting jobs ask for, that running
 * jobs have left and that jobs on their way there bring, all by their estimates, over the nodes in
 * service. It is how long the machine would be busy if no more came and nothing were left idle.
 *
 * <p>Jobs that are held count for nothing; a machine without a node in service comes last.
 *
 * <p>Cost: O(1) a machine, and O(jobs that run longer than was told).
 */
public record LeastLoaded() implements RoutingRule {

    @Override
    public double cost(int job, Destination there) {
        Cluster cluster = there.pool().cluster();
        long nodeMillis =
                there.pool().queue().nodeMillis()
                        + cluster.nodeMillisLeft(there.pool().nowMillis())
                        + there.comingNodeMillis();
        int nodes = cluster.nodesInService();
        return nodes == 0 ? Double.POSITIVE_INFINITY : (double) nodeMillis / nodes;
    }

    /** Makes it known as {@code least-loaded}. */
    public static final class Provider extends NamedPart<RoutingRule> {

        /** For the service loader. */
        public Provider() {
            super(
                    RoutingRule.class,
                    "least-loaded",
                    "The machine with the least node time, waiting, running and on its way, per node in service.",
                    "");
        }

        @Override
        public RoutingRule create(Options options) {
            return new LeastLoaded();
        }
    }
}
