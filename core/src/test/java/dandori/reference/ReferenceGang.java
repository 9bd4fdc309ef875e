package dandori.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns as the rules are written: a list, whose members go to its end. */
public final class ReferenceGang implements ReferenceCluster.Pass {

    private final long slice;
    private long next = Long.MIN_VALUE;
    private final List<ClusterJob> round = new ArrayList<>();
    private final Set<ClusterJob> began = new LinkedHashSet<>(); // who has this slice as a whole

    /** Turns of a length. */
    public ReferenceGang(long slice) {
        this.slice = slice;
    }

    @Override
    public void at(ReferenceCluster cluster) {
        if (cluster.queue().isEmpty()) {
            return;
        }
        for (ClusterJob job : cluster.roll()) {
            if (!round.contains(job)) {
                round.add(job);
            }
        }
        boolean idle = cluster.jobs.stream().noneMatch(ClusterJob::runs);
        if (cluster.now >= next || idle) {
            next = cluster.now + slice;
            begin(cluster);
        } else {
            cluster.fillUp(round, true);
        }
        if (!cluster.queue().isEmpty()) {
            cluster.wakes.add(next);
        }
    }

    private void begin(ReferenceCluster cluster) {
        for (ClusterJob job : List.copyOf(round)) {
            if (job.runs() && began.contains(job)) {
                round.remove(job);
                round.add(job);
            }
        }
        List<ClusterJob> present = cluster.roll();
        List<ClusterJob> ranked = new ArrayList<>(round);
        ranked.retainAll(present);
        cluster.pick(ranked, true);
        cluster.fillUp(ranked, true);
        began.clear();
        cluster.jobs.stream().filter(ClusterJob::runs).forEach(began::add);
    }
}
