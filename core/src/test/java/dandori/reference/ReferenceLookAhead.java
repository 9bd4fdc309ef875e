package dandori.reference;

import java.util.ArrayList;
import java.util.List;

/** LOS by trying every set of candidates. */
final class ReferenceLookAhead {

    private final ReferenceSimulator all;

    ReferenceLookAhead(ReferenceSimulator all) {
        this.all = all;
    }

    /** Answers whether the pass must begin again, the head having lost its right. */
    boolean behindHead() {
        List<ReferenceJob> queue = all.queue();
        if (queue.isEmpty()) {
            return false;
        }
        ReferenceJob head = queue.get(0);
        long shadow = shadow(head);
        int extra = freeBy(shadow) - head.nodes();
        List<ReferenceJob> left =
                new ArrayList<>(queue.subList(1, Math.min(queue.size(), 1 + all.setting.number())));
        int free = all.free();
        int spare = extra;
        left.removeIf(job -> job.nodes() > free || !ends(job, shadow) && job.nodes() > spare);
        boolean isDone = false;
        while (!isDone) {
            isDone = true;
            for (ReferenceJob job : best(left, shadow, extra)) {
                left.remove(job);
                if (!all.eligible(job)) {
                    isDone = false;
                    break;
                }
                all.start(job);
                extra -= ends(job, shadow) ? 0 : job.nodes();
                if (!all.eligible(head)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean ends(ReferenceJob job, long shadow) {
        return all.now + job.estimate <= shadow;
    }

    /** The set that uses the most nodes; of equal ones that with the first job that differs. */
    private List<ReferenceJob> best(List<ReferenceJob> jobs, long shadow, int extra) {
        List<ReferenceJob> best = List.of();
        int most = 0;
        for (int mask = (1 << jobs.size()) - 1; mask > 0; mask--) { // the first job is the top bit
            List<ReferenceJob> some = new ArrayList<>();
            int nodes = 0;
            int beyond = 0;
            for (int i = 0; i < jobs.size(); i++) {
                if ((mask >> jobs.size() - 1 - i & 1) > 0) {
                    some.add(jobs.get(i));
                    nodes += jobs.get(i).nodes();
                    beyond += ends(jobs.get(i), shadow) ? 0 : jobs.get(i).nodes();
                }
            }
            if (nodes > most && nodes <= all.free() && beyond <= extra) {
                most = nodes;
                best = some;
            }
        }
        return best;
    }

    private long shadow(ReferenceJob head) {
        long shadow = ReferenceJob.NEVER;
        for (ReferenceJob job : all.running) {
            if (freeBy(job.estimatedEnd()) >= head.nodes()) {
                shadow = Math.min(shadow, job.estimatedEnd());
            }
        }
        return shadow;
    }

    private int freeBy(long at) {
        int nodes = ReferencePlan.inService(all.world, all.now);
        for (ReferenceJob job : all.running) {
            nodes -= job.estimatedEnd() > at ? job.nodes() : 0;
        }
        return nodes;
    }
}
