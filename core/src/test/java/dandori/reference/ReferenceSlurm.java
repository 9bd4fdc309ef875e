package dandori.reference;

import dandori.policy.backfill.SlurmParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Slurm's two schedulers as they are described: no cycle is cut short, none is left out. */
final class ReferenceSlurm implements ReferenceBackfill {

    private static final int MANY = Integer.MAX_VALUE;

    /** Bounds that bite in worlds of some seconds. */
    private static final List<SlurmParameters> SMALL =
            List.of(
                    new SlurmParameters(60_000, 5_000, 3_000, MANY, MANY, MANY, MANY, 0, 100),
                    new SlurmParameters(20_000, 1_000, 1_000, 5, MANY, MANY, MANY, 0, 100),
                    new SlurmParameters(3_600_000, 10_000, 7_000, 50, MANY, 2, MANY, 0, 100),
                    new SlurmParameters(3_600_000, 1, 1, MANY, MANY, MANY, MANY, 10_000, 100),
                    new SlurmParameters(3_600_000, 3_000, 10_000, MANY, 1, MANY, MANY, 0, 2),
                    new SlurmParameters(30_000, 4_000, 2_000, MANY, MANY, MANY, 3, 0, 100),
                    new SlurmParameters(9_000, 2_000, 900, 4, 2, 2, 3, 3_000, 1));

    /** Nodes that are kept in a span. */
    private record Slot(long from, long to, int nodes) {}

    private final ReferenceSimulator all;
    private final SlurmParameters bounds;
    private long wake = ReferenceJob.NEVER;

    ReferenceSlurm(ReferenceSimulator all) {
        this.all = all;
        bounds = parameters(all.setting);
    }

    /** {@code slurm} has the defaults, {@code slurm:3} the fourth of the small bounds. */
    static SlurmParameters parameters(Setting setting) {
        return setting.number() == MANY ? SlurmParameters.DEFAULT : SMALL.get(setting.number());
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public long wakesAfter(long after) {
        return wake > after ? wake : ReferenceJob.NEVER;
    }

    @Override
    public void pass() {
        int looked = 0;
        for (ReferenceJob job : all.queue()) {
            if (!all.eligible(job)) {
                continue;
            }
            if (looked++ == bounds.queueDepth() || !all.fitsNow(job, all.plan())) {
                break;
            }
            all.start(job);
        }
        int running = all.running.size();
        boolean isDue = all.now % bounds.intervalMillis() == 0;
        if (isDue) {
            cycle();
        }
        boolean isDone = isDue && all.running.size() == running;
        if (!isDone && !all.waiting.isEmpty()) {
            wake = (all.now / bounds.intervalMillis() + 1) * bounds.intervalMillis();
        }
    }

    private void cycle() {
        List<Slot> slots = new ArrayList<>();
        for (ReferenceJob job : all.running) {
            long end = Math.max(up(job.estimatedEnd()), all.now + 1);
            slots.add(new Slot(Long.MIN_VALUE, end, job.nodes()));
        }
        long windowEnd = up(all.now + bounds.windowMillis() - bounds.resolutionMillis() + 1);
        Map<String, Integer> ofUser = new HashMap<>();
        int tests = 0; // of the partition, too: there is but one
        int starts = 0;
        for (ReferenceJob job : all.queue()) {
            if (!all.eligible(job)) {
                continue;
            }
            if (tests == Math.min(bounds.maxJobTest(), bounds.maxJobPart())
                    || starts == bounds.maxJobStart()) {
                return;
            }
            String user = job.asked.user();
            if (ofUser.getOrDefault(user, 0) == bounds.maxJobUser()) {
                continue;
            }
            ofUser.merge(user, 1, Integer::sum);
            tests++;
            if (fits(job, all.now, slots)) {
                all.start(job);
                slots.add(new Slot(all.now, up(all.now + job.planned()), job.nodes()));
                starts++;
            } else if (all.now - job.submit() >= bounds.minAgeReserveMillis()) {
                long at = earliest(job, slots);
                if (at < windowEnd) {
                    long end = Math.min(windowEnd, up(at + job.planned()));
                    slots.add(new Slot(at, end, job.nodes()));
                }
            }
        }
    }

    private long up(long millis) {
        long rest = millis % bounds.resolutionMillis();
        return rest == 0 ? millis : millis - rest + bounds.resolutionMillis();
    }

    private long earliest(ReferenceJob job, List<Slot> slots) {
        for (long at : changes(slots)) {
            if (at > all.now && fits(job, at, slots)) {
                return at;
            }
        }
        return ReferenceJob.NEVER;
    }

    private boolean fits(ReferenceJob job, long from, List<Slot> slots) {
        boolean fits = freeAt(from, slots) >= job.nodes();
        for (long at : changes(slots)) {
            boolean isWithin = from < at && at < from + job.planned();
            fits &= !isWithin || freeAt(at, slots) >= job.nodes();
        }
        return fits;
    }

    private int freeAt(long at, List<Slot> slots) {
        int free = all.emptyPlan().freeAt(at);
        for (Slot slot : slots) {
            free -= slot.from() <= at && at < slot.to() ? slot.nodes() : 0;
        }
        return free;
    }

    private SortedSet<Long> changes(List<Slot> slots) {
        TreeSet<Long> changes = new TreeSet<>();
        for (Slot slot : slots) {
            changes.add(slot.from());
            changes.add(slot.to());
        }
        all.world
                .outages()
                .forEach(outage -> {
                    changes.add(outage.fromMillis());
                    changes.add(outage.toMillis());
                });
        return changes;
    }
}
