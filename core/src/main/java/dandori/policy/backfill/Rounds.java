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
 * Rounds of equal length, for each of which it is chosen anew who runs, so that each job is on its
 * nodes for the fraction of the time that an objective gives it.
 *
 * <p>Narayanan et al., "Heterogeneity-Aware Cluster Scheduling Policies for Deep Learning
 * Workloads" (Gavel), OSDI 2020, and its scheduler (commit c4fa400), for one type of node.
 * Fractions are computed when somebody has come or gone ({@link RoundTargets}). In each round those
 * run whose fraction / time on nodes since then is largest (that time begins at half a round); of
 * equals, who has been owed most before, then who has the larger fraction, then who came first. Who
 * does not fit is passed over; who runs and is chosen again goes on.
 *
 * <p>Who comes meanwhile, and nodes that become free, wait for the next round; if nothing runs, one
 * begins at once. The order of the policy is of no matter, but tiers are: those of a smaller tier
 * choose first.
 *
 * <p>Cost: O(n log n) a round for n jobs that wait and run.
 */
public final class Rounds implements Backfill {

    /** The length of a round in the paper. */
    public static final long ROUND_MILLIS = 6 * Durations.MINUTE_MILLIS;

    private static final long NEVER = Long.MIN_VALUE;

    private final Objective objective;
    private final long roundMillis;
    private final long restartMillis;
    private final RoundBook book;
    private final Ranks ranks = new Ranks();
    private long nextMillis = NEVER; // the next round
    private long askedMillis = NEVER; // for a pass then

    /**
     * Rounds with an objective.
     *
     * @param objective what they are to bring about
     * @param roundMillis how long one is; at least 1
     * @param restartMillis how long it takes a preempted job to go on; at least 0
     */
    public Rounds(Objective objective, long roundMillis, long restartMillis) {
        if (roundMillis < 1 || restartMillis < 0) {
            throw new IllegalArgumentException(
                    "round (%d ms) must be at least 1, restart (%d ms) at least 0."
                            .formatted(roundMillis, restartMillis));
        }
        this.objective = objective;
        this.roundMillis = roundMillis;
        this.restartMillis = restartMillis;
        book = new RoundBook(objective, roundMillis);
    }

    @Override
    public Backfill forRun() {
        return new Rounds(objective, roundMillis, restartMillis);
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
    public void jobEnded(int job, Situation now) {
        book.ended(job, now);
    }

    @Override
    public void fill(Situation now, Actions act) {
        if (now.queue().size() == 0) {
            return;
        }
        if (now.nowMillis() >= nextMillis || now.cluster().runningCount() == 0) {
            nextMillis = now.nowMillis() + roundMillis;
            begin(now, act);
        }
        if (now.queue().size() > 0 && askedMillis != nextMillis) {
            askedMillis = nextMillis;
            act.wakeAt(nextMillis);
        }
    }

    private void begin(Situation now, Actions act) {
        book.open(now);
        ranks.begin(now);
        for (int rank = 0; rank < book.size(); rank++) {
            ranks.offer(book.job(rank), book.runs(rank), now);
        }
        ranks.apply(now, act);
        Preemptive.fillUp(true, now, act);
    }

    /** Makes max–min fairness known as {@code gavel}. */
    public static final class Provider extends RoundsProvider {

        /** For the service loader. */
        public Provider() {
            super(
                    "gavel",
                    "Rounds in which jobs have nodes × time as equally as can be.",
                    Objective.MAX_MIN);
        }
    }

    /** Makes fairness between organizations known as {@code gavel-organizations}. */
    public static final class OrganizationsProvider extends RoundsProvider {

        /** For the service loader. */
        public OrganizationsProvider() {
            super(
                    "gavel-organizations",
                    "Rounds in which organizations have nodes × time by their shares.",
                    Objective.ORGANIZATIONS);
        }
    }

    /** Makes finish-time fairness known as {@code gavel-finish-time}. */
    public static final class FinishTimeProvider extends RoundsProvider {

        /** For the service loader. */
        public FinishTimeProvider() {
            super(
                    "gavel-finish-time",
                    "Rounds in which nobody is much later than on an equal share alone.",
                    Objective.FINISH_TIME);
        }
    }

    /** Makes the makespan known as {@code gavel-makespan}. */
    public static final class MakespanProvider extends RoundsProvider {

        /** For the service loader. */
        public MakespanProvider() {
            super(
                    "gavel-makespan",
                    "Rounds in which all end together, as early as can be.",
                    Objective.MAKESPAN);
        }
    }

    /** What the four have in common. */
    abstract static class RoundsProvider extends NamedPart<Backfill> {

        private final Objective objective;

        RoundsProvider(String name, String sentence, Objective objective) {
            super(Backfill.class, name, sentence, "Narayanan et al. (Gavel), OSDI 2020");
            this.objective = objective;
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.duration("round", "360s").positive().says("How long a round is."),
                    Resuming.option("0s"));
        }

        @Override
        public Backfill create(Options options) {
            return new Rounds(objective, options.millis("round"), options.millis("restart"));
        }
    }
}
