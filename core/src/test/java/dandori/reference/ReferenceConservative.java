package dandori.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Conservative backfilling by the full sweep: at every end each waiting job is taken out and put
 * back.
 */
final class ReferenceConservative implements ReferenceBackfill {

    private final ReferenceSimulator all;

    ReferenceConservative(ReferenceSimulator all) {
        this.all = all;
    }

    @Override
    public void ended(ReferenceJob job) {
        sweep();
    }

    @Override
    public void grown() {
        sweep();
    }

    /** All are promised anew. */
    @Override
    public void surprised() {
        for (ReferenceJob job : all.waiting) {
            job.promise = ReferenceJob.NEVER;
        }
    }

    @Override
    public void pass() {
        while (true) {
            settle();
            ReferenceJob due = firstDue();
            if (due == null) {
                return;
            }
            all.start(due);
        }
    }

    @Override
    public void promisesDue() {
        pass();
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    /** Who may no longer start loses the slot; who may again is promised one. */
    private void settle() {
        for (ReferenceJob job : all.waiting) {
            if (!all.eligible(job)) {
                job.promise = ReferenceJob.NEVER;
            }
        }
        List<ReferenceJob> queue = all.queue();
        if (ReferenceOrders.drifts(all.setting.order())) {
            queue.sort(Comparator.comparingInt(job -> job.index));
        }
        for (ReferenceJob job : queue) {
            if (job.promise == ReferenceJob.NEVER) {
                job.promise(planWithout(job).earliest(job));
            }
        }
    }

    private @org.jspecify.annotations.Nullable ReferenceJob firstDue() {
        for (ReferenceJob job : all.queue()) {
            if (job.promise <= all.now && job.nodes() <= all.free()) {
                return job;
            }
        }
        return null;
    }

    private void sweep() {
        all.deal();
        List<ReferenceJob> order = new ArrayList<>(all.waiting);
        order.sort(all.order());
        for (ReferenceJob job : order) {
            if (job.promise > all.now && job.promise < ReferenceJob.NEVER) {
                long earliest = planWithout(job).earliest(job);
                if (earliest > job.promise) {
                    throw new IllegalStateException("A promise moves later: " + job);
                }
                if (earliest < job.promise) {
                    job.promise(earliest);
                }
            }
        }
    }

    private ReferencePlan planWithout(ReferenceJob job) {
        ReferencePlan plan = all.plan();
        for (ReferenceJob other : all.waiting) {
            if (other != job && other.promise < ReferenceJob.NEVER) {
                plan.hold(other, other.promise);
            }
        }
        return plan;
    }
}
