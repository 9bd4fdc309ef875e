package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * Nodes without end: every job starts when it is submitted. A lower bound on waits and an upper
 * bound on what any policy could have running; it is no policy for a real machine, and its
 * utilization may exceed 100 %.
 */
public record Unlimited() implements Backfill {

    @Override
    public void fill(Situation now, Actions act) {
        NoBackfill.startInOrder(now, act);
    }

    @Override
    public boolean ignoresCapacity() {
        return true;
    }

    /** Makes it known as {@code unlimited}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(Backfill.class, "unlimited", "A bound: nodes without end, nobody waits.", "");
        }

        @Override
        public Backfill create(Options options) {
            return new Unlimited();
        }
    }
}
