package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.ShapedPlacement;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.state.Places;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * EASY backfilling: only the head of the queue holds a reservation, and any other job may start now
 * if that does not delay it.
 *
 * <p>Lifka, "The ANL/IBM SP Scheduling System", JSSPP 1995; Mu'alem and Feitelson, IEEE TPDS 12(6),
 * 2001, section 2.1.
 *
 * <p>Cost: where something has ended, O(running) for the shadow time and O(log queue) for each near
 * miss; where jobs have only arrived, O(1) for each of them: the reservation stands, the window has
 * shrunk, so those who did not fit still do not.
 *
 * <p>Where a known change of capacity lies before the end of the head's slot, it reasons on a
 * profile instead: {@link Depth} with one reservation, at O(running) a pass. Where the placement is
 * a {@link ShapedPlacement}, the reservation is a set of nodes: {@code EasyByShape} says how. In a
 * pool with resource groups it reasons with the nodes of each: {@code EasyInGroups}.
 */
public final class Easy implements Backfill {

    private final int candidates; // how many jobs behind the head are tried
    private final Depth onProfile;
    private final HeadReservation reservation = new HeadReservation();

    private int reservedFor = -1;
    private int freeAfterPass = -1;
    private long arrangement;
    private final Arrivals arrived = new Arrivals();
    private @Nullable ShapedPlacement shaped; // the run's placement, if it is such a one
    private boolean hasLooked; // at the run's placement
    private @Nullable EasyByShape byShape; // where shape decides who fits
    private @Nullable EasyInGroups inGroups; // where there are resource groups

    /** EASY that tries every job behind the head. */
    public Easy() {
        this(Integer.MAX_VALUE);
    }

    /** EASY that tries at most so many jobs behind the head in a pass. */
    public Easy(int candidates) {
        if (candidates < 1) {
            throw new IllegalArgumentException(
                    "candidates (%d) must be at least 1.".formatted(candidates));
        }
        this.candidates = candidates;
        onProfile = new Depth(1, candidates);
    }

    @Override
    public Backfill forRun() {
        return new Easy(candidates);
    }

    @Override
    public boolean protectsHead() {
        return true;
    }

    @Override
    public boolean protectsShapedHead() {
        return true;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        arrived.add(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        reservedFor = -1;
        if (inGroups != null) {
            inGroups.jobEnded(job, now);
        }
        if (byShape != null) {
            byShape.jobEnded(job, now);
        }
    }

    @Override
    public void capacityChanged(Situation now) {
        reservedFor = -1;
        if (inGroups != null) {
            inGroups.changed();
        }
        if (byShape != null) {
            byShape.capacityChanged();
        }
    }

    @Override
    public void fill(Situation now, Actions act) {
        if (!hasLooked) {
            shaped = act.placement() instanceof ShapedPlacement one ? one : null;
            hasLooked = true;
        }
        Places places = now.places();
        if (places != null) {
            if (inGroups == null) {
                inGroups = new EasyInGroups(arrived, candidates, false);
            }
            inGroups.fill(now, places, act);
        } else if (shaped != null) {
            if (byShape == null) {
                byShape = new EasyByShape(shaped, candidates);
            }
            byShape.fill(arrived, now, act);
        } else {
            while (!fillByCount(now, act)) {} // a start has made the head ineligible
        }
        arrived.clear();
    }

    /** One go; false if the head is head no longer, so that it is to begin again. */
    private boolean fillByCount(Situation now, Actions act) {
        WaitQueue queue = now.queue();
        long arrangedAtFirst = queue.arrangement(); // a start may hold or release others
        int head = queue.first();
        boolean stands =
                head == reservedFor
                        && head >= 0
                        && now.cluster().freeNodes() == freeAfterPass
                        && queue.arrangement() == arrangement
                        && candidates == Integer.MAX_VALUE;
        if (!stands) {
            NoBackfill.startInOrder(now, act);
            head = queue.first();
            if (head < 0) {
                reservedFor = -1;
                return true;
            }
            reservation.find(head, now);
            if (reservation.meetsSteps(head, now)) {
                onProfile.fill(now, act);
                reservedFor = -1;
                return true;
            }
            reservedFor = head;
        }
        boolean headStands = stands ? tryArrived(head, now, act) : tryAll(head, now, act);
        freeAfterPass = now.cluster().freeNodes();
        arrangement = arrangedAtFirst;
        return headStands;
    }

    /** Tries the jobs behind the head; false if the head is head no longer. */
    private boolean tryAll(int head, Situation now, Actions act) {
        WaitQueue queue = now.queue();
        long window = reservation.windowMillis(now);
        if (candidates != Integer.MAX_VALUE) {
            return tryFirst(head, now, act);
        }
        int job = head;
        while (true) {
            job = queue.nextFitting(job, now.cluster().freeNodes(), window, reservation.spare());
            if (job < 0) {
                return true;
            }
            if (start(job, window, now, act) && queue.first() != head) {
                return false;
            }
        }
    }

    /**
     * Tries the first {@code candidates} jobs behind the head; false if the head is head no longer.
     */
    private boolean tryFirst(int head, Situation now, Actions act) {
        WaitQueue queue = now.queue();
        long window = reservation.windowMillis(now);
        int job = queue.next(head);
        for (int tried = 0; tried < candidates && job >= 0; tried++) {
            if (fits(job, window, now) && start(job, window, now, act) && queue.first() != head) {
                return false;
            }
            job = queue.next(job);
        }
        return true;
    }

    /** Tries the jobs that have come since the last pass; false if the head is head no longer. */
    private boolean tryArrived(int head, Situation now, Actions act) {
        WaitQueue queue = now.queue();
        long window = reservation.windowMillis(now);
        arrived.sort(queue);
        for (int i = 0; i < arrived.count(); i++) {
            int job = arrived.job(i);
            if (job != head
                    && queue.mayStart(job)
                    && fits(job, window, now)
                    && start(job, window, now, act)
                    && queue.first() != head) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(int job, long window, Situation now) {
        int nodes = now.nodesNeeded(job);
        return nodes <= now.cluster().freeNodes()
                && (nodes <= reservation.spare() || now.estimateMillis(job) <= window);
    }

    private boolean start(int job, long window, Situation now, Actions act) {
        if (!act.tryStart(job).started()) {
            return false;
        }
        if (now.estimateMillis(job) > window) {
            reservation.takeSpare(now.nodesNeeded(job));
        }
        return true;
    }

    /** Makes it known as {@code easy}. */
    public static final class Provider implements PartProvider<Backfill> {

        /** For the service loader. */
        public Provider() {}

        @Override
        public String name() {
            return "easy";
        }

        @Override
        public Class<Backfill> part() {
            return Backfill.class;
        }

        @Override
        public String says() {
            return "Only the head holds a reservation; others start if that does not delay it.";
        }

        @Override
        public String source() {
            return "Lifka, JSSPP 1995";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.count("candidates", "unlimited")
                            .positive()
                            .says("How many jobs behind the head are tried in a pass."));
        }

        @Override
        public Backfill create(Options options) {
            return new Easy(options.count("candidates"));
        }
    }
}
