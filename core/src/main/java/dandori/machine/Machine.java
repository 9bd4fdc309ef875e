package dandori.machine;

import dandori.interconnect.Flat;
import dandori.interconnect.Interconnect;
import java.util.List;

/**
 * A machine: its units of allocation, how they are wired, and the pools in which they are
 * scheduled.
 *
 * @param name its name in scenarios and results
 * @param unit what a job asks for
 * @param interconnect the wiring
 * @param pools disjoint ranges that together hold every node once, in order of node number
 * @param specification what else is known about it, with sources
 */
public record Machine(
        String name,
        AllocationUnit unit,
        Interconnect interconnect,
        List<Pool> pools,
        Specification specification) {

    /** Checks that the pools hold every node once. */
    public Machine {
        pools = List.copyOf(pools);
        int next = 0;
        for (Pool pool : pools) {
            if (pool.firstNode() != next) {
                throw new IllegalArgumentException(
                        "Machine '%s': pool '%s' must begin at node %d, but begins at %d."
                                .formatted(name, pool.name(), next, pool.firstNode()));
            }
            next = Math.addExact(next, pool.nodes());
        }
        if (next != interconnect.nodes()) {
            throw new IllegalArgumentException(
                    "Machine '%s': its pools hold %d nodes, but its interconnect has %d."
                            .formatted(name, next, interconnect.nodes()));
        }
    }

    /** A machine of which no more is known. */
    public Machine(String name, AllocationUnit unit, Interconnect interconnect, List<Pool> pools) {
        this(name, unit, interconnect, pools, Specification.NONE);
    }

    /** A machine of one pool on which any free nodes are as good as any others. */
    public static Machine flat(String name, int nodes) {
        return flat(name, nodes, AllocationUnit.NODE);
    }

    /** A machine of one pool that hands out the given unit, any as good as any other. */
    public static Machine flat(String name, int nodes, AllocationUnit unit) {
        return new Machine(name, unit, new Flat(nodes), List.of(new Pool(name, 0, nodes)));
    }

    /** The same machine under another name. */
    public Machine named(String other) {
        return new Machine(other, unit, interconnect, pools, specification);
    }

    /** The same machine as one pool in which everybody may have everything. */
    public Machine withoutGroups() {
        return pools.size() == 1 && pools.get(0).partitions().isEmpty()
                ? this
                : new Machine(
                        name,
                        unit,
                        interconnect,
                        List.of(new Pool(name, 0, nodes())),
                        specification.withoutGroups(this));
    }

    /** The same machine without the maintenance that its operator has announced. */
    public Machine withoutMaintenance() {
        return specification.maintenance().isEmpty()
                ? this
                : new Machine(
                        name, unit, interconnect, pools, specification.withMaintenance(List.of()));
    }

    /** How many units it has. */
    public int nodes() {
        return interconnect.nodes();
    }
}
