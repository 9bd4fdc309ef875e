package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Profile;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/**
 * The planning of Fujitsu's Technical Computing Suite, Fugaku's job scheduler: a start for each of
 * the first jobs of the queue, on a map whose steps grow coarser the further they lie ahead.
 *
 * <p>Fujitsu, Job Operation Software Command Reference, J2UL-2549, papjm.conf, for the settings and
 * their defaults. How they work together is not published; the rules below are assumed.
 *
 * <p>All is planned anew when a job comes, or ends earlier than estimated by more than the grace;
 * when nodes leave or come back, unless as many do the one as the other at an instant, all of them
 * foreseen; when a limit holds jobs or lets them go; when a job whose time has come cannot start;
 * and when any job ends while the plan leaves somebody out. Under an order that drifts, at each
 * pass, and a time that an older plan had foreseen makes one. Otherwise the plan stands, and jobs
 * start at their planned times. If one such start makes a limit hold others, all is planned anew
 * before the next; but a plan that is being made is made to its end first.
 *
 * <p>A plan begins with the free nodes; running jobs give theirs back a gap after their estimated
 * ends, and known changes of capacity are in it. In the order of the queue each job is given its
 * earliest start, now or a multiple of the map's step from now, at which it fits until a gap after
 * its estimated end. Who could only start beyond the horizon is left out and holds nothing, and so
 * is who stands behind the last that is looked at. A plan promises nothing: the next may be later.
 *
 * <p>Not modelled: {@code BackfillTarget}, {@code DynamicSchedulePeriod}, {@code
 * StartTimeGuarantee}; jobs with a minimum and a maximum elapse time are planned with their
 * minimum, as everywhere here.
 *
 * <p>Cost: O(running + jobs · p) for a plan of p steps. Limits: plans count nodes; where the shape
 * of a job decides, or it belongs to a resource group, it may not fit when it is due. It then holds
 * its nodes, by count, in the plan that follows, and starts with one of the next.
 */
public final class Tcs implements Backfill {

    private final TcsParameters parameters;
    private final Profile profile = new Profile();
    private final IntArrayList planned = new IntArrayList(); // who waits for a time to come
    private final LongArrayList plannedMillis = new LongArrayList(); // for what time
    private long arrangement;
    private boolean isStale = true;
    private boolean leavesOut; // somebody has no planned start

    /** The scheduler with its parameters. */
    public Tcs(TcsParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public Backfill forRun() {
        return new Tcs(parameters);
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        isStale = true;
    }

    @Override
    public void jobEnded(int job, Situation now) {
        long estimatedEnd = now.startMillis(job) + now.estimateMillis(job);
        isStale |= leavesOut || estimatedEnd - now.nowMillis() > parameters.graceMillis();
    }

    @Override
    public void capacityChanged(Situation now) {
        isStale = true;
    }

    @Override
    public void fill(Situation now, Actions act) {
        isStale |= now.queue().drifts();
        do {
            if (isOutdated(now)) {
                plan(now, act);
            } else {
                startDue(now, act);
            }
        } while (isOutdated(now));
        if (planned.notEmpty()) {
            act.wakeAt(plannedMillis.min());
        }
    }

    private boolean isOutdated(Situation now) {
        return isStale || now.queue().arrangement() != arrangement;
    }

    /**
     * Starts those whose time has come, until one of them cannot start or its start makes a limit
     * hold others: then the plan stands no more.
     */
    private void startDue(Situation now, Actions act) {
        for (int i = 0; i < planned.size() && !isOutdated(now); i++) {
            if (plannedMillis.get(i) <= now.nowMillis()) {
                int job = planned.get(i);
                isStale = !now.queue().mayStart(job) || !act.tryStart(job).started();
                planned.removeAtIndex(i);
                plannedMillis.removeAtIndex(i);
                i--;
            }
        }
    }

    /** Plans all anew, and starts those whose time is now. */
    private void plan(Situation now, Actions act) {
        WaitQueue queue = now.queue();
        arrangement = queue.arrangement();
        isStale = false;
        leavesOut = false;
        planned.clear();
        plannedMillis.clear();
        Depth.build(profile, now, end -> end + parameters.gapMillis());
        int job = queue.first();
        for (int looked = 0; job >= 0 && looked < parameters.jobs(); looked++) {
            plan(job, now, act);
            job = queue.next(job);
        }
        leavesOut |= job >= 0;
    }

    private void plan(int job, Situation now, Actions act) {
        long millis = now.nowMillis();
        long span = Depth.plannedMillis(job, now) + parameters.gapMillis();
        int nodes = now.nodesNeeded(job);
        long start = earliestOnMap(millis, span, nodes);
        if (start == Long.MAX_VALUE) {
            leavesOut = true;
            return;
        }
        profile.add(start, start + span, -nodes);
        if (start > millis) {
            planned.add(job);
            plannedMillis.add(start);
        } else if (!act.tryStart(job).started()) {
            leavesOut = true;
        }
    }

    /** A start on the map, {@link Long#MAX_VALUE} if there is none up to the horizon. */
    private long earliestOnMap(long millis, long span, int nodes) {
        long hole = profile.earliest(millis, span, nodes);
        while (hole - millis <= parameters.horizonMillis()) {
            long start = millis + parameters.roundedUp(hole - millis);
            if (start - millis > parameters.horizonMillis()) {
                break;
            }
            if (profile.fits(start, span, nodes)) {
                return start;
            }
            hole = profile.earliest(start, span, nodes);
        }
        return Long.MAX_VALUE;
    }

    /** Makes it known as {@code tcs}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "tcs",
                    "Fujitsu's planning: starts on a map of growing steps, up to a horizon.",
                    "Fujitsu, Job Operation Software Command Reference, J2UL-2549");
        }

        @Override
        public List<Option> options() {
            return TcsParameters.options();
        }

        @Override
        public Backfill create(Options options) {
            return new Tcs(TcsParameters.of(options));
        }
    }
}
