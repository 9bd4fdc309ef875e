package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.state.Situation;
import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** The queues of {@link LeastAttained} at work in one run of one pool. */
final class AttainedQueues implements Order {

    private static final long NEVER = Long.MAX_VALUE;
    private static final double HALF = 0x1p43; // milliseconds: later than anything
    private static final double QUEUE = 4 * HALF;

    private final LeastAttained rule;
    private final long[] limits; // node milliseconds
    private final IntArrayList present = new IntArrayList(); // who waits or runs

    private long[] sequence = new long[0]; // by row: whose figures these are
    private int[] queue = new int[0];
    private long[] enteredMillis = new long[0]; // the queue
    private long[] ranMillis = new long[0]; // when it began to run in this queue; NEVER if not
    private long[] executedMillis = new long[0]; // since the last promotion, in stays that ended
    private long[] attainedMillis = new long[0]; // the same, in node milliseconds
    private long[] pendingMillis = new long[0]; // the same, off nodes, once it has run
    private long[] sinceMillis = new long[0]; // of this stay, or of this wait
    private int[] nodes = new int[0]; // while it runs; 0 while it waits

    AttainedQueues(LeastAttained rule) {
        this.rule = rule;
        limits = rule.limitMillis();
    }

    @Override
    public Drift drift() {
        return rule.drift();
    }

    @Override
    public double score(int job, Situation now) {
        advance(job, now.nowMillis());
        boolean hasRun = ranMillis[job] <= now.nowMillis();
        double place = hasRun ? ranMillis[job] : HALF + enteredMillis[job];
        return queue[job] * QUEUE + place;
    }

    /** Moves a job to the queue in which it is now. */
    private void advance(int job, long nowMillis) {
        if (nodes[job] == 0) {
            long due = promotedMillis(job);
            if (due <= nowMillis) {
                beginAnew(job, due);
            }
            return;
        }
        for (long due = demotedMillis(job); due <= nowMillis; due = demotedMillis(job)) {
            queue[job]++;
            enteredMillis[job] = due;
            ranMillis[job] = due + 1; // in the pass of that instant it stands behind those who wait
        }
    }

    /** Puts a job into the first queue as if it had never run. */
    private void beginAnew(int job, long atMillis) {
        queue[job] = 0;
        enteredMillis[job] = atMillis;
        ranMillis[job] = NEVER;
        executedMillis[job] = 0;
        attainedMillis[job] = 0;
        pendingMillis[job] = 0;
    }

    /** When a running job falls into the next queue. */
    private long demotedMillis(int job) {
        if (queue[job] == limits.length) {
            return NEVER;
        }
        long left = limits[queue[job]] - attainedMillis[job];
        return sinceMillis[job] + Math.max(0, Math.floorDiv(left + nodes[job] - 1, nodes[job]));
    }

    /** When a waiting job goes back to the first queue. */
    private long promotedMillis(int job) {
        if (rule.promote() == 0 || queue[job] == 0 || executedMillis[job] == 0) {
            return NEVER;
        }
        long patience = (long) Math.ceil(rule.promote() * executedMillis[job]);
        return sinceMillis[job] + Math.max(0, patience - pendingMillis[job]);
    }

    @Override
    public long nextChangeMillis(Situation now) {
        long next = NEVER;
        for (int i = 0; i < present.size(); i++) {
            int job = present.get(i);
            advance(job, now.nowMillis());
            next = Math.min(next, nodes[job] == 0 ? promotedMillis(job) : demotedMillis(job));
        }
        return next;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        present.add(job);
        if (job >= sequence.length) {
            grow(Math.max(job + 1, 2 * sequence.length));
        }
        if (sequence[job] != now.jobs().sequence(job)) {
            sequence[job] = now.jobs().sequence(job);
            beginAnew(job, now.nowMillis());
            nodes[job] = 0;
        }
        sinceMillis[job] = now.nowMillis();
    }

    private void grow(int rows) {
        int before = sequence.length;
        sequence = Arrays.copyOf(sequence, rows);
        Arrays.fill(sequence, before, rows, Long.MIN_VALUE);
        queue = Arrays.copyOf(queue, rows);
        enteredMillis = Arrays.copyOf(enteredMillis, rows);
        ranMillis = Arrays.copyOf(ranMillis, rows);
        executedMillis = Arrays.copyOf(executedMillis, rows);
        attainedMillis = Arrays.copyOf(attainedMillis, rows);
        pendingMillis = Arrays.copyOf(pendingMillis, rows);
        sinceMillis = Arrays.copyOf(sinceMillis, rows);
        nodes = Arrays.copyOf(nodes, rows);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        advance(job, now.nowMillis());
        waited(job, now);
        ranMillis[job] = Math.min(ranMillis[job], now.nowMillis());
        sinceMillis[job] = now.nowMillis();
        nodes[job] = now.nodesNeeded(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        advance(job, now.nowMillis());
        long stay = now.nowMillis() - sinceMillis[job];
        executedMillis[job] += stay;
        attainedMillis[job] =
                Math.addExact(attainedMillis[job], Math.multiplyExact(stay, nodes[job]));
        nodes[job] = 0;
        sinceMillis[job] = now.nowMillis();
        if (ranMillis[job] > now.nowMillis()) { // it has just come into this queue
            ranMillis[job] = NEVER;
        }
        present.remove(job);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        waited(job, now); // it may come back at once with another size
        present.remove(job);
    }

    /** A wait is over; it counts once the job has run. */
    private void waited(int job, Situation now) {
        if (executedMillis[job] > 0) {
            pendingMillis[job] += now.nowMillis() - sinceMillis[job];
        }
    }
}
