package dandori.policy.limit;

import java.util.ArrayList;
import java.util.List;

/**
 * What one organization, user, partition or quality of service may have.
 *
 * @param nodesAtOnce nodes that its running jobs may have together; {@link #UNLIMITED} if any
 * @param jobsAtOnce how many of its jobs may run at once; {@link #UNLIMITED} if any
 * @param queuedAtOnce how many of its waiting jobs are considered; those beyond, which came later,
 *     are held until one of the others leaves the queue. {@link #UNLIMITED} if all
 * @param budgets its node time; all of them must have enough
 * @param timed what it may have at certain hours, beside that
 */
public record Limit(
        int nodesAtOnce,
        int jobsAtOnce,
        int queuedAtOnce,
        List<Budget> budgets,
        List<TimedLimit> timed) {

    /** No limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Nothing is limited. */
    public static final Limit NONE =
            new Limit(UNLIMITED, UNLIMITED, UNLIMITED, List.of(), List.of());

    /** Checks the ranges and keeps the budgets. */
    public Limit {
        if (nodesAtOnce < 0 || jobsAtOnce < 0 || queuedAtOnce < 0) {
            throw new IllegalArgumentException(
                    "nodesAtOnce (%d), jobsAtOnce (%d) and queuedAtOnce (%d) must be at least 0."
                            .formatted(nodesAtOnce, jobsAtOnce, queuedAtOnce));
        }
        budgets = List.copyOf(budgets);
        timed = List.copyOf(timed);
    }

    /** The same with another limit on nodes. */
    public Limit nodesAtOnce(int most) {
        return new Limit(most, jobsAtOnce, queuedAtOnce, budgets, timed);
    }

    /** The same with another limit on running jobs. */
    public Limit jobsAtOnce(int most) {
        return new Limit(nodesAtOnce, most, queuedAtOnce, budgets, timed);
    }

    /** The same with another limit on waiting jobs that are considered. */
    public Limit queuedAtOnce(int most) {
        return new Limit(nodesAtOnce, jobsAtOnce, most, budgets, timed);
    }

    /** The same with one more budget. */
    public Limit budget(Budget another) {
        return new Limit(
                nodesAtOnce, jobsAtOnce, queuedAtOnce, plus(budgets, List.of(another)), timed);
    }

    /** The same with one more limit at certain hours. */
    public Limit timed(TimedLimit another) {
        return new Limit(
                nodesAtOnce, jobsAtOnce, queuedAtOnce, budgets, plus(timed, List.of(another)));
    }

    /** Both limits at once. */
    public Limit and(Limit other) {
        return new Limit(
                Math.min(nodesAtOnce, other.nodesAtOnce),
                Math.min(jobsAtOnce, other.jobsAtOnce),
                Math.min(queuedAtOnce, other.queuedAtOnce),
                plus(budgets, other.budgets),
                plus(timed, other.timed));
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
