package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * No backfill: jobs start in the order of the queue; the first that does not fit holds up all
 * behind it.
 */
public record NoBackfill() implements Backfill {

    @Override
    public void fill(Situation now, Actions act) {
        startInOrder(now, act);
    }

    /** Starts jobs from the head of the queue while the head fits. */
    static void startInOrder(Situation now, Actions act) {
        int head = now.queue().first();
        while (head >= 0 && act.tryStart(head).started()) {
            head = now.queue().first();
        }
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
    public boolean keepsNodes() {
        return false;
    }

    /** Makes it known as {@code none}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "none",
                    "In order: the first job that does not fit holds up all.",
                    "");
        }

        @Override
        public Backfill create(Options options) {
            return new NoBackfill();
        }
    }
}
