package dandori.wait;

import dandori.policy.Verdict;
import java.util.Locale;

/**
 * What a job waits for at an instant, after the pass: the first that would keep it from starting
 * even if nobody else waited; if nothing would, the others.
 *
 * <p>Before all others {@link #TRANSFER}: until it has come, no machine knows it. Then what forbids
 * it altogether: {@link #DEPENDENCY} to {@link #WINDOW}, as the source of jobs, the calendar of its
 * group and the admission say. Then the machine: {@link #POWER} where it would fit but for nodes
 * that a cap keeps away now, {@link #NODES}, those that its group may have, {@link #MAINTENANCE} or
 * {@link #POWER} that lies ahead, {@link #SHAPE}; where others will have its group's nodes to
 * themselves before it ends, and too few are left, {@link #WINDOW} comes behind the count of all
 * free nodes. Last, the other jobs: {@link #RESERVED} or {@link #ORDER}.
 */
public enum WaitReason {
    /** It is on its way to the machine on which it will wait. */
    TRANSFER,
    /** It waits for another job to end. */
    DEPENDENCY,
    /** Somebody holds it. */
    HELD,
    /** A limit on what its user, organization, partition or quality may have at once. */
    QUOTA,
    /** Its organization has had its share. */
    SHARE,
    /** Its group is closed, or others will have its nodes to themselves before it ends. */
    WINDOW,
    /** It would exceed the power that may be drawn. */
    POWER,
    /** Too few nodes are free. */
    NODES,
    /** It would run into a planned loss of nodes. */
    MAINTENANCE,
    /** Enough nodes are free, but they do not lie as it needs them. */
    SHAPE,
    /**
     * It would fit, but nodes are kept for another job, for those that have been promised, or by a
     * reservation.
     */
    RESERVED,
    /** It would fit, but nobody may overtake the first job of the queue. */
    ORDER;

    private static final WaitReason[] ALL = values();

    /** The reason of such an ordinal. */
    static WaitReason of(int ordinal) {
        return ALL[ordinal];
    }

    /**
     * Why a job waits that an admission answers so.
     *
     * @throws IllegalArgumentException if it may start, or has
     */
    public static WaitReason of(Verdict verdict) {
        return switch (verdict) {
            case NODES -> NODES;
            case SHAPE -> SHAPE;
            case RESERVED -> RESERVED;
            case QUOTA -> QUOTA;
            case SHARE -> SHARE;
            case WINDOW -> WINDOW;
            case MAINTENANCE -> MAINTENANCE;
            case POWER -> POWER;
            case HELD -> HELD;
            case DEPENDENCY -> DEPENDENCY;
            case STARTED, ELIGIBLE ->
                    throw new IllegalArgumentException(
                            "Nothing keeps it waiting: %s.".formatted(verdict));
        };
    }

    /** Its word in files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
