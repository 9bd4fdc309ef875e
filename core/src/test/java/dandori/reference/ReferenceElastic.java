package dandori.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Elastic sharing and moldable jobs as the rules are written. */
public final class ReferenceElastic implements ReferenceCluster.Pass {

    private final String rule; // afs, goodput, moldable
    private final long interval;
    private final long restart;
    private final IntPredicate makeWay; // by index: who may be taken off
    private long next = Long.MIN_VALUE;

    /** A rule with its times, under which some that run keep their nodes. */
    public ReferenceElastic(String rule, long interval, long restart, IntPredicate makeWay) {
        this.makeWay = makeWay;
        this.rule = rule;
        this.interval = interval;
        this.restart = restart;
    }

    @Override
    public void at(ReferenceCluster cluster) {
        if (rule.equals("moldable")) {
            mould(cluster);
            return;
        }
        boolean isDue = cluster.now >= next;
        if (isDue) {
            next = cluster.now + interval;
            share(cluster);
        }
        for (ClusterJob job : cluster.queue()) {
            if (cluster.free() > 0 && cluster.eligible(job) && job.least() <= cluster.free()) {
                job.resize(job.least());
                cluster.start(job);
            }
        }
        boolean anyRuns = cluster.jobs.stream().anyMatch(ClusterJob::runs);
        if (interval > 0 && (!cluster.queue().isEmpty() || !isDue && anyRuns)) {
            cluster.wakes.add(next);
        }
    }

    private void share(ReferenceCluster cluster) {
        Map<ClusterJob, Integer> sizes = new HashMap<>();
        List<ClusterJob> chosen = new ArrayList<>();
        List<ClusterJob> roll = cluster.roll();
        int left = cluster.world.nodes();
        for (int turn = 0; turn < 3; turn++) {
            for (ClusterJob job : roll) {
                int its = job.waits() ? 2 : keeps(job) ? 0 : 1;
                int fewest = keeps(job) ? job.nodes() : job.least();
                if (its == turn && fewest <= left) {
                    left -= fewest;
                    sizes.put(job, fewest);
                    chosen.add(job);
                }
            }
        }
        if (chosen.isEmpty()) {
            return;
        }
        if (rule.equals("afs")) {
            afs(chosen, sizes, left, cluster);
        } else {
            sizes = goodput(chosen, sizes, left, cluster);
        }
        for (ClusterJob job : chosen) {
            if (job.runs() && sizes.get(job) != job.nodes()) {
                cluster.preempt(job);
            }
        }
        for (ClusterJob job : chosen) {
            if (job.waits() && cluster.eligible(job)) {
                job.resize(sizes.get(job));
                if (job.nodes() <= cluster.free()) {
                    cluster.start(job);
                }
            }
        }
    }

    private boolean keeps(ClusterJob job) {
        return job.runs() && (!job.isElastic() || !makeWay.test(job.index));
    }

    /** The next size that it may have; 0 if there is none. */
    private int next(ClusterJob job, int nodes) {
        return keeps(job) ? 0 : job.next(nodes);
    }

    private static double left(ClusterJob job, int nodes, ReferenceCluster cluster) {
        double left =
                Math.max(0, cluster.estimate(job) - (job.runs() ? cluster.now - job.start : 0));
        return left * job.elasticity().speedup(job.nodes()) / job.elasticity().speedup(nodes);
    }

    private void afs(
            List<ClusterJob> chosen,
            Map<ClusterJob, Integer> sizes,
            int free,
            ReferenceCluster cluster) {
        int left = free;
        while (left > 0) {
            ClusterJob best = null;
            for (ClusterJob job : chosen) {
                int next = next(job, sizes.get(job));
                if (next > 0 && next - sizes.get(job) <= left) {
                    best = best == null ? job : better(best, job, sizes, cluster);
                }
            }
            if (best == null) {
                return;
            }
            left -= best.next(sizes.get(best)) - sizes.get(best);
            sizes.put(best, best.next(sizes.get(best)));
        }
    }

    private static ClusterJob better(
            ClusterJob one,
            ClusterJob other,
            Map<ClusterJob, Integer> sizes,
            ReferenceCluster cluster) {
        ClusterJob a = one;
        ClusterJob b = other;
        if (left(one, sizes.get(one), cluster) > left(other, sizes.get(other), cluster)) {
            a = other;
            b = one;
        }
        double pa = a.elasticity().speedup(sizes.get(a));
        double pb = b.elasticity().speedup(sizes.get(b));
        int aNext = a.next(sizes.get(a));
        int bNext = b.next(sizes.get(b));
        double paMore = a.elasticity().speedup(aNext);
        double pbMore = b.elasticity().speedup(bNext);
        double gainA = (paMore - pa) / (aNext - sizes.get(a)); // of each node more
        double gainB = (pbMore - pb) / (bNext - sizes.get(b));
        return gainB / pbMore > gainA / pa ? b : a;
    }

    private Map<ClusterJob, Integer> goodput(
            List<ClusterJob> chosen,
            Map<ClusterJob, Integer> fewest,
            int free,
            ReferenceCluster cluster) {
        Map<ClusterJob, Integer> dealt = new HashMap<>(fewest);
        deal(chosen, dealt, free, cluster, false);
        Map<ClusterJob, Integer> careful = new HashMap<>(dealt);
        for (ClusterJob job : chosen) {
            boolean grows = job.runs() && dealt.get(job) > job.nodes();
            double now = speed(job, job.nodes(), chosen, cluster);
            if (grows && value(job, dealt.get(job), chosen, cluster) <= now) {
                careful.put(job, job.nodes());
            }
        }
        Map<ClusterJob, Integer> best = dealt;
        if (fitness(careful, chosen, cluster) > fitness(best, chosen, cluster)) {
            best = careful;
        }
        Map<ClusterJob, Integer> kept = new HashMap<>(fewest);
        int left = free;
        for (ClusterJob job : chosen) {
            if (job.runs()) {
                left -= job.nodes() - fewest.get(job);
                kept.put(job, job.nodes());
            }
        }
        if (left >= 0) {
            deal(chosen, kept, left, cluster, true);
            if (fitness(kept, chosen, cluster) >= fitness(best, chosen, cluster)) {
                best = kept;
            }
        }
        return best;
    }

