package dandori.policy.routing;

import dandori.machine.Machine;
import dandori.machine.NodeHour;
import dandori.policy.RoutingRule;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import java.util.List;

/**
 * The machine on which the job would do least to the climate: energy of a node and an hour, with
 * the site's share ({@link NodeHour#kilowattHours}) · nodes · its time limit there · the carbon of
 * the region's electricity. Where a machine whose power is known has no such figure, energy alone
 * is compared, on all of them. A machine whose power is not known is no candidate.
 *
 * <p>Cost: O(1) a machine.
 *
 * @param byCarbon whether carbon is compared, and not energy alone
 */
public record Greenest(boolean byCarbon) implements RoutingRule {

    @Override
    public RoutingRule forRun(List<Machine> machines) {
        return new Greenest(
                machines.stream()
                        .filter(one -> NodeHour.of(one).kilowattHours().isPresent())
                        .allMatch(one -> carbon(one) >= 0));
    }

    /** Carbon dioxide in kg per kWh; NaN if it is not known. */
    private static double carbon(Machine machine) {
        return machine.specification().site().carbonKgPerKilowattHour().orElse(Double.NaN);
    }

    @Override
    public double cost(int job, Destination there) {
        Machine machine = there.pool().machine();
        double energy = NodeHour.of(machine).kilowattHours().orElse(Double.NaN);
        return energy * Cheapest.hours(job, there) * (byCarbon ? carbon(machine) : 1);
    }

    /** Makes it known as {@code greenest}. */
    public static final class Provider extends NamedPart<RoutingRule> {

        /** For the service loader. */
        public Provider() {
            super(
                    RoutingRule.class,
                    "greenest",
                    "The machine with the least carbon, or energy where no carbon is known; those of unknown power are left out.",
                    "");
        }

        @Override
        public RoutingRule create(Options options) {
            return new Greenest(true);
        }
    }
}
