package dandori.reference;

import dandori.policy.backfill.Objective;
import dandori.policy.backfill.RoundTargets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Rounds as the rules are written; what a job has had is counted from its stays. */
public final class ReferenceRounds implements ReferenceCluster.Pass {

    private final Objective objective;
    private final long round;
    private long next = Long.MIN_VALUE;
    private long reset;
    private List<ClusterJob> there = List.of();
    private final Map<ClusterJob, Double> due = new HashMap<>();
    private final Map<ClusterJob, Double> owed = new HashMap<>();
    private final Map<ClusterJob, Double> alone = new HashMap<>();
    private final Map<ClusterJob, Double> share = new HashMap<>();

    /** Rounds of a length. */
    public ReferenceRounds(Objective objective, long round) {
        this.objective = objective;
        this.round = round;
    }

    @Override
    public void at(ReferenceCluster cluster) {
        if (cluster.queue().isEmpty()) {
            return;
        }
        boolean idle = cluster.jobs.stream().noneMatch(ClusterJob::runs);
        if (cluster.now >= next || idle) {
            next = cluster.now + round;
            begin(cluster);
        }
        if (!cluster.queue().isEmpty()) {
            cluster.wakes.add(next);
        }
    }

    private void begin(ReferenceCluster cluster) {
        List<ClusterJob> present = cluster.roll();
        present.sort(Comparator.comparingInt(job -> job.index));
        if (!present.equals(there)) {
            settle(cluster, present);
            assign(cluster, present);
            there = List.copyOf(present);
        }
        List<ClusterJob> ranked = new ArrayList<>(present);
        ranked.sort(
                Comparator.<ClusterJob>comparingDouble(job -> -claim(job, cluster.now))
                        .thenComparingDouble(job -> -owed.get(job))
                        .thenComparingDouble(job -> -due.get(job))
                        .thenComparingInt(job -> job.index));
        cluster.choose(ranked, true);
    }

    private long had(ClusterJob job, long now) {
        long had = job.runs() ? now - Math.max(reset, job.start) : 0;
        for (long[] stay : job.stays) {
            had += Math.max(0, stay[1] - Math.max(reset, stay[0]));
        }
        return had;
    }

    private double claim(ClusterJob job, long now) {
        return due.get(job) / (round / 2.0 + had(job, now));
    }

    private void settle(ReferenceCluster cluster, List<ClusterJob> present) {
        for (ClusterJob job : present) {
            if (due.containsKey(job)) {
                long had = had(job, cluster.now);
                owed.merge(job, due.get(job) * (cluster.now - reset) - had, Double::sum);
                alone.merge(job, had / share.get(job), Double::sum);
            } else {
                owed.put(job, 0.0);
                alone.put(job, 0.0);
            }
        }
        reset = cluster.now;
    }

    private void assign(ReferenceCluster cluster, List<ClusterJob> present) {
        int count = present.size();
        int capacity = cluster.world.nodes();
        int[] nodes = new int[count];
        double[] age = new double[count];
        double[] left = new double[count];
        double[] finishing = new double[count];
        int[] group = new int[count];
        List<String> names = new ArrayList<>();
        present.forEach(job -> names.add(job.asked.organization()));
        List<String> groups = new ArrayList<>(new LinkedHashSet<>(names));
        double[] weight = new double[groups.size()];
        java.util.Arrays.fill(weight, 1);
        for (int i = 0; i < count; i++) {
            ClusterJob job = present.get(i);
            long stay = job.runs() ? cluster.now - job.start : 0;
            nodes[i] = job.nodes();
            age[i] = cluster.now - job.asked.submitMillis();
            left[i] = Math.max(1, cluster.estimate(job) - stay);
            share.put(job, Math.min(1, (double) capacity / ((double) count * nodes[i])));
            finishing[i] = alone.get(job) + left[i] / share.get(job);
            group[i] = groups.indexOf(names.get(i));
        }
        double[] fractions =
                switch (objective) {
                    case MAX_MIN -> RoundTargets.maxMin(capacity, nodes);
                    case ORGANIZATIONS -> RoundTargets.hierarchical(capacity, nodes, group, weight);
                    case FINISH_TIME ->
                            RoundTargets.finishTime(capacity, nodes, age, left, finishing);
                    case MAKESPAN -> RoundTargets.makespan(capacity, nodes, left);
                };
        for (int i = 0; i < count; i++) {
            due.put(present.get(i), fractions[i]);
        }
    }
}
