package dandori.state;

/**
 * The changes of the nodes in service that are known beforehand: maintenance, windows,
 * reservations, power caps. Steps are counted from 0, in order of time; those that have passed are
 * dropped.
 */
public interface Capacity {

    /** How many changes lie ahead; 0 on a machine that just runs. */
    int stepCount();

    /** When a change happens, in milliseconds since the origin; later than now. */
    long stepMillis(int step);

    /** By how many nodes the nodes in service change then; negative where they leave. */
    int stepNodes(int step);

    /**
     * Whether the change that came last was known beforehand; if not, nodes have left, and plans
     * made before no longer hold.
     */
    default boolean wasForeseen() {
        return true;
    }
}
