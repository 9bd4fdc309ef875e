package dandori.sim;

import dandori.job.Cause;
import dandori.job.JobSource;
import java.util.List;

/**
 * Finds the resource group of each job, and with it the pool, when it is submitted.
 *
 * <p>A job that names a group of its machine goes there. Any other goes to the first group, in the
 * order of the machine's pools and of their groups, that takes a job of its size, time and shape,
 * and whose jobs keep their nodes, unless that one is to be named. One that no group takes is
 * rejected.
 */
final class Grouping {

    private final List<PoolRun> pools;
    private final Ledger ledger;
    private final JobSource source;

    Grouping(List<PoolRun> pools, Ledger ledger, JobSource source) {
        this.pools = pools;
        this.ledger = ledger;
        this.source = source;
    }

    /** The pool of a job that was sent to a pool of its machine; its group is noted. */
    int settle(int job, int routed) {
        if (pools.get(routed).groups == null) {
            ledger.group(job, Ledger.NO_GROUP);
            return routed;
        }
        if (pools.get(routed).pool().partitions().isEmpty()) {
            ledger.group(job, 0); // that of all its nodes
            return routed;
        }
        String name = name(job, routed);
        Cause why = Cause.GROUP_NAME;
        for (int index = 0; index < pools.size(); index++) {
            PoolRun pool = pools.get(index);
            Groups groups = pool.groups;
            if (groups != null && pool.machine().equals(pools.get(routed).machine())) {
                int group = groups.find(job, name);
                if (group >= 0) {
                    ledger.group(job, group);
                    return index;
                }
                Cause its = groups.whyNone(job, name);
                why = its.compareTo(why) > 0 ? its : why;
            }
        }
        ledger.group(job, Ledger.NO_GROUP);
        ledger.cause(job, why);
        return routed;
    }

    /** Whether a pool has a group for a job that may go there. */
    boolean finds(int job, int pool) {
        Groups groups = pools.get(pool).groups;
        return groups != null && groups.find(job, name(job, pool)) >= 0;
    }

    /** The group that a job names, if its machine has such a one; else the empty name. */
    private String name(int job, int routed) {
        int partition = source.jobs().partition(job);
        if (partition < 0 || partition >= source.partitions().size()) {
            return "";
        }
        String name = source.partitions().get(partition);
        for (PoolRun pool : pools) {
            Groups groups = pool.groups;
            boolean isHere = pool.machine().equals(pools.get(routed).machine());
            if (groups != null && isHere && groups.has(name)) {
                return name;
            }
        }
        return "";
    }
}
