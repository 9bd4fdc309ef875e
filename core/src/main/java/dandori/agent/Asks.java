package dandori.agent;

import dandori.state.Situation;

/** At which passes an {@link Episode} asks for a decision; at all others nobody starts. */
public enum Asks {
    /** Where a job waits and may start, and enough nodes are free for one. */
    SOMEBODY_FITS,
    /** Where a job waits and may start, though none may fit: for those who preempt. */
    SOMEBODY_WAITS,
    /** At every pass, also where nobody waits. */
    EVERY_PASS;

    boolean isDue(Situation now) {
        return switch (this) {
            case SOMEBODY_FITS -> anyFits(now);
            case SOMEBODY_WAITS -> now.queue().first() >= 0;
            case EVERY_PASS -> true;
        };
    }

    private static boolean anyFits(Situation now) {
        int free = now.cluster().freeNodes();
        int first = now.queue().first();
        return first >= 0
                && (now.nodesNeeded(first) <= free
                        || now.queue().nextFitting(first, free, Long.MAX_VALUE, 0) >= 0);
    }
}
