package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * Elastic jobs grow and shrink: all that wait and run get the fewest nodes that they can run on, as
 * far as there are any, and the rest is dealt by {@link Afs} or {@link Goodput}.
 *
 * <p>Rigid jobs that run stay, and so do those that need not make way, as they are; then all others
 * are taken in the policy's order, who does not fit is passed over. An elastic job that is to have
 * another size goes off its nodes and starts again, and goes on where it was after a restart, with
 * the walltime of its new size, unless the policy's preemption says otherwise. At most once an
 * {@code interval}; in between, those who come get the fewest nodes, if as many are free.
 *
 * <p>How long jobs run is what the rules are told ({@code estimates: exact} is what the papers
 * assume).
 *
 * <p>Limits: it counts nodes. Where shapes or resource groups decide, or a known loss of nodes lies
 * ahead, a job may give up nodes for one that then cannot start; who can, starts again at once.
 */
public final class Malleable implements Backfill {

    /** What nodes are dealt for. */
    public enum Aim {
        /** Short completion times: AFS. */
        COMPLETION,
        /** Fair speeds: as Pollux. */
        GOODPUT
    }

    private final Aim aim;
    private final long intervalMillis;
    private final long restartMillis;
    private final Roll roll = new Roll();
    private final Portions portions = new Portions();
    private final Restarts restarts = new Restarts();
    private final Dealing dealing;
    private long nextMillis = Long.MIN_VALUE;
    private long askedMillis = Long.MIN_VALUE;

    /**
     * Elastic sharing.
     *
     * @param aim what nodes are dealt for
     * @param intervalMillis the time between two dealings at the least; 0: at every pass
     * @param restartMillis how long it takes a job to go on with another size; at least 0
     */
    public Malleable(Aim aim, long intervalMillis, long restartMillis) {
        if (intervalMillis < 0 || restartMillis < 0) {
            throw new IllegalArgumentException(
                    "interval (%d ms) and restart (%d ms) must be at least 0."
                            .formatted(intervalMillis, restartMillis));
        }
        this.aim = aim;
        this.intervalMillis = intervalMillis;
        this.restartMillis = restartMillis;
        dealing = aim == Aim.COMPLETION ? new Afs() : new Goodput(restartMillis, restarts);
    }

    @Override
    public Backfill forRun() {
        return new Malleable(aim, intervalMillis, restartMillis);
    }

    @Override
    public Preemption preemption() {
        return new Resuming(PreemptMode.CHECKPOINT, restartMillis);
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void jobEnded(int job, Situation now) {
        restarts.ended(job, now);
    }

    @Override
    public void fill(Situation now, Actions act) {
        boolean isDue = now.nowMillis() >= nextMillis;
        if (isDue) {
            nextMillis = now.nowMillis() + intervalMillis;
            share(now, act);
        }
        startSmall(now, act);
        boolean mayChange = now.queue().size() > 0 || !isDue && now.cluster().runningCount() > 0;
        if (intervalMillis > 0 && mayChange && askedMillis != nextMillis) {
            askedMillis = nextMillis;
            act.wakeAt(nextMillis);
        }
    }

    private void share(Situation now, Actions act) {
        choose(now);
        if (portions.count() == 0) {
            return;
        }
        dealing.deal(portions, now);
        for (int place = 0; place < portions.count(); place++) {
            if (portions.runs(place) && !portions.stays(place)) {
                act.preempt(portions.job(place));
            }
        }
        for (int place = 0; place < portions.count(); place++) {
            int job = portions.job(place);
            if (!portions.stays(place) && now.queue().mayStart(job)) {
                startOn(portions.size(place), job, now, act);
            }
        }
    }

    /** Starts a job that may start on so many nodes, if it still may with those. */
    private static void startOn(int nodes, int job, Situation now, Actions act) {
        if (!now.jobs().elasticity(job).isRigid() && now.jobs().nodes(job) != nodes) {
            act.resize(job, nodes);
        }
        if (now.queue().mayStart(job)) {
            act.tryStart(job);
        }
    }

    /** Gives the fewest nodes to as many as there are nodes for; others who run make way. */
    private void choose(Situation now) {
        roll.call(now);
        portions.begin(Ranks.nodes(now));
        for (int turn = 0;
                turn < 3;
                turn++) { // those that keep their nodes, other ones that run, all who wait
            for (int rank = 0; rank < roll.size(); rank++) {
                int job = roll.job(rank);
                boolean runs = roll.runs(rank);
                int itsTurn = runs ? Portions.keepsNodes(job, now) ? 0 : 1 : 2;
                if (itsTurn == turn) {
                    portions.add(job, runs, now);
                }
            }
        }
    }

    /** Starts those that wait on the fewest nodes, if as many are free. */
    private static void startSmall(Situation now, Actions act) {
        IntArrayList waiting = waiting(now);
        for (int i = 0; i < waiting.size() && now.cluster().freeNodes() > 0; i++) {
            int job = waiting.get(i);
            int fewest = Portions.fewest(job, now);
            if (now.queue().mayStart(job) && fewest <= now.cluster().freeNodes()) {
                startOn(fewest, job, now, act);
            }
        }
    }

    /** All that wait, as they stand now: another size may be another place in the queue. */
    static IntArrayList waiting(Situation now) {
        IntArrayList waiting = new IntArrayList();
        for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
            waiting.add(job);
        }
        return waiting;
    }

    /** Makes it known as {@code afs}. */
    public static final class AfsProvider extends NamedPart<Backfill> {

        /** For the service loader. */
        public AfsProvider() {
            super(
                    Backfill.class,
                    "afs",
                    "Elastic jobs grow and shrink for short completion times (AFS-L).",
                    "Hwang et al. (AFS), NSDI 2021");
        }

        @Override
        public List<Option> options() {
            return optionsWith("0s", "0s");
        }

        @Override
        public Backfill create(Options options) {
            return new Malleable(
                    Aim.COMPLETION, options.millis("interval"), options.millis("restart"));
        }
    }

    /** Makes it known as {@code goodput}. */
    public static final class GoodputProvider extends NamedPart<Backfill> {

        /** For the service loader. */
        public GoodputProvider() {
            super(
                    Backfill.class,
                    "goodput",
                    "Elastic jobs grow and shrink for fair speeds, less restarts (as Pollux).",
                    "Qiao et al. (Pollux), OSDI 2021");
        }

        @Override
        public List<Option> options() {
            return optionsWith("60s", "30s");
        }

        @Override
        public Backfill create(Options options) {
            return new Malleable(
                    Aim.GOODPUT, options.millis("interval"), options.millis("restart"));
        }
    }

    private static List<Option> optionsWith(String interval, String restart) {
        return List.of(
                Option.duration("interval", interval)
                        .says("How often sizes are chosen anew at most; 0s: at every pass."),
                Resuming.option(restart));
    }
}
