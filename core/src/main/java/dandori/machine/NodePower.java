package dandori.machine;

import java.util.OptionalDouble;

/**
 * What a node of a machine draws, on average over its types of nodes.
 *
 * @param busyWatts while a job has it, above 0
 * @param idleWatts while none has it, from 0 to {@code busyWatts}
 * @param siteFactor what the site draws for each watt of a node, for network, storage and cooling;
 *     at least 1
 */
public record NodePower(double busyWatts, double idleWatts, double siteFactor) {

    /** Idle power over busy power where nobody says what an idle node draws; assumed. */
    public static final double ASSUMED_IDLE_SHARE = 0.5;

    /** Checks the order. */
    public NodePower {
        if (!(busyWatts > 0 && idleWatts >= 0 && idleWatts <= busyWatts && siteFactor >= 1)) {
            throw new IllegalArgumentException(
                    "A node cannot draw %s W busy and %s W idle, with %s W of its site for each."
                            .formatted(busyWatts, idleWatts, siteFactor));
        }
    }

    /** What a machine's file says of its first type of node; empty if it does not say how much. */
    public static OptionalDouble knownBusyWatts(Machine machine) {
        OptionalDouble site = NodeHour.of(machine).kilowattHours();
        return site.isEmpty() ? site : OptionalDouble.of(site.getAsDouble() * 1000 / site(machine));
    }

    /** What a machine's file says of an idle node; empty if it does not. */
    public static OptionalDouble knownIdleWatts(Machine machine) {
        var types = machine.specification().nodeTypes();
        return types.isEmpty() ? OptionalDouble.empty() : types.get(0).idleWatts();
    }

    /** What a machine's file says of its site; 1 if it does not. */
    public static double site(Machine machine) {
        Site site = machine.specification().site();
        return (1 + site.powerOverhead().orElse(0)) * site.powerUsageEffectiveness().orElse(1);
    }

    /** What a share of full power is: all nodes busy. */
    public double fullWatts(int nodes) {
        return nodes * busyWatts;
    }

    /**
     * How many of some nodes may be busy at most while the others stand idle and all draw a share
     * of full power.
     */
    public int busyWithin(double share, int nodes) {
        double idle = nodes * idleWatts;
        double left = share * fullWatts(nodes) - idle;
        if (busyWatts == idleWatts) {
            return left >= 0 ? nodes : 0;
        }
        return whole(left / (busyWatts - idleWatts), nodes);
    }

    /** How many of some nodes may be switched on, so that a share of full power will always do. */
    public static int onWithin(double share, int nodes) {
        return whole(share * nodes, nodes);
    }

    /** Rounded down, but not for an error of rounding. */
    private static int whole(double number, int most) {
        return (int) Math.max(0, Math.min(most, Math.floor(number * (1 + 1e-12) + 1e-9)));
    }
}
