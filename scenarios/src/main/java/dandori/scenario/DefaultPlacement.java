package dandori.scenario;

import dandori.machine.Machine;
import dandori.policy.Placement;
import dandori.policy.placement.Placements;

/**
 * The placement of a machine where nobody names one.
 *
 * <ol>
 *   <li>The one that its machine file names, in {@code totals.placement}.
 *   <li>Else, where it does not matter on which nodes jobs run, {@code count}.
 *   <li>Else, with resource groups, a network that slows jobs, or nodes that fail, the one that
 *       suits its wiring: {@code rail-packing} on rails, {@code group-pack} on a dragonfly, {@code
 *       torus:unit} on a torus of units, {@code leaf-packing} below other switches, {@code
 *       first-fit} on a flat one.
 * </ol>
 */
public final class DefaultPlacement {

    private DefaultPlacement() {}

    /**
     * The name of the placement.
     *
     * @param machine the machine, with the resource groups that hold
     * @param needsPlaces whether it matters where jobs are: the network slows them, or nodes fail
     */
    public static String of(Machine machine, boolean needsPlaces) {
        String stated = machine.specification().totals().text("placement");
        if (!stated.isEmpty()) {
            return stated;
        }
        return needsPlaces || hasGroups(machine) ? byWiring(machine) : "count";
    }

    /** Whether the machine has resource groups. */
    public static boolean hasGroups(Machine machine) {
        return machine.pools().stream().anyMatch(pool -> !pool.partitions().isEmpty());
    }

    private static String byWiring(Machine machine) {
        return switch (machine.interconnect().kind()) {
            case "flat" -> "first-fit";
            case "rail-optimized" -> "rail-packing";
            case "dragonfly" -> "group-pack";
            case "torus" -> works(Placements.torusUnit(), machine) ? "torus:unit" : "first-fit";
            default -> "leaf-packing";
        };
    }

    private static boolean works(Placement placement, Machine machine) {
        try {
            machine.pools().forEach(pool -> placement.forRun(machine, pool));
            return true;
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }
}
