package dandori.policy;

import dandori.job.Jobs;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.state.Situation;
import org.jspecify.annotations.Nullable;

/** On which nodes a job runs. */
@FunctionalInterface
public interface Placement {

    /** By count: any free nodes are as good as any others, and which they are is not kept. */
    Placement COUNT =
            new Placement() {
                @Override
                public NodeSet place(int job, Situation now) {
                    return NodeSet.EMPTY;
                }

                @Override
                public boolean hasPlaces() {
                    return false;
                }
            };

    /**
     * The nodes for a job, by their numbers on the machine: all of them free and in the job's pool,
     * exactly {@link #nodesNeeded} of them; {@link NodeSet#EMPTY} where nodes have no places; null
     * if it does not fit now. Only asked when enough nodes are free in count.
     */
    @Nullable NodeSet place(int job, Situation now);

    /**
     * The instance to be used in one run of one pool; one that remembers nothing returns itself.
     * One that does is told of every change by {@link #taken} and {@link #given}; all nodes are
     * free at first.
     *
     * @throws IllegalArgumentException with a sentence for users, if it cannot work on that machine
     */
    default Placement forRun(Machine machine, Pool pool) {
        return this;
    }

    /**
     * The same of a pool whose resource groups have nodes of their own. What fits in the pool but
     * never in a job's part of it must not be what the job takes.
     */
    default Placement forRun(Machine machine, Pool pool, Parts parts) {
        return forRun(machine, pool);
    }

    /**
     * How many nodes the job takes: as many as it asks for, or more where only whole units are
     * given away. Larger than the pool if it can never be placed there, or in its part of it.
     */
    default int nodesNeeded(int job, Jobs jobs) {
        return jobs.nodes(job);
    }

    /**
     * Whether it matters how the nodes of the job lie, so that enough free nodes need not do, and a
     * reservation for it is a set of nodes and not a number.
     */
    default boolean shapeDecides(int job, Jobs jobs) {
        return false;
    }

    /** Told that nodes are no longer free: a job has them, or they have left service. */
    default void taken(NodeSet nodes) {}

    /** Told that nodes are free again. */
    default void given(NodeSet nodes) {}

    /** Whether nodes have places, so that the run keeps track of which are free. */
    default boolean hasPlaces() {
        return true;
    }
}
