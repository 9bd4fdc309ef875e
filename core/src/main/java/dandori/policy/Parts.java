package dandori.policy;

import dandori.machine.NodeSet;

/**
 * Which part of a pool each job may have at most: the nodes of its resource group. A placement that
 * chooses the size of a box needs to know, since what fits in the pool need not fit in the group.
 */
public interface Parts {

    /** The part of a job that has no group: all nodes of the pool. */
    int WHOLE = -1;

    /** Where a pool has no resource groups. */
    Parts NONE =
            new Parts() {
                @Override
                public int of(int job) {
                    return WHOLE;
                }

                @Override
                public NodeSet nodes(int part) {
                    throw new IllegalArgumentException("There is no part " + part + ".");
                }
            };

    /**
     * The part of a job, a small number from 0, or {@link #WHOLE}; settled when it is submitted.
     */
    int of(int job);

    /** The nodes of a part, by their numbers on the machine. */
    NodeSet nodes(int part);
}
