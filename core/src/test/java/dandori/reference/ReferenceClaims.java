package dandori.reference;

import dandori.job.JobState;
import dandori.policy.PreemptMode;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Who makes way for the first of the queue, as the rules have it. */
final class ReferenceClaims {

    private final ReferenceSimulator all;
    private final TreeSet<Long> asked =
            new TreeSet<>(); // for passes, when somebody has had its time

    ReferenceClaims(ReferenceSimulator all) {
        this.all = all;
    }

    long wakesAfter(long after) {
        Long next = asked.higher(after);
        return next == null ? ReferenceJob.NEVER : next;
    }

    boolean asksForNow() {
        return asked.contains(all.now);
    }

    Qos qos(ReferenceJob job) {
        String name = all.setting.qos().ofUser().getOrDefault(job.asked.user(), QosTable.DEFAULT);
        return all.setting.qos().qualities().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether anybody has started in the place of others. */
    boolean settle() {
        boolean any = false;
        while (!all.setting.qos().isEmpty() && startsFirst()) {
            any = true;
        }
        return any;
    }

    private boolean startsFirst() {
        List<ReferenceJob> queue = all.queue();
        if (queue.isEmpty() || all.fitsNow(queue.get(0), all.plan())) {
            return false;
        }
        ReferenceJob first = queue.get(0);
        List<ReferenceJob> victims = victims(first);
        if (victims == null) {
            return false;
        }
        all.backfill.surprised();
        all.backfill.capacityChanged();
        victims.forEach(this::preempt);
        all.start(first);
        return true;
    }

    private @org.jspecify.annotations.Nullable List<ReferenceJob> victims(ReferenceJob first) {
        List<ReferenceJob> ready = new ArrayList<>();
        long soonest = ReferenceJob.NEVER;
        for (ReferenceJob job : all.running) {
            Qos its = qos(job);
            boolean mustGo =
                    qos(first).preempts().contains(its.name())
                            || its.yields() && qos(first).priority() > its.priority();
            long safeUntil = job.start + Math.max(1, its.exemptMillis());
            if (mustGo && safeUntil > all.now) {
                soonest = Math.min(soonest, safeUntil);
            } else if (mustGo && job.end > all.now) {
                ready.add(job);
            }
        }
        if (soonest < ReferenceJob.NEVER) {
            asked.add(soonest);
        }
        ready.sort(
                Comparator.<ReferenceJob>comparingInt(job -> qos(job).priority())
                        .thenComparingLong(job -> -job.start)
                        .thenComparingInt(job -> -job.index));
        for (int count = 1; count <= ready.size(); count++) {
            if (fitsWithout(ready.subList(0, count), first)) {
                List<ReferenceJob> chosen = new ArrayList<>(ready.subList(0, count));
                for (int i = count - 1; i >= 0; i--) {
                    List<ReferenceJob> fewer = new ArrayList<>(chosen);
                    fewer.remove(ready.get(i));
                    if (fitsWithout(fewer, first)) {
                        chosen = fewer;
                    }
                }
                return chosen;
            }
        }
        return null;
    }

    private boolean fitsWithout(List<ReferenceJob> gone, ReferenceJob first) {
        List<ReferenceJob> left = new ArrayList<>(all.running);
        left.removeAll(gone);
        int free = all.free() + gone.stream().mapToInt(ReferenceJob::nodes).sum();
        return first.nodes() <= free && all.planOf(left).fits(first, all.now);
    }

    private void preempt(ReferenceJob job) {
        Qos its = qos(job);
        long elapsed = all.now - job.start;
        long work = Math.max(0, elapsed - (job.kept > 0 ? job.restart : 0));
        long gained =
                switch (its.mode()) {
                    case KILL, REQUEUE -> 0;
                    case CHECKPOINT ->
                            its.checkpointMillis() == 0
                                    ? work
                                    : work / its.checkpointMillis() * its.checkpointMillis();
                    case SUSPEND -> work;
                };
        all.running.remove(job);
        job.segments.add(new long[] {job.start, all.now, elapsed - gained});
        job.end = all.now;
        job.promise = ReferenceJob.NEVER;
        if (its.mode() == PreemptMode.KILL) {
            job.state = JobState.PREEMPTED;
            return;
        }
        job.kept += gained;
        job.used += its.mode() == PreemptMode.SUSPEND ? elapsed : 0;
        if (job.kept > 0) {
            job.restart = its.restartMillis();
        }
        job.look();
        job.state = JobState.WAITING;
        all.waiting.add(job);
    }
}
