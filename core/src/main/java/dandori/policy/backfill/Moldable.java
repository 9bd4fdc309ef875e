package dandori.policy.backfill;

import dandori.job.Elasticity;
import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.set.mutable.primitive.IntHashSet;

/**
 * EASY for moldable jobs: each has the size chosen with which it would end earliest by the
 * estimated ends of those that run, before EASY goes through the queue; it keeps it until it ends.
 *
 * <p>Of sizes with which it would end at the same time, the smallest. Whoever is the first of the
 * queue is asked once after each start, the others once a pass, as if nobody waited before them.
 *
 * <p>Cirne and Berman, "Using Moldability to Improve the Performance of Supercomputer Jobs", JPDC
 * 62(10), 2002: the submit-time choice, made here at each pass.
 *
 * <p>Cost: O(queue · sizes · running) a pass.
 */
public record Moldable() implements Backfill {

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void fill(Situation now, Actions act) {
        boolean starts = true;
        IntHashSet asked = new IntHashSet(); // since the last start: two may take turns for ever
        for (int head = now.queue().first(); head >= 0 && starts; head = now.queue().first()) {
            if (asked.add(head)) {
                mould(head, now, act);
                if (now.queue().first() != head) {
                    continue; // another size, another place
                }
            }
            starts = act.tryStart(head).started();
            asked.clear();
        }
        IntArrayList waiting = Malleable.waiting(now);
        for (int i = 1; i < waiting.size(); i++) {
            mould(waiting.get(i), now, act);
        }
        new Easy().fill(now, act); // sizes have changed behind the back of one that remembers
    }

    private static void mould(int job, Situation now, Actions act) {
        Elasticity its = now.jobs().elasticity(job);
        if (its.isRigid() || !now.queue().mayStart(job)) {
            return;
        }
        int present = now.jobs().nodes(job);
        long known = now.jobs().leftMillis(job, now.nowMillis());
        double work = (known >= 0 ? known : now.estimateMillis(job)) * its.speedup(present);
        int most = Math.min(its.mostNodes(), now.cluster().nodesInService());
        int best = present;
        double earliest = Double.POSITIVE_INFINITY;
        for (int nodes = its.leastNodes(); nodes <= most; nodes = its.nextNodes(nodes)) {
            long shadow = now.cluster().shadowMillis(nodes);
            double end = shadow - now.nowMillis() + Math.ceil(work / its.speedup(nodes));
            if (shadow < Long.MAX_VALUE && end < earliest) {
                earliest = end;
                best = nodes;
            }
        }
        if (best != present) {
            act.resize(job, best);
        }
    }

    /** Makes it known as {@code moldable}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "moldable",
                    "EASY; elastic jobs start with the size with which they end earliest.",
                    "Cirne and Berman, JPDC 62(10), 2002");
        }

        @Override
        public Backfill create(Options options) {
            return new Moldable();
        }
    }
}
