package dandori.sim;

import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Parts;

/** Each resource group is a part of its pool; a pool without such is whole. */
record GroupParts(Ledger ledger, Pool pool) implements Parts {

    @Override
    public int of(int job) {
        int group = pool.partitions().isEmpty() ? Ledger.NO_GROUP : ledger.group(job);
        return group < pool.partitions().size() ? group : WHOLE;
    }

    @Override
    public NodeSet nodes(int part) {
        return pool.partitions().get(part).nodes();
    }
}
