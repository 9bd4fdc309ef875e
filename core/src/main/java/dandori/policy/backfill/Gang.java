package dandori.policy.backfill;

import dandori.engine.Durations;
import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.List;

/**
 * Gang scheduling by time slices: jobs of whole nodes take turns, and who has had its slice is
 * suspended for those that wait, with all of its nodes at once.
 *
 * <p>SchedMD, "Gang Scheduling", and {@code SchedulerTimeSlice} in slurm.conf(5). All that wait and
 * run stand in a round. Who comes stands last in it, those that come at the same time by the order.
 * When a slice is over, those that have run in it from its beginning and still run go to the end of
 * the round, one after the other; then all are gone through, those of a smaller tier first, and run
 * as far as there are nodes. Who does not fit is passed over, who runs and is not among them makes
 * way. Thus whoever stands first runs, if there are nodes for it at all, and nobody who comes later
 * stands before it.
 *
 * <p>In between, what is free goes to those that wait, in the order of the round; they keep their
 * places in it. A slice ends only if somebody waits; if one has lasted longer, or nothing runs, the
 * next one begins at once. Who makes way goes on where it was, and its walltime stands still
 * meanwhile, unless the policy's preemption says otherwise.
 *
 * <p>Cost: O(n log n) a pass for n jobs that wait and run, and a pass each slice while somebody
 * waits.
 *
 * <p>Limits: Slurm suspends jobs in the memory of their nodes, on which alone they go on, and
 * shares each node between at most 4 of them (OverSubscribe=FORCE); here a job goes on wherever
 * there are nodes, memory is no bound, and all that wait take part. Slurm's slices are those of a
 * clock, which goes on when nobody waits. Where shapes or resource groups decide, a job may be
 * taken off for one that then finds no place; it starts again at once if it still fits.
 */
public final class Gang implements Backfill {

    /** The length of a slice, Slurm's default. */
    public static final long SLICE_MILLIS = 30 * Durations.SECOND_MILLIS;

    private static final long NEVER = Long.MIN_VALUE;

    private final long sliceMillis;
    private final long restartMillis;
    private final Ring ring = new Ring();
    private final Ranks ranks = new Ranks();
    private long nextMillis = NEVER; // the end of the slice
    private long askedMillis = NEVER; // for a pass then

    /**
     * Turns of a length.
     *
     * @param sliceMillis how long a slice is; at least 1
     * @param restartMillis how long it takes a suspended job to go on; at least 0, and shorter than
     *     a slice, or nobody would get any further
     */
    public Gang(long sliceMillis, long restartMillis) {
        if (sliceMillis < 1 || restartMillis < 0 || restartMillis >= sliceMillis) {
            throw new IllegalArgumentException(
                    "restart (%d ms) must be at least 0, and shorter than timeSlice (%d ms)."
                            .formatted(restartMillis, sliceMillis));
        }
        this.sliceMillis = sliceMillis;
        this.restartMillis = restartMillis;
    }

    @Override
    public Backfill forRun() {
        return new Gang(sliceMillis, restartMillis);
    }

    @Override
    public Preemption preemption() {
        return new Resuming(PreemptMode.SUSPEND, restartMillis);
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public boolean keepsNodes() {
        return false;
    }

    @Override
    public void fill(Situation now, Actions act) {
        if (now.queue().size() == 0) {
            return;
        }
        ring.call(now);
        if (now.nowMillis() >= nextMillis || now.cluster().runningCount() == 0) {
            nextMillis = now.nowMillis() + sliceMillis;
            begin(now, act);
        } else {
            fillUp(now, act);
        }
        boolean mayTurn = now.queue().size() > 0 && now.cluster().runningCount() > 0;
        if (mayTurn && askedMillis != nextMillis) {
            askedMillis = nextMillis;
            act.wakeAt(nextMillis);
        }
    }

    private void begin(Situation now, Actions act) {
        ring.turn(now);
        ranks.begin(now);
        for (int place = 0; place < ring.size(); place++) {
            ranks.offer(ring.job(place), ring.runs(place), now);
        }
        ranks.apply(now, act);
        fillUp(now, act);
        ring.begun(now);
    }

    /** Starts whoever else fits on what is free. */
    private void fillUp(Situation now, Actions act) {
        for (int place = 0; place < ring.size() && now.cluster().freeNodes() > 0; place++) {
            int job = ring.job(place);
            if (now.queue().mayStart(job) && now.nodesNeeded(job) <= now.cluster().freeNodes()) {
                act.tryStart(job);
            }
        }
    }

    /** Makes it known as {@code gang}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "gang",
                    "Jobs take turns in time slices; others are suspended meanwhile.",
                    "Slurm, Gang Scheduling");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.duration("timeSlice", "30s")
                            .positive()
                            .says("SchedulerTimeSlice: how long a turn is while others wait."),
                    Resuming.option("0s"));
        }

        @Override
        public Backfill create(Options options) {
            return new Gang(options.millis("timeSlice"), options.millis("restart"));
        }
    }
}
