package dandori.reference;

import dandori.policy.backfill.TcsParameters;
import dandori.policy.backfill.TcsParameters.MapStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Fujitsu's planning as it is described: every start of the map is tried, one after the other. */
final class ReferenceTcs implements ReferenceBackfill {

    private static final int MANY = Integer.MAX_VALUE;

    /** Maps for worlds of some seconds. */
    private static final List<TcsParameters> SMALL =
            List.of(
                    small(25_000, 1_000, 2_000, MANY, 500, 2_000, 3_000, 24_000, 6_000),
                    small(900_000, 0, 0, MANY, 7_000, 21_000, 30_000, 300_000, 600_000),
                    small(200_000, 300, 5_000, 3, 1_000, 60_000, 10_000, 100_000, 50_000));

    /** Nodes that are kept in a span. */
    private record Slot(long from, long to, int nodes) {}

    private final ReferenceSimulator all;
    private final TcsParameters parameters;
    private boolean isStale = true;
    private boolean leavesOut;
    private Set<ReferenceJob> held = new HashSet<>(); // who might not start when it was planned
    private final Set<ReferenceJob> known = new HashSet<>();
    private final TreeSet<Long> asked = new TreeSet<>(); // for passes, by plans old and new

    ReferenceTcs(ReferenceSimulator all) {
        this.all = all;
        parameters = parameters(all.setting);
    }

    private static TcsParameters small(
            long horizon,
            long gap,
            long grace,
            int jobs,
            long fine,
            long fineUntil,
            long middle,
            long middleUntil,
            long coarse) {
        return new TcsParameters(
                horizon,
                gap,
                grace,
                jobs,
                new MapStep(fine, fineUntil),
                new MapStep(middle, middleUntil),
                coarse);
    }

    /** {@code tcs} has the defaults, {@code tcs:1} the second of the small maps. */
    static TcsParameters parameters(Setting setting) {
        return setting.number() == MANY ? TcsParameters.DEFAULT : SMALL.get(setting.number());
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void ended(ReferenceJob job) {
        isStale |= leavesOut || job.estimatedEnd() - all.now > parameters.graceMillis();
    }

    @Override
    public void capacityChanged() {
        isStale = true;
    }

    @Override
    public long wakesAfter(long after) {
        Long next = asked.higher(after);
        return next == null ? ReferenceJob.NEVER : next;
    }

    @Override
    public void pass() {
        settle();
        all.waiting.stream()
                .mapToLong(job -> job.promise)
                .filter(at -> at < ReferenceJob.NEVER)
                .min()
                .ifPresent(asked::add);
    }

    private void settle() {
        for (ReferenceJob job : all.waiting) {
            isStale |= known.add(job);
        }
        isStale |= ReferenceOrders.drifts(all.setting.order());
        while (isStale || !held.equals(held())) {
            plan();
        }
        for (ReferenceJob job : all.queue()) {
            if (job.promise <= all.now && !isStale && held.equals(held())) {
                if (all.fitsNow(job, all.plan())) {
                    all.start(job);
                } else {
                    isStale = true;
                }
            }
        }
        if (isStale || !held.equals(held())) {
            settle();
        }
    }

    private Set<ReferenceJob> held() {
        Set<ReferenceJob> found = new HashSet<>(all.waiting);
        found.removeAll(all.queue());
        return found;
    }

    private void plan() {
        isStale = false;
        leavesOut = false;
        held = held();
        all.waiting.forEach(job -> job.promise = ReferenceJob.NEVER);
        List<Slot> kept = new ArrayList<>();
        for (ReferenceJob job : all.running) {
            long end = Math.max(job.estimatedEnd() + parameters.gapMillis(), all.now + 1);
            kept.add(new Slot(Long.MIN_VALUE, end, job.nodes()));
        }
        int looked = 0;
        for (ReferenceJob job : all.queue()) {
            if (!all.eligible(job)) {
                continue;
            }
            if (looked++ == parameters.jobs()) {
                leavesOut = true;
                return;
            }
            long start = earliest(job, kept);
            if (start == ReferenceJob.NEVER) {
                leavesOut = true;
                continue;
            }
            kept.add(new Slot(start, start + span(job), job.nodes()));
            if (start > all.now) {
                job.promise(start);
            } else if (all.fitsNow(job, all.plan())) {
                all.start(job);
            } else {
                leavesOut = true;
            }
        }
    }

    private long span(ReferenceJob job) {
        return job.planned() + parameters.gapMillis();
    }

    private long earliest(ReferenceJob job, List<Slot> slots) {
        for (long ahead : map()) {
            if (fits(job, all.now + ahead, slots)) {
                return all.now + ahead;
            }
        }
        return ReferenceJob.NEVER;
    }

    /** How far ahead the starts of the map lie. */
    private SortedSet<Long> map() {
        TreeSet<Long> map = new TreeSet<>();
        MapStep fine = parameters.fine();
        MapStep middle = parameters.middle();
        for (long at = 0; at <= fine.untilMillis(); at += fine.stepMillis()) {
            map.add(at);
        }
        for (long at = 0; at <= middle.untilMillis(); at += middle.stepMillis()) {
            if (at > fine.untilMillis() - fine.stepMillis()) {
                map.add(at);
            }
        }
        for (long at = 0; at <= parameters.horizonMillis(); at += parameters.coarseMillis()) {
            if (at > middle.untilMillis() - middle.stepMillis()) {
                map.add(at);
            }
        }
        map.tailSet(parameters.horizonMillis() + 1).clear();
        return map;
    }

    private boolean fits(ReferenceJob job, long from, List<Slot> slots) {
        boolean fits = freeAt(from, slots) >= job.nodes();
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
        for (long at : changes.subSet(from, from + span(job))) {
            fits &= at == from || freeAt(at, slots) >= job.nodes();
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
}
