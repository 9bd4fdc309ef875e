package dandori.policy.backfill;

import dandori.engine.EventKind;
import dandori.engine.EventQueue;
import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * A baseline: each job starts when its log says that it did (its submit time and its logged wait),
 * and is then measured like under any policy. A job whose wait is not known starts when it is
 * submitted. One that a limit or another job holds then starts as soon as it may, of several whose
 * start was logged first.
 *
 * <p>Cost: O(log jobs) a job, and for each start and each pass O(1) for each that is held although
 * its start is past.
 *
 * <p>Logs exceed their machines at times (nodes came and went, clocks jumped): so does this, and
 * the report says for how long.
 */
public final class AsLogged implements Backfill {

    private final EventQueue starts = new EventQueue();
    private final IntArrayList due = new IntArrayList(); // whose start is past, in its order
    private long[] startMillis = new long[64]; // by row: of whoever has come with it last

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
        if (job >= startMillis.length) {
            startMillis = Arrays.copyOf(startMillis, Math.max(job + 1, 2 * startMillis.length));
        }
        startMillis[job] = atMillis;
    }

    @Override
    public void fill(Situation now, Actions act) {
        while (starts.nextAtMillis() <= now.nowMillis()) {
            due.add(starts.nextSubject());
            starts.pop();
        }
        int place = 0;
        while (place < due.size()) {
            int job = due.get(place);
            boolean isAnother = startMillis[job] > now.nowMillis(); // the first has left
            boolean starts = !isAnother && starts(job, now, act);
            if (starts || isAnother) {
                due.removeAtIndex(place);
            }
            place = starts ? 0 : isAnother ? place : place + 1; // others may start now
        }
        if (starts.nextAtMillis() < Long.MAX_VALUE) {
            act.wakeAt(starts.nextAtMillis());
        }
    }

    private static boolean starts(int job, Situation now, Actions act) {
        return now.queue().mayStart(job) && act.tryStart(job).started();
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
