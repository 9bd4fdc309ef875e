package dandori.policy.backfill;

import dandori.state.Situation;
import java.util.Arrays;

/** How often jobs have been taken off their nodes, by row. */
final class Restarts {

    private long[] sequence = new long[0]; // whose number it is
    private int[] stays = new int[0];

    /** Notes a stay that has ended. */
    void ended(int job, Situation now) {
        if (job >= sequence.length) {
            int before = sequence.length;
            int rows = Math.max(job + 1, 2 * before);
            sequence = Arrays.copyOf(sequence, rows);
            Arrays.fill(sequence, before, rows, Long.MIN_VALUE);
            stays = Arrays.copyOf(stays, rows);
        }
        if (sequence[job] != now.jobs().sequence(job)) {
            sequence[job] = now.jobs().sequence(job);
            stays[job] = 0;
        }
        stays[job]++;
    }

    /** How many stays of a job have ended. */
    int of(int job, Situation now) {
        boolean isKnown = job < sequence.length && sequence[job] == now.jobs().sequence(job);
        return isKnown ? stays[job] : 0;
    }
}
