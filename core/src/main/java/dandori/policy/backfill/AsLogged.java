package dandori.policy.backfill;

import dandori.engine.EventKind;
import dandori.engine.EventQueue;
import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * A baseline: each job starts when its log says that it did (its submit time and its logged wait),
 * and is then measured like under any policy. A job whose wait is not known starts when it is
 * submitted.
 *
 * <p>Logs exceed their machines at times (nodes came and went, clocks jumped): so does this, and
 * the report says for how long.
 */
public final class AsLogged implements Backfill {

    private final EventQueue starts = new EventQueue();

    /** A new one, with nobody waiting. */
    public AsLogged() {}

    @Override
    public Backfill forRun() {
        return new AsLogged();
    }

    @Override
    public boolean ignoresCapacity() {
        return true;
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        long wait = Math.max(0, now.jobs().loggedWaitMillis(job));
        long atMillis = Math.addExact(now.jobs().submitMillis(job), wait);
        starts.push(atMillis, EventKind.TIMER, now.jobs().sequence(job), job);
    }

    @Override
    public void fill(Situation now, Actions act) {
        while (starts.nextAtMillis() <= now.nowMillis()) {
            act.tryStart(starts.nextSubject());
            starts.pop();
        }
        if (starts.nextAtMillis() < Long.MAX_VALUE) {
            act.wakeAt(starts.nextAtMillis());
        }
    }

    @Override
    public boolean keepsNodes() {
        return false;
    }

    /** Makes it known as {@code as-logged}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "as-logged",
                    "A baseline: the starts that the trace's own log gives.",
                    "");
        }

        @Override
        public Backfill create(Options options) {
            return new AsLogged();
        }
    }
}
