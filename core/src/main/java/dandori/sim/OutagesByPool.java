package dandori.sim;

import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.machine.Pool;
import java.util.List;

/** Which planned outages reach which pool; refuses those that reach none, or cannot be shared. */
final class OutagesByPool {

    private final List<Outage> outages;

    OutagesByPool(List<Machine> machines, List<Outage> outages) {
        this.outages = outages;
        for (Outage outage : outages) {
            check(outage, machines);
        }
    }

    private static void check(Outage outage, List<Machine> machines) {
        int reached = 0;
        for (Machine machine : machines) {
            for (Pool pool : machine.pools()) {
                reached += outage.reaches(machine, pool) ? 1 : 0;
            }
        }
        if (reached == 0) {
            throw new IllegalArgumentException(
                    "The planned outage from %d ms is to reach machine '%s', pool '%s', but there is none.\nMaybe a name is misspelt; empty stands for all."
                            .formatted(outage.fromMillis(), outage.machine(), outage.pool()));
        }
        if (reached > 1 && !outage.isWhole()) {
            throw new IllegalArgumentException(
                    "The planned outage of %d nodes from %d ms reaches %d pools.\nMaybe name one, or take whole pools: Outage.WHOLE."
                            .formatted(outage.nodes(), outage.fromMillis(), reached));
        }
    }

    /** What becomes of a pool's nodes. */
    PlannedCapacity planned(Machine machine, Pool pool) {
        return new PlannedCapacity(
                outages.stream().filter(one -> one.reaches(machine, pool)).toList(), pool.nodes());
    }
}
