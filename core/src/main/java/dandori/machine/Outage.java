package dandori.machine;

import dandori.machine.Calendar.OnBegin;

/**
 * A planned loss of nodes: maintenance, nodes lent to somebody else, or what a cap on power takes.
 * Where only a number leaves, any free nodes will do.
 *
 * <p>With {@link OnBegin#DRAIN} it is known from the beginning, and jobs that would run into it are
 * not started. With the others nobody plans with it before it begins; jobs in its way are then
 * killed, or go back to the queue without their work, those that started last first.
 *
 * @param fromMillis when the nodes leave, in milliseconds since the origin
 * @param toMillis when they come back; later
 * @param nodes how many of each pool, at least 1; {@link #WHOLE} for all that it has
 * @param machine whose; empty for every machine
 * @param pool of which of its pools; empty for all of them, which only a whole outage may reach
 *     where there are several
 * @param onBegin what becomes of jobs that run when it begins
 * @param loss why they are away
 * @param name what people call it; empty for none
 */
public record Outage(
        long fromMillis,
        long toMillis,
        int nodes,
        String machine,
        String pool,
        OnBegin onBegin,
        Loss loss,
        String name) {

    /** All nodes of a pool. */
    public static final int WHOLE = Integer.MAX_VALUE;

    /**
     * Why nodes are away. Those that power takes are, where caps overlap, as many as the tightest
     * takes, and nodes that are away for other reasons count among them.
     */
    public enum Loss {
        /** They are out of service: maintenance, or nodes lent to others. */
        SERVICE,
        /** They are switched off to save power. */
        OFF,
        /** They stand idle, lest more power be drawn than may be. */
        IDLE
    }

    /** Checks the span. */
    public Outage {
        if (toMillis <= fromMillis || nodes < 1) {
            throw new IllegalArgumentException(
                    "An outage of %d nodes from %d to %d ms: it must end after it begins, and take at least 1 node."
                            .formatted(nodes, fromMillis, toMillis));
        }
    }

    /** Nodes that are out of service. */
    public Outage(
            long fromMillis,
            long toMillis,
            int nodes,
            String machine,
            String pool,
            OnBegin onBegin) {
        this(fromMillis, toMillis, nodes, machine, pool, onBegin, Loss.SERVICE, "");
    }

    /** So many nodes of a machine's only pool, drained. */
    public Outage(long fromMillis, long toMillis, int nodes) {
        this(fromMillis, toMillis, nodes, "", "", OnBegin.DRAIN);
    }

    /** Every node of every pool, drained. */
    public static Outage whole(long fromMillis, long toMillis) {
        return new Outage(fromMillis, toMillis, WHOLE);
    }

    /** The same of one machine. */
    public Outage of(String itsMachine) {
        return new Outage(fromMillis, toMillis, nodes, itsMachine, pool, onBegin, loss, name);
    }

    /** The same of one pool. */
    public Outage in(String itsPool) {
        return new Outage(fromMillis, toMillis, nodes, machine, itsPool, onBegin, loss, name);
    }

    /** The same, with jobs in its way dealt with otherwise. */
    public Outage onBegin(OnBegin chosen) {
        return new Outage(fromMillis, toMillis, nodes, machine, pool, chosen, loss, name);
    }

    /** The same for another reason. */
    public Outage because(Loss why) {
        return new Outage(fromMillis, toMillis, nodes, machine, pool, onBegin, why, name);
    }

    /** The same under a name. */
    public Outage called(String itsName) {
        return new Outage(fromMillis, toMillis, nodes, machine, pool, onBegin, loss, itsName);
    }

    /** Whether power takes the nodes. */
    public boolean isOfPower() {
        return loss != Loss.SERVICE;
    }

    /** Whether it takes all that a pool has. */
    public boolean isWhole() {
        return nodes == WHOLE;
    }

    /** Whether it takes nodes of a pool. */
    public boolean reaches(Machine itsMachine, Pool itsPool) {
        return (machine.isEmpty() || machine.equals(itsMachine.name()))
                && (pool.isEmpty() || pool.equals(itsPool.name()));
    }

    /** Whether nodes are away at an instant. */
    public boolean isOn(long millis) {
        return fromMillis <= millis && millis < toMillis;
    }
}
