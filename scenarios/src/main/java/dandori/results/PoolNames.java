package dandori.results;

import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.sim.Outcome;
import java.util.List;

/**
 * What tables call a pool.
 *
 * @param machine the name of its machine
 * @param groups the names of its resource groups
 */
record PoolNames(String machine, List<String> groups) {

    /** Those of a run's pools. */
    static List<PoolNames> of(Outcome outcome) {
        return outcome.pools().stream()
                .map(one -> new PoolNames(one.machine().name(), one.partitions()))
                .toList();
    }

    /** Those of a machine's pools. */
    static List<PoolNames> of(Machine machine) {
        return machine.pools().stream()
                .map(pool ->
                        new PoolNames(
                                machine.name(),
                                pool.partitions().stream().map(Partition::name).toList()))
                .toList();
    }
}
