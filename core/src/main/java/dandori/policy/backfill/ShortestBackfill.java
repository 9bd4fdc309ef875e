package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Profile;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * EASY whose candidates are taken shortest estimate first, equal ones in the order of the queue.
 *
 * <p>Tsafrir, Etsion and Feitelson, "Backfilling Using System-Generated Predictions Rather than
 * User Runtime Estimates", IEEE TPDS 18(6), 2007, section 4.3.
 *
 * <p>Cost: O(running) for the shadow time, then O(c log c) for the c jobs that fit when the scan
 * begins.
 */
public final class ShortestBackfill implements Backfill {

    private final Profile profile = new Profile(); // only where changes of capacity are known
    private final HeadReservation reservation = new HeadReservation();
    private final IntArrayList candidates = new IntArrayList();

    /** A new one; it remembers nothing between passes. */
    public ShortestBackfill() {}

    @Override
    public Backfill forRun() {
        return new ShortestBackfill();
    }

    @Override
    public boolean protectsHead() {
        return true;
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void fill(Situation now, Actions act) {
        boolean headStands = false;
        while (!headStands) { // else a start has made the head ineligible
            NoBackfill.startInOrder(now, act);
            int head = now.queue().first();
            if (head < 0) {
                return;
            }
            headStands =
                    now.capacity().stepCount() == 0
                            ? fillByCount(head, now, act)
                            : fillOnProfile(head, now, act);
        }
    }

    private boolean fillByCount(int head, Situation now, Actions act) {
        reservation.find(head, now);
        long window = reservation.windowMillis(now);
        collect(head, window, reservation.spare(), now);
        for (int i = 0; i < candidates.size(); i++) {
            int job = candidates.get(i);
            int nodes = now.nodesNeeded(job);
            boolean outlasts = now.estimateMillis(job) > window;
            if ((!outlasts || nodes <= reservation.spare()) && starts(job, now, act)) {
                if (outlasts) {
                    reservation.takeSpare(nodes);
                }
                if (now.queue().first() != head) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fillOnProfile(int head, Situation now, Actions act) {
        Depth.build(profile, now);
        reserve(
                head,
                profile.earliest(
                        now.nowMillis(), Depth.plannedMillis(head, now), now.nodesNeeded(head)),
                now);
        collect(head, Long.MAX_VALUE, Integer.MAX_VALUE, now);
        for (int i = 0; i < candidates.size(); i++) {
            int job = candidates.get(i);
            if (profile.fits(now.nowMillis(), Depth.plannedMillis(job, now), now.nodesNeeded(job))
                    && starts(job, now, act)) {
                reserve(job, now.nowMillis(), now);
                if (now.queue().first() != head) {
                    return false;
                }
            }
        }
        return true;
    }

    private void reserve(int job, long atMillis, Situation now) {
        if (atMillis < Long.MAX_VALUE) {
            long end = atMillis + Depth.plannedMillis(job, now);
            profile.add(atMillis, end, -now.nodesNeeded(job));
        }
    }

    private static boolean starts(int job, Situation now, Actions act) {
        return now.queue().mayStart(job) && act.tryStart(job).started();
    }

    /**
     * Gathers the jobs that might fit before any has started, shortest first, equal ones in the
     * order of the queue.
     */
    private void collect(int head, long window, int spare, Situation now) {
        WaitQueue queue = now.queue();
        candidates.clear();
        int free = now.cluster().freeNodes();
        int job = queue.nextFitting(head, free, window, spare);
        while (job >= 0) {
            candidates.add(job);
            job = queue.nextFitting(job, free, window, spare);
        }
        candidates.sortThis((one, other) -> {
            int byEstimate = Long.compare(now.estimateMillis(one), now.estimateMillis(other));
            return byEstimate != 0 || one == other
                    ? byEstimate
                    : queue.isBefore(one, other) ? -1 : 1;
        });
    }

    /** Makes it known as {@code sjbf}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "sjbf",
                    "EASY whose candidates are taken shortest estimate first.",
                    "Tsafrir, Etsion and Feitelson, IEEE TPDS 18(6), 2007");
        }

        @Override
        public Backfill create(Options options) {
            return new ShortestBackfill();
        }
    }
}
