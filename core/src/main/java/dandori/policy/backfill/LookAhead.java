package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * EASY that does not take the candidates one by one: of the first of them it starts those that
 * together use the most nodes, without delay to the head.
 *
 * <p>Shmueli and Feitelson, "Backfilling with Lookahead to Optimize the Packing of Parallel Jobs",
 * Journal of Parallel and Distributed Computing 65(9), 2005: LOS, with its bound of 50 jobs.
 *
 * <p>Jobs start in the order of the queue as far as they fit; the first that does not is the head,
 * and has the reservation of {@link Easy}. Of the next {@code lookahead} jobs of the queue those
 * are chosen that together use the most nodes: no more than are free, and those that outlast the
 * shadow time no more than the head leaves over. Among equals the set counts that has the first job
 * in which they differ (assumed; the paper leaves it to its table). They start in the order of the
 * queue. If one cannot (its shape, its group, a limit), it is left out, and a set is chosen anew
 * from the others.
 *
 * <p>Cost: O(running) for the shadow time, O(lookahead · free / 64) for a choice where not all fit.
 *
 * <p>Limits: while any change of capacity is known ahead, it is {@link Depth} with one reservation,
 * and chooses nothing. Reservations count nodes: where the shape of the head decides, or it belongs
 * to a resource group, others may delay it.
 */
public final class LookAhead implements Backfill {

    /** How many jobs behind the head the paper looks at. */
    public static final int PUBLISHED = 50;

    private final int lookahead;
    private final Depth onProfile = new Depth(1); // only where changes of capacity are known
    private final HeadReservation reservation = new HeadReservation();
    private final IntArrayList candidates = new IntArrayList();
    private final FullestSet set = new FullestSet();

    /** Looks at so many jobs behind the head, at least 1. */
    public LookAhead(int lookahead) {
        if (lookahead < 1) {
            throw new IllegalArgumentException(
                    "lookahead (%d) must be at least 1.".formatted(lookahead));
        }
        this.lookahead = lookahead;
    }

    @Override
    public Backfill forRun() {
        return new LookAhead(lookahead);
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
        if (now.capacity().stepCount() > 0) {
            onProfile.fill(now, act);
            return;
        }
        boolean headStands = false;
        while (!headStands) { // else a start has made the head ineligible
            NoBackfill.startInOrder(now, act);
            int head = now.queue().first();
            headStands = head < 0 || fillBehind(head, now, act);
        }
    }

    /** One go; false if the head is head no longer, so that it is to begin again. */
    private boolean fillBehind(int head, Situation now, Actions act) {
        if (now.cluster().freeNodes() == 0) {
            return true;
        }
        reservation.find(head, now);
        collect(head, now);
        boolean isDone = false;
        while (!isDone) { // else one of the set could not start
            choose(now);
            isDone = true;
            for (int place = 0; place < candidates.size() && isDone; place++) {
                if (set.isChosen(place)) {
                    int job = candidates.get(place);
                    candidates.set(place, -1);
                    isDone = starts(job, now, act);
                }
                if (now.queue().first() != head) {
                    return false;
                }
            }
            candidates.removeIf(job -> job < 0);
        }
        return true;
    }

    /** Gathers those of the next jobs that would fit if each were alone. */
    private void collect(int head, Situation now) {
        WaitQueue queue = now.queue();
        candidates.clear();
        int job = queue.next(head);
        for (int looked = 0; looked < lookahead && job >= 0; looked++) {
            int nodes = now.nodesNeeded(job);
            boolean fits = nodes <= now.cluster().freeNodes();
            if (fits && (nodes <= reservation.spare() || !outlasts(job, now))) {
                candidates.add(job);
            }
            job = queue.next(job);
        }
    }

    private boolean outlasts(int job, Situation now) {
        return now.estimateMillis(job) > reservation.windowMillis(now);
    }

    private void choose(Situation now) {
        set.clear();
        for (int place = 0; place < candidates.size(); place++) {
            int job = candidates.get(place);
            set.add(now.nodesNeeded(job), outlasts(job, now));
        }
        set.choose(now.cluster().freeNodes(), reservation.spare());
    }

    private boolean starts(int job, Situation now, Actions act) {
        if (!now.queue().mayStart(job) || !act.tryStart(job).started()) {
            return false;
        }
        if (outlasts(job, now)) {
            reservation.takeSpare(now.nodesNeeded(job));
        }
        return true;
    }

    /** Makes it known as {@code los}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "los",
                    "EASY that starts those candidates which together use the most nodes.",
                    "Shmueli and Feitelson, JPDC 65(9), 2005");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.count("lookahead", Integer.toString(PUBLISHED))
                            .positive()
                            .says("Among how many jobs behind the head it chooses."));
        }

        @Override
        public Backfill create(Options options) {
            return new LookAhead(options.count("lookahead"));
        }
    }
}
