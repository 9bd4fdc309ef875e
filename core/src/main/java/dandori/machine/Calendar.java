package dandori.machine;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a resource group is open.
 *
 * <p>A job of the group may start from the beginning of an opening until its last start, both
 * included. One that starts in time may run on past the end; where it is not to, the group's
 * longest walltime must be at most what lies between the two. While the group is closed its jobs
 * neither block others nor hold a reservation.
 *
 * @param rules the openings; none if it is always open
 * @param isExclusive whether its nodes are kept free of other groups' jobs while it is open, so
 *     that those which would run into an opening do not start
 * @param onBegin what becomes of other groups' jobs that still run on its nodes when it opens,
 *     where it is exclusive
 */
public record Calendar(List<Recurrence> rules, boolean isExclusive, OnBegin onBegin) {

    /** Open without end. */
    public static final Calendar ALWAYS = new Calendar(List.of(), false, OnBegin.DRAIN);

    /** What becomes of jobs in the way of an opening. */
    public enum OnBegin {
        /**
         * None is in the way: who would be does not start. One that outlives a prediction may be
         * all the same, and goes back to the queue.
         */
        DRAIN,
        /** They are killed. */
        KILL,
        /** They go back to the queue, and lose their work. */
        REQUEUE
    }

    /** Copies the rules. */
    public Calendar {
        rules = List.copyOf(rules);
    }

    /** Whether it is open without end. */
    public boolean isAlwaysOpen() {
        return rules.isEmpty();
    }

    /**
     * The openings between two instants, in order of time.
     *
     * @param origin the date of time 0
     * @param fromMillis the first instant, in milliseconds since the origin
     * @param toMillis the instant after the last
     */
    public List<Opening> openings(ZonedDateTime origin, long fromMillis, long toMillis) {
        List<Opening> openings = new ArrayList<>();
        for (Recurrence rule : rules) {
            openings.addAll(rule.openings(origin, fromMillis, toMillis));
        }
        openings.sort(Comparator.comparingLong(Opening::fromMillis));
        return openings;
    }
}
