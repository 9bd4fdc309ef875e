package dandori.policy.routing;

import dandori.engine.Durations;
import dandori.machine.NodeHour;
import dandori.policy.RoutingRule;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;

/**
 * The machine on which the job would cost least: price of a node and an hour · nodes · its time
 * limit there. A machine whose file has no price is no candidate.
 *
 * <p>Cost: O(1) a machine.
 */
public record Cheapest() implements RoutingRule {

    @Override
    public double cost(int job, Destination there) {
        double yen = NodeHour.of(there.pool().machine()).yen().orElse(Double.NaN);
        return yen * hours(job, there);
    }

    /** The node hours that a job asks for somewhere. */
    static double hours(int job, Destination there) {
        long walltimeMillis = there.pool().jobs().walltimeMillis(job);
        return (double) there.nodes() * walltimeMillis / Durations.HOUR_MILLIS;
    }

    /** Makes it known as {@code cheapest}. */
    public static final class Provider extends NamedPart<RoutingRule> {

        /** For the service loader. */
        public Provider() {
            super(
                    RoutingRule.class,
                    "cheapest",
                    "The machine with the least price of a node hour · nodes · time limit; those without a price are left out.",
                    "");
        }

        @Override
        public RoutingRule create(Options options) {
            return new Cheapest();
        }
    }
}
