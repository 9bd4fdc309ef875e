package dandori.policy.limit;

import java.util.Arrays;

/** A budget of somebody in a run: what each period has had, and what has been charged to it. */
final class BudgetInRun {

    private final Budget budget;
    private final long mostMillis; // of any period
    final Clock clock;
    private long[] had = new long[4]; // by period; less than 0 in debt
    private long[] charged = new long[4]; // only falls once the period is over
    private int known; // periods
    private long toldMillis; // what was left when jobs were asked about last

    BudgetInRun(Budget budget, Clock clock) {
        this.budget = budget;
        this.clock = clock;
        mostMillis = budget.mostMillis();
        tell();
    }

    /** Jobs are asked about now. */
    void tell() {
        toldMillis = leftMillis();
    }

    /** Whether what is left has passed a charge, up or down, since jobs were asked about. */
    boolean hasPassed(long nodeMillis) {
        return (nodeMillis <= leftMillis()) != (nodeMillis <= toldMillis);
    }

    /** Whether it may have passed any charge up to a most. */
    boolean mayHavePassed(long mostMillis) {
        long left = leftMillis();
        return left != toldMillis && Math.min(left, toldMillis) < mostMillis;
    }

    /** What may still be charged in the period of now. */
    long leftMillis() {
        int index = clock.index();
        learn(index);
        return had[index] - charged[index] + budget.earlyMillis(clock.begin(index));
    }

    void charge(long nodeMillis) {
        int index = clock.index();
        learn(index);
        charged[index] += nodeMillis;
    }

    /**
     * Charges what a job has used in the place of what it might have used, to the period in which
     * it started. Costs O(periods since then).
     */
    void settle(long startMillis, long mostMillis, long usedMillis) {
        int index = clock.indexAt(startMillis);
        learn(index);
        charged[index] += usedMillis - mostMillis;
        known = index + 1; // what came later has had something else
        learn(clock.index());
    }

    /** Whether a charge can ever fit. */
    boolean everFits(long nodeMillis) {
        return nodeMillis <= mostMillis;
    }

    private void learn(int index) {
        if (index >= had.length) {
            had = Arrays.copyOf(had, 2 * index);
            charged = Arrays.copyOf(charged, 2 * index);
        }
        for (; known <= index; known++) {
            had[known] =
                    known == 0
                            ? budget.nodeMillis()
                            : budget.after(had[known - 1] - charged[known - 1]);
        }
    }
}
