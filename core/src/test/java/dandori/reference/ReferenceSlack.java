package dandori.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Slack-based backfilling as its rules are written; a plan is a map from jobs to starts. */
final class ReferenceSlack implements ReferenceBackfill {

    private final ReferenceSimulator all;
    private final Map<ReferenceJob, Long> latest = new HashMap<>();
    private Map<ReferenceJob, Long> planned = new HashMap<>();
    private final TreeSet<Long> asked = new TreeSet<>();

    ReferenceSlack(ReferenceSimulator all) {
        this.all = all;
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public long wakesAfter(long after) {
        Long next = asked.higher(after);
        return next == null ? ReferenceJob.NEVER : next;
    }

    @Override
    public void pass() {
        while (passOnce()) {}
        planned.values().stream()
                .mapToLong(at -> at)
                .filter(at -> at > all.now + 1 && at < ReferenceJob.NEVER)
                .min()
                .ifPresent(asked::add);
    }

    private boolean passOnce() {
        List<ReferenceJob> queue = all.queue();
        planned.keySet().retainAll(queue);
        latest.keySet().retainAll(queue);
        Map<ReferenceJob, Long> before = planned;
        planned = new HashMap<>();
        for (ReferenceJob job : queue) { // 1
            long at = Math.max(all.now, before.getOrDefault(job, ReferenceJob.NEVER));
            if (at < ReferenceJob.NEVER && planWithout(job).fits(job, at)) {
                planned.put(job, at);
            }
        }
        for (ReferenceJob job : queue) { // 2
            if (planned.getOrDefault(job, all.now) > all.now) {
                planned.put(job, planWithout(job).earliest(job));
            }
        }
        for (ReferenceJob job : queue) { // 3
            if (!planned.containsKey(job)) {
                long at = planWithout(job).earliest(job);
                planned.put(job, at);
                if (at < ReferenceJob.NEVER) {
                    latest.putIfAbsent(job, at + all.setting.number() * job.planned());
                }
            }
        }
        Set<ReferenceJob> held = heldNow();
        for (ReferenceJob job : queue) { // 4
            if (planned.get(job) == all.now && all.eligible(job) && job.nodes() <= all.free()) {
                start(job);
                if (!held.equals(heldNow())) {
                    return true;
                }
            }
        }
        for (ReferenceJob job : all.queue()) { // 5
            boolean fits = job.nodes() <= all.free() && all.plan().fits(job, all.now);
            if (fits && planned.get(job) > all.now) {
                Map<ReferenceJob, Long> trial = withFirst(job);
                if (trial != null) {
                    planned = trial;
                    start(job);
                    return true;
                }
            }
        }
        return false;
    }

    private void start(ReferenceJob job) {
        long promised = latest.remove(job);
        if (promised < all.now && all.world.outages().isEmpty() && isTold()) {
            throw new IllegalStateException("A promise is broken: " + job);
        }
        planned.remove(job);
        all.start(job);
    }

    private boolean isTold() {
        return all.setting.estimates() != dandori.policy.Estimates.PREDICTED
                && all.setting.qos().isEmpty(); // nor is any promise kept to whom others pass
    }

    /** Who waits and may not start. */
    private Set<ReferenceJob> heldNow() {
        Set<ReferenceJob> held = new HashSet<>(all.waiting);
        held.removeIf(all::eligible);
        return held;
    }

    /** What becomes of all others if a job starts now; null if one of them would be too late. */
    private @org.jspecify.annotations.Nullable Map<ReferenceJob, Long> withFirst(ReferenceJob job) {
        ReferencePlan plan = all.plan();
        plan.hold(job, all.now);
        List<ReferenceJob> others = all.queue();
        others.remove(job);
        others.sort(Comparator.comparingLong(this::latest));
        Map<ReferenceJob, Long> trial = new HashMap<>();
        for (ReferenceJob other : others) {
            long at = plan.earliest(other);
            if (at > Math.max(latest(other), planned.get(other))) {
                return null;
            }
            trial.put(other, at);
            if (at < ReferenceJob.NEVER) {
                plan.hold(other, at);
            }
        }
        trial.put(job, all.now);
        return trial;
    }

    private long latest(ReferenceJob job) {
        return latest.getOrDefault(job, ReferenceJob.NEVER);
    }

    private ReferencePlan planWithout(ReferenceJob job) {
        ReferencePlan plan = all.plan();
        List<ReferenceJob> others = new ArrayList<>(planned.keySet());
        others.remove(job);
        for (ReferenceJob other : others) {
            if (planned.get(other) < ReferenceJob.NEVER) {
                plan.hold(other, planned.get(other));
            }
        }
        return plan;
    }
}
