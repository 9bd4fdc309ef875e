package dandori.reference;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The starts of the log, for which everybody who waits is looked at in each pass. */
public final class ObviousLog implements Backfill {

    private final Map<Integer, Long> starts = new LinkedHashMap<>(); // of all who have come

    @Override
    public Backfill forRun() {
        return new ObviousLog();
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
    public boolean keepsNodes() {
        return false;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        long wait = Math.max(0, now.jobs().loggedWaitMillis(job));
        starts.put(job, now.jobs().submitMillis(job) + wait);
    }

    @Override
    public void fill(Situation now, Actions act) {
        boolean any = true;
        while (any) {
            List<Integer> due = new ArrayList<>();
            for (int job = now.queue().first(); job >= 0; job = now.queue().next(job)) {
                if (starts.get(job) <= now.nowMillis()) {
                    due.add(job);
                }
            }
            any =
                    due.stream()
                            .min(
                                    Comparator.<Integer>comparingLong(starts::get)
                                            .thenComparingLong(job -> now.jobs().sequence(job)))
                            .filter(job -> act.tryStart(job).started())
                            .isPresent();
        }
        starts.values().stream()
                .filter(start -> start > now.nowMillis())
                .min(Comparator.naturalOrder())
                .ifPresent(act::wakeAt);
    }
}
