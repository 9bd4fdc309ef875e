package dandori.differential;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.state.Profile;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conservative backfilling under first come, first served: at every end each job is taken out and
 * put back.
 */
final class FullSweep implements Backfill {

    private final Profile profile = new Profile();
    private final List<Integer> waiting = new ArrayList<>(); // in order of arrival
    private final Map<Integer, Long> promises = new HashMap<>();
    private boolean begun;

    @Override
    public Backfill forRun() {
        return new FullSweep();
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        waiting.add(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        long millis = now.nowMillis();
        profile.dropBefore(millis);
        profile.add(millis, now.startMillis(job) + now.estimateMillis(job), now.jobs().nodes(job));
        for (int other : waiting) {
            long promised = promises.getOrDefault(other, Long.MIN_VALUE);
            if (promised > millis) {
                int nodes = now.jobs().nodes(other);
                long estimate = now.estimateMillis(other);
                profile.add(promised, promised + estimate, nodes);
                promise(other, now);
            }
        }
    }

    @Override
    public void fill(Situation now, Actions act) {
        if (!begun) {
            profile.reset(now.nowMillis(), now.cluster().freeNodes());
            begun = true;
        }
        profile.dropBefore(now.nowMillis());
        for (int job : waiting) {
            if (!promises.containsKey(job)) {
                promise(job, now);
            }
        }
        waiting.removeIf(
                job -> promises.get(job) <= now.nowMillis() && act.tryStart(job).started());
        waiting.stream()
                .mapToLong(promises::get)
                .filter(at -> at > now.nowMillis())
                .min()
                .ifPresent(act::wakeAt);
    }

    private void promise(int job, Situation now) {
        int nodes = now.jobs().nodes(job);
        long estimate = now.estimateMillis(job);
        long at = profile.earliest(now.nowMillis(), estimate, nodes);
        profile.add(at, at + estimate, -nodes);
        promises.put(job, at);
    }
}
