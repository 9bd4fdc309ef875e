package dandori.policy.order;

import dandori.state.Situation;
import java.util.Arrays;

/**
 * What jobs have had of a pool over all their stays on its nodes, by row; a row that another job
 * has now begins anew.
 */
final class Stays {

    private static final long NOT = Long.MIN_VALUE;

    private long[] sequence = new long[0]; // whose figures these are
    private long[] executedMillis = new long[0]; // in stays that have ended
    private long[] attainedMillis = new long[0]; // the same, in node milliseconds
    private long[] sinceMillis = new long[0]; // the beginning of this stay, NOT if it does not run
    private int[] nodes = new int[0]; // of this stay
    private boolean[] hasEnded = new boolean[0]; // a stay, since it was queued last

    /** Notes a job that enters the queue; says whether it comes from nodes. */
    boolean queued(int job, Situation now) {
        if (job >= sequence.length) {
            int rows = Math.max(job + 1, 2 * sequence.length);
            int before = sequence.length;
            sequence = Arrays.copyOf(sequence, rows);
            Arrays.fill(sequence, before, rows, NOT);
            executedMillis = Arrays.copyOf(executedMillis, rows);
            attainedMillis = Arrays.copyOf(attainedMillis, rows);
            sinceMillis = Arrays.copyOf(sinceMillis, rows);
            nodes = Arrays.copyOf(nodes, rows);
            hasEnded = Arrays.copyOf(hasEnded, rows);
        }
        boolean isKnown = sequence[job] == now.jobs().sequence(job);
        boolean comesBack = isKnown && hasEnded[job];
        hasEnded[job] = false;
        if (!isKnown) {
            sequence[job] = now.jobs().sequence(job);
            executedMillis[job] = 0;
            attainedMillis[job] = 0;
        }
        sinceMillis[job] = NOT;
        return comesBack;
    }

    /** Notes a job that has started. */
    void started(int job, Situation now) {
        sinceMillis[job] = now.nowMillis();
        nodes[job] = now.nodesNeeded(job);
    }

    /** Notes a job that has left its nodes. */
    void ended(int job, Situation now) {
        executedMillis[job] = executedMillis(job, now);
        attainedMillis[job] = attainedMillis(job, now);
        sinceMillis[job] = NOT;
        hasEnded[job] = true;
    }

    /** How long it has been in this stay; 0 if it does not run. */
    long stayMillis(int job, Situation now) {
        return sinceMillis[job] == NOT ? 0 : now.nowMillis() - sinceMillis[job];
    }

    /** How long it has been on nodes. */
    long executedMillis(int job, Situation now) {
        return executedMillis[job] + stayMillis(job, now);
    }

    /** The node milliseconds that it has had. */
    long attainedMillis(int job, Situation now) {
        return Math.addExact(
                attainedMillis[job], Math.multiplyExact(stayMillis(job, now), nodes[job]));
    }
}
