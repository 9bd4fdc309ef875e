package dandori.failure;

import dandori.machine.NodeSet;

/**
 * How jobs are executed whose run time depends on the nodes that they are given, and that can
 * outlive failures: a training run with checkpoints and spare nodes.
 *
 * <p>A job source that is an execution too is asked by the run. All times are milliseconds since
 * the origin, all nodes are numbered as on their machine. A job keeps its nodes until it ends,
 * those that are down too.
 */
public interface Execution {

    /** What {@link #hit} answers when the job cannot go on. */
    long GONE = -1;

    /** Whether it executes a job. The others run for as long as their source says. */
    boolean executes(int job);

    /**
     * A job starts.
     *
     * @param nodes its nodes; {@link NodeSet#EMPTY} where nodes have no places
     * @return how long it runs if nothing happens; at most its walltime
     */
    long begin(int job, NodeSet nodes, long nowMillis);

    /**
     * Something breaks under a running job.
     *
     * @param lost the nodes of it that are down now and were not before; {@link NodeSet#EMPTY} of
     *     software
     * @return for how long it goes on from now if nothing else happens, or {@link #GONE} if it ends
     */
    long hit(int job, NodeSet lost, long nowMillis);

    /** Nodes of a running job that were down are back. It goes on as it would have. */
    void repaired(int job, NodeSet back, long nowMillis);

    /**
     * A running job will leave its nodes now, before anything else, and is told so: it loses
     * nothing that it can write down, and makes up for the time that this takes when it goes on. By
     * default it is of no use to it.
     */
    default void notice(int job) {}

    /**
     * A job has left its nodes: at the end that it was given, or before.
     *
     * @return how much of its time on them was of no use, in milliseconds
     */
    long end(int job, long nowMillis);
}
