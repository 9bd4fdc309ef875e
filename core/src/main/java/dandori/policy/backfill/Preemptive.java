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

/**
 * Rank and fit: at each pass all that wait and run are ranked by the order, and run from the first
 * on as far as there are nodes; who runs and is not among them is taken off its nodes.
 *
 * <p>With {@code las} or {@code gittins} it is Tiresias (Gu et al., NSDI 2019), with {@code srtf}
 * or {@code srsf} the oracle of the papers on training clusters, with {@code themis} Themis without
 * its auction.
 *
 * <p>A job that does not fit is passed over ({@code skip}), or holds up all behind it that wait.
 * Nobody is taken off whose nodes are of no use. Those who are go on where they were, unless the
 * policy's preemption says otherwise.
 *
 * <p>Cost: O(n log n) a pass for n jobs that wait and run.
 *
 * <p>Limits: it chooses by the number of nodes. Where shapes or resource groups decide, who is
 * chosen may find no place; nobody is taken off for it then.
 */
public final class Preemptive implements Backfill {

    private final boolean skip;
    private final long restartMillis;
    private final Roll roll = new Roll();
    private final Ranks ranks = new Ranks();

    /**
     * Rank and fit.
     *
     * @param skip whether a job that does not fit is passed over
     * @param restartMillis how long it takes a preempted job to go on; at least 0
     */
    public Preemptive(boolean skip, long restartMillis) {
        if (restartMillis < 0) {
            throw new IllegalArgumentException(
                    "restart (%d ms) must be at least 0.".formatted(restartMillis));
        }
        this.skip = skip;
        this.restartMillis = restartMillis;
    }

    @Override
    public Backfill forRun() {
        return new Preemptive(skip, restartMillis);
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
        return !skip;
    }

    @Override
    public void fill(Situation now, Actions act) {
        if (now.queue().size() == 0) {
            return;
        }
        roll.call(now);
        ranks.begin(now);
        boolean isHeldUp = false;
        for (int rank = 0; rank < roll.size(); rank++) {
            int job = roll.job(rank);
            if (roll.runs(rank)) {
                ranks.offerRunning(job, now);
            } else if (!isHeldUp) {
                isHeldUp = !ranks.offerWaiting(job, now) && !skip;
            }
        }
        ranks.apply(now, act);
        fillUp(skip, now, act);
    }

    /** Starts whoever else fits on what is free. */
    static void fillUp(boolean skip, Situation now, Actions act) {
        for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
            boolean starts =
                    now.nodesNeeded(job) <= now.cluster().freeNodes()
                            && act.tryStart(job).started();
            if (!starts && !skip) {
                return;
            }
        }
    }

    /** Makes it known as {@code preemptive}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "preemptive",
                    "The first of all that wait and run, by the order, run; others make way.",
                    "Gu et al. (Tiresias), NSDI 2019");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.flag("skip", "true")
                            .says("A job that does not fit is passed over; else it holds up all."),
                    Resuming.option("0s"));
        }

        @Override
        public Backfill create(Options options) {
            return new Preemptive(options.flag("skip"), options.millis("restart"));
        }
    }
}
