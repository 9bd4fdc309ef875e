package dandori.policy.limit;

import java.time.Month;
import java.time.ZonedDateTime;

/**
 * How much node time may be used in each period.
 *
 * <p><b>What is charged.</b> A job that starts is charged its nodes × its walltime, the most that
 * it can use; when it ends, nodes × the time that it has really run. It is charged to the period in
 * which it starts, however long it runs. It starts only if the whole charge fits into what is left,
 * so a budget is never overrun, but by jobs that outlast their limit ({@code overrun: extend});
 * that debt is taken off the next. A job that is sent back to the queue is charged for what it has
 * run, and again when it starts anew.
 *
 * <p><b>What goes on.</b> Of what a period leaves unused, the fraction {@code carryOver} is added
 * to the next one, rounded down; if a job ends after its period and has run for less than its
 * walltime, the later periods get their part of the difference then. What was used early is taken
 * off the next.
 *
 * <p>The period in which a run begins has a whole budget.
 *
 * @param period when it begins anew
 * @param nodeMillis node time in each period, in milliseconds
 * @param carryOver how much of what is left goes into the next period: 0 to 1
 * @param early of halves of a fiscal year, how much of the second half's budget may be used in the
 *     first: 0 to 1. Fugaku's rule (R-CCS, user briefing of September 2025, and annual report 2023,
 *     3-2): half-year quotas do not carry over, but the second half may be used early
 */
public record Budget(Period period, long nodeMillis, double carryOver, double early) {

    private static final int STEPS = 1_000; // periods, after which a bound will do
    private static final long MOST_MILLIS = Long.MAX_VALUE / 8; // sums of a few stay in range

    /** A budget that lapses at the end of its period. */
    public static Budget of(Period period, long nodeMillis) {
        return new Budget(period, nodeMillis, 0, 0);
    }

    /** Checks the ranges. */
    public Budget {
        if (nodeMillis < 0 || nodeMillis > MOST_MILLIS) {
            throw new IllegalArgumentException(
                    "nodeMillis (%d) must be from 0 to %d.".formatted(nodeMillis, MOST_MILLIS));
        }
        if (!(carryOver >= 0 && carryOver <= 1 && early >= 0 && early <= 1)) {
            throw new IllegalArgumentException(
                    "carryOver (%s) and early (%s) must be from 0 to 1."
                            .formatted(carryOver, early));
        }
        if (early > 0 && period != Period.HALF_YEAR) {
            throw new IllegalArgumentException(
                    "Only the second half of a fiscal year can be used early, not a " + period);
        }
    }

    /** The same with a fraction of what is left that goes into the next period. */
    public Budget carryOver(double fraction) {
        return new Budget(period, nodeMillis, fraction, early);
    }

    /** The same with a fraction of the second half that may be used in the first. */
    public Budget early(double fraction) {
        return new Budget(period, nodeMillis, carryOver, fraction);
    }

    /** What a period has, if the one before it left so much; less than nothing is a debt. */
    long after(long leftMillis) {
        double part = leftMillis > 0 ? carryOver : 1;
        long carried = part == 1 ? leftMillis : (long) StrictMath.floor(part * leftMillis);
        return Math.min(MOST_MILLIS, nodeMillis + carried);
    }

    /** What may be used beyond that in the period that begins then. */
    long earlyMillis(ZonedDateTime begin) {
        boolean isFirstHalf = period == Period.HALF_YEAR && begin.getMonth() == Month.APRIL;
        return isFirstHalf ? (long) StrictMath.floor(early * nodeMillis) : 0;
    }

    /**
     * The most that a period can ever have, if nothing is used for long; where that takes more than
     * {@value #STEPS} periods, a little less.
     */
    long mostMillis() {
        long most = nodeMillis;
        long next = after(most);
        for (int step = 0; next != most && step < STEPS; step++) {
            most = carryOver == 1 ? MOST_MILLIS : next;
            next = after(most);
        }
        if (next != most) {
            most =
                    (long)
                            Math.min(
                                    MOST_MILLIS,
                                    StrictMath.floor((nodeMillis - 1) / (1 - carryOver)));
        }
        return most + (long) StrictMath.floor(early * nodeMillis);
    }
}
