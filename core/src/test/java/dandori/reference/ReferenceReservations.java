package dandori.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything but conservative: nobody, the head, the first few, or all hold reservations that live
 * for one pass.
 */
final class ReferenceReservations implements ReferenceBackfill {

    private final ReferenceSimulator all;
    private final String idea;

    ReferenceReservations(ReferenceSimulator all) {
        this.all = all;
        this.idea = all.setting.idea();
    }

    @Override
    public boolean passesWithoutRoom() {
        return idea.equals("sjbf");
    }

    @Override
    public void pass() {
        boolean planned = !all.world.outages().isEmpty();
        switch (idea) {
            case "none" -> startHeads();
            case "easy", "sjbf" -> {
                boolean again = true;
                while (again) {
                    startHeads();
                    again = planned ? behindPlannedHead() : behindHead();
                }
            }
            case "los" -> {
                boolean again = true;
                while (again) {
                    startHeads();
                    again =
                            all.plan().foreseesChange()
                                    ? behindPlannedHead()
                                    : new ReferenceLookAhead(all).behindHead();
                }
            }
            case "depth", "replan", "selective", "deadline" -> {
                boolean again = true;
                while (again) {
                    again =
                            reserve(
                                    idea.equals("depth")
                                            ? all.setting.number()
                                            : Integer.MAX_VALUE);
                }
            }
            default -> throw new IllegalArgumentException(idea);
        }
    }

    /**
     * Whether the job may hold a slot: under selective, once its expansion factor is large; under
     * deadline, if it is the first that waits or has little time left.
     */
    private boolean isEntitled(ReferenceJob job) {
        if (idea.equals("deadline")) {
            long latest = Deadlines.latestStart(job.asked);
            boolean isUrgent =
                    latest < ReferenceJob.NEVER && latest - all.now <= all.setting.number();
            return isUrgent || all.queue().get(0) == job;
        }
        double wait = (all.now - job.submit()) / 1_000.0;
        double estimate = job.estimate / 1_000.0;
        double expansion = (wait + estimate) / Math.max(1, estimate);
        return !idea.equals("selective") || expansion > all.setting.number();
    }

    private void startHeads() {
        for (List<ReferenceJob> queue = all.queue();
                !queue.isEmpty() && all.fitsNow(queue.get(0), all.plan());
                queue = all.queue()) {
            all.start(queue.get(0));
        }
    }

    /**
     * EASY by shadow and extra; answers whether the pass must begin again, the head having lost its
     * right.
     */
    private boolean behindHead() {
        List<ReferenceJob> queue = all.queue();
        if (queue.isEmpty()) {
            return false;
        }
        ReferenceJob head = queue.get(0);
        long shadow = ReferenceJob.NEVER;
        for (ReferenceJob job : all.running) {
            if (freeBy(job.estimatedEnd()) >= head.nodes()) {
                shadow = Math.min(shadow, job.estimatedEnd());
            }
        }
        int extra = freeBy(shadow) - head.nodes();
        int tried = 0;
        for (ReferenceJob job : candidates(queue)) {
            if (!all.eligible(job)) {
                continue;
            }
            if (tried++ == all.setting.number()) {
                return false;
            }
            boolean ends = all.now + job.estimate <= shadow;
            if (job.nodes() <= all.free() && (ends || job.nodes() <= extra)) {
                all.start(job);
                extra -= ends ? 0 : job.nodes();
                if (!all.eligible(head)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Free now, and all that are back by an instant. */
    private int freeBy(long at) {
        int nodes = all.world.nodes();
        for (ReferenceJob job : all.running) {
            if (job.estimatedEnd() > at) {
                nodes -= job.nodes();
            }
        }
        return nodes;
    }

    /** EASY where nodes will leave: the head's slot is the earliest hole of the plan. */
    private boolean behindPlannedHead() {
        List<ReferenceJob> queue = all.queue();
        if (queue.isEmpty()) {
            return false;
        }
        ReferenceJob head = queue.get(0);
        long slot = all.plan().earliest(head);
        int tried = 0;
        for (ReferenceJob job : candidates(queue)) {
            if (!all.eligible(job)) {
                continue;
            }
            if (tried++ == all.setting.number() && !idea.equals("los")) {
                return false;
            }
            ReferencePlan plan = all.plan();
            if (slot < ReferenceJob.NEVER) {
                plan.hold(head, slot);
            }
            if (all.fitsNow(job, plan)) {
                all.start(job);
                if (!all.eligible(head)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<ReferenceJob> candidates(List<ReferenceJob> queue) {
        List<ReferenceJob> behind = new ArrayList<>(queue.subList(1, queue.size()));
        if (idea.equals("sjbf")) {
            behind.sort(Comparator.comparingLong(job -> job.estimate));
        }
        return behind;
    }

    /**
     * Slots for the first so many jobs that cannot start; answers whether a holder has lost its
     * right.
     */
    private boolean reserve(int most) {
        List<ReferencePlan.Slot> held = new ArrayList<>();
        for (ReferenceJob job : all.queue()) {
            if (!all.eligible(job)) {
                continue;
            }
            ReferencePlan plan = all.plan();
            plan.slots().addAll(held);
            if (all.fitsNow(job, plan)) {
                all.start(job);
                for (ReferencePlan.Slot slot : held) {
                    if (!all.eligible(slot.job())) {
                        return true;
                    }
                }
            } else if (held.size() < most
                    && isEntitled(job)
                    && plan.earliest(job) < ReferenceJob.NEVER) {
                held.add(new ReferencePlan.Slot(job, plan.earliest(job)));
            }
        }
        return false;
    }
}
