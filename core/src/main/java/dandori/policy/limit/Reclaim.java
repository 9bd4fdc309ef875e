package dandori.policy.limit;

import dandori.policy.Preemption;
import dandori.policy.Setting;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.List;

/**
 * What was lent comes back: where the first of the queue would lie within its organization's share,
 * it takes the nodes of running jobs by which others are beyond theirs. For {@link LentQuota}.
 *
 * <p>A running job is borrowed if, with those of its organization that started before it, it has
 * more than its organization's share; jobs without an organization all are. So nobody loses a job
 * that lies within its own share, to a backfill that chooses anew who runs neither; nor does an
 * elastic job that does change its size.
 *
 * <p>With the idea of reclaiming within a cohort (Kueue).
 *
 * <p>Cost: O(running) where something has started or ended since somebody entitled asked last; else
 * O(1) for each question.
 *
 * @param terms how borrowed jobs make way
 */
public record Reclaim(Terms terms) implements Preemption {

    /**
     * How borrowed jobs make way.
     *
     * @param guaranteedMillis for how long from their start they need not
     * @param suspends whether they go on where they were
     * @param checkpointMillis how often they write a checkpoint from which they go on; 0 if never
     * @param restartMillis how long they need to go on
     */
    public record Terms(
            long guaranteedMillis, boolean suspends, long checkpointMillis, long restartMillis) {

        /** At any time, and they begin anew. */
        public static final Terms PLAIN = new Terms(0, false, 0, 0);
    }

    /** Not to be asked: each run has an instance of its own, which counts. */
    @Override
    public boolean mayTake(int job, int victim, Situation now) {
        throw new IllegalStateException("Shares are counted in a run.\nMaybe .forRun(setting)");
    }

    @Override
    public Preemption forRun(Setting setting) {
        return new ReclaimInRun(new Division(Owner.ORGANIZATION, setting), setting.jobs(), terms);
    }

    /** Makes it known as {@code reclaim}. */
    public static final class Provider extends NamedPart<Preemption> {

        /** For the service loader. */
        public Provider() {
            super(
                    Preemption.class,
                    "reclaim",
                    "An organization within its share takes back nodes that others have borrowed.",
                    "reclaiming within a cohort, as in Kueue");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.duration("guaranteed", "0s")
                            .says("For how long from its start a borrowed job keeps its nodes."),
                    Option.flag("suspend", "false")
                            .says("Whether borrowed jobs go on later where they were."),
                    Option.duration("checkpointEvery", "0s")
                            .says(
                                    "How often borrowed jobs write a checkpoint, from which they go"
                                            + " on later; 0s: never, they begin anew."),
                    Option.duration("restart", "0s")
                            .says("How long a borrowed job needs to go on later."));
        }

        @Override
        public Preemption create(Options options) {
            return new Reclaim(
                    new Terms(
                            options.millis("guaranteed"),
                            options.flag("suspend"),
                            options.millis("checkpointEvery"),
                            options.millis("restart")));
        }
    }
}