    private void deal(
            List<ClusterJob> chosen,
            Map<ClusterJob, Integer> sizes,
            int free,
            ReferenceCluster cluster,
            boolean onlyWaiting) {
        int left = free;
        while (left > 0) {
            ClusterJob best = null;
            double most = 0;
            for (ClusterJob job : chosen) {
                int nodes = sizes.get(job);
                int next = next(job, nodes);
                boolean may = next > 0 && next - nodes <= left && !(onlyWaiting && job.runs());
                double gain =
                        may
                                ? (1 / speed(job, nodes, chosen, cluster)
                                                - 1 / speed(job, next, chosen, cluster))
                                        / (next - nodes)
                                : 0;
                if (gain > most) {
                    most = gain;
                    best = job;
                }
            }
            if (best == null) {
                return;
            }
            left -= best.next(sizes.get(best)) - sizes.get(best);
            sizes.put(best, best.next(sizes.get(best)));
        }
    }

    private static double speed(
            ClusterJob job, int nodes, List<ClusterJob> chosen, ReferenceCluster cluster) {
        if (!job.isElastic()) {
            return 1;
        }
        int share = cluster.world.nodes() / chosen.size();
        int fair = job.least();
        for (int next = fair; next > 0 && next <= share; next = job.next(next)) {
            fair = next;
        }
        return job.elasticity().speedup(nodes) / job.elasticity().speedup(fair);
    }

    private double value(
            ClusterJob job, int nodes, List<ClusterJob> chosen, ReferenceCluster cluster) {
        double speed = speed(job, nodes, chosen, cluster);
        if (job.waits() || nodes == job.nodes()) {
            return speed;
        }
        double age = cluster.now - job.asked.submitMillis();
        double useful = age - (double) job.stays() * restart;
        return speed * (Math.max(useful, 0) / Math.max(1, age + restart));
    }

    private double fitness(
            Map<ClusterJob, Integer> sizes, List<ClusterJob> chosen, ReferenceCluster cluster) {
        double sum = 0;
        for (ClusterJob job : chosen) {
            sum += 1 / Math.max(1e-3, value(job, sizes.get(job), chosen, cluster));
        }
        return chosen.size() / sum;
    }

    /** EASY, once every job has the size with which it would end earliest. */
    private static void mould(ReferenceCluster cluster) {
        Set<ClusterJob> asked = new HashSet<>();
        while (!cluster.queue().isEmpty()) {
            ClusterJob head = cluster.queue().get(0);
            if (asked.add(head)) {
                size(head, cluster);
                if (cluster.queue().get(0) != head) {
                    continue;
                }
            }
            if (head.nodes() > cluster.free()) {
                break;
            }
            cluster.start(head);
            asked.clear();
        }
        List<ClusterJob> queue = cluster.queue();
        for (int place = 1; place < queue.size(); place++) {
            size(queue.get(place), cluster);
        }
        easy(cluster);
    }

    private static void size(ClusterJob job, ReferenceCluster cluster) {
        if (!job.isElastic()) {
            return;
        }
        double work = cluster.estimate(job) * job.elasticity().speedup(job.nodes());
        int most = Math.min(job.elasticity().mostNodes(), cluster.world.nodes());
        double earliest = Double.POSITIVE_INFINITY;
        int best = job.nodes();
        for (int nodes = job.least(); nodes > 0 && nodes <= most; nodes = job.next(nodes)) {
            double end =
                    shadow(nodes, cluster)
                            - cluster.now
                            + Math.ceil(work / job.elasticity().speedup(nodes));
            if (end < earliest) {
                earliest = end;
                best = nodes;
            }
        }
        job.resize(best);
    }

    private static long shadow(int nodes, ReferenceCluster cluster) {
        if (nodes <= cluster.free()) {
            return cluster.now;
        }
        return cluster.jobs.stream()
                .filter(ClusterJob::runs)
                .mapToLong(job -> job.start + cluster.estimate(job))
                .sorted()
                .filter(end -> freeAt(end, cluster) >= nodes)
                .findFirst()
                .orElseThrow();
    }

    private static int freeAt(long end, ReferenceCluster cluster) {
        return cluster.free()
                + cluster.jobs.stream()
                        .filter(job -> job.runs() && job.start + cluster.estimate(job) <= end)
                        .mapToInt(ClusterJob::nodes)
                        .sum();
    }

    private static void easy(ReferenceCluster cluster) {
        List<ClusterJob> queue = cluster.queue();
        while (!queue.isEmpty() && queue.get(0).nodes() <= cluster.free()) {
            cluster.start(queue.remove(0));
        }
        if (queue.isEmpty()) {
            return;
        }
        ClusterJob head = queue.remove(0);
        long shadow = shadow(head.nodes(), cluster);
        int extra = freeAt(shadow, cluster) - head.nodes();
        for (ClusterJob job : queue) {
            boolean endsBefore = cluster.now + cluster.estimate(job) <= shadow;
            if (job.nodes() <= cluster.free() && (endsBefore || job.nodes() <= extra)) {
                extra -= endsBefore ? 0 : job.nodes();
                cluster.start(job);
            }
        }
    }
}
