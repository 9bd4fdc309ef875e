package dandori.parquet.trace;

import dandori.catalogue.Catalogue;
import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resource groups of Fugaku, as far as a job's nodes and time limit tell them: the first of the
 * machine file that takes both and needs no asking for by name.
 */
final class FugakuGroups {

    private final List<Partition> groups = new ArrayList<>();
    private final int nodes;

    FugakuGroups() {
        Machine machine = Catalogue.machine("fugaku");
        nodes = machine.nodes();
        for (Pool pool : machine.pools()) {
            for (Partition group : pool.partitions()) {
                if (!group.isByName() && group.tenure().equals(Tenure.WHOLE)) {
                    groups.add(group);
                }
            }
        }
    }

    /** How many nodes the machine has. */
    int machineNodes() {
        return nodes;
    }

    /** The group of a job; null if none takes it. A limit below 0 is unknown, and fits. */
    @Nullable String of(long nodes, long walltimeMillis) {
        for (Partition group : groups) {
            if (group.minNodes() <= nodes
                    && nodes <= group.maxNodes()
                    && walltimeMillis <= group.maxWalltimeMillis()) {
                return group.name();
            }
        }
        return null;
    }
}
