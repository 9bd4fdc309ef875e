package dandori.reference;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.policy.order.LeastAttained;
import java.util.ArrayList;
import java.util.List;

/** The orders of training clusters, each from the whole history of every job at each question. */
public interface ClusterOrder {

    /** Smaller is earlier. */
    double standing(ClusterJob job, ReferenceCluster cluster);

    /** When the order may change next. */
    default long nextChange(ReferenceCluster cluster) {
        return Long.MAX_VALUE;
    }

    /** One of the plain orders: of who runs, as if it waited. */
    static ClusterOrder plain(String name) {
        return (job, cluster) -> {
            long estimate = cluster.estimate(job);
            Job asked =
                    new Job(
                            job.asked.id(),
                            job.asked.submitMillis(),
                            job.nodes(),
                            estimate,
                            estimate,
                            "",
                            "",
                            "");
            ReferenceJob same = new ReferenceJob(asked, job.index, Setting.of(name, "none"));
            return ReferenceOrders.score(name, same, cluster.now);
        };
    }

    /** What is left, or that times nodes. */
    static ClusterOrder remaining(boolean countsNodes) {
        return (job, cluster) -> {
            long left = cluster.estimate(job) - (job.runs() ? cluster.now - job.start : 0);
            return (double) left * (countsNodes ? job.nodes() : 1);
        };
    }

    /** Every stay, that which goes on as well. */
    private static List<long[]> stays(ClusterJob job, long now) {
        List<long[]> stays = new ArrayList<>(job.stays);
        if (job.runs()) {
            stays.add(new long[] {job.start, now, job.nodes()});
        }
        return stays;
    }

    private static long executed(ClusterJob job, long now) {
        return stays(job, now).stream().mapToLong(stay -> stay[1] - stay[0]).sum();
    }

    private static long service(ClusterJob job, long now) {
        return stays(job, now).stream().mapToLong(stay -> (stay[1] - stay[0]) * stay[2]).sum();
    }

    private static boolean hasEnded(ClusterJob job) {
        return !job.stays.isEmpty() && !job.runs() && !job.waits();
    }

    /** Largest index, by the services of those that have ended. */
    static ClusterOrder gittins(long delta, long period) {
        return new ClusterOrder() {
            @Override
            public double standing(ClusterJob job, ReferenceCluster cluster) {
                long had = service(job, cluster.now);
                long soon = 0;
                long later = 0;
                long sum = 0;
                for (ClusterJob other : cluster.jobs) {
                    if (!hasEnded(other)) {
                        continue;
                    }
                    long its = service(other, cluster.now);
                    if (its > had + delta) {
                        later++;
                    } else if (its > had) {
                        soon++;
                        sum += its;
                    }
                }
                return soon + later == 0 ? 0 : -(soon / (sum + (double) delta * later));
            }

            @Override
            public long nextChange(ReferenceCluster cluster) {
                return (cluster.now / period + 1) * period;
            }
        };
    }

    /** Smallest predicted area; predicted by those that had ended when the job came. */
    static ClusterOrder quasiShortest() {
        return (job, cluster) -> {
            List<List<ClusterJob>> kinds =
                    List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (ClusterJob other : cluster.jobs) {
                if (!hasEnded(other) || !endedBefore(other, job)) {
                    continue;
                }
                boolean sameUser = other.asked.user().equals(job.asked.user());
                if (sameUser && other.nodes() == job.nodes()) {
                    kinds.get(0).add(other);
                }
                if (sameUser) {
                    kinds.get(1).add(other);
                }
                kinds.get(2).add(other);
            }
            for (List<ClusterJob> kind : kinds) {
                if (!kind.isEmpty()) {
                    long sum = kind.stream().mapToLong(one -> executed(one, cluster.now)).sum();
                    return (double) sum / kind.size() * job.nodes();
                }
            }
            boolean isExact = cluster.estimates == dandori.policy.Estimates.EXACT;
            long first =
                    isExact
                            ? Math.min(job.asked.runMillis(), job.asked.walltimeMillis())
                            : job.asked.walltimeMillis();
            return (double) first * job.nodes();
        };
    }

    private static boolean endedBefore(ClusterJob other, ClusterJob job) {
        // ends of an instant come before its arrivals; jobs of no length end in a later round
        long end = other.end;
        long submit = job.asked.submitMillis();
        boolean madeWay = other.state == JobState.PREEMPTED; // in a pass, after the arrivals
        return end < submit || end == submit && other.start < end && !madeWay;
    }

    /** Who fares worst, but for those whose lease goes on. */
    static ClusterOrder themis(long lease) {
        return new ClusterOrder() {
            @Override
            public double standing(ClusterJob job, ReferenceCluster cluster) {
                long stay = job.runs() ? cluster.now - job.start : 0;
                if (job.runs() && (stay == 0 || stay % lease != 0)) {
                    return Double.NEGATIVE_INFINITY;
                }
                long there = cluster.jobs.stream().filter(one -> one.runs() || one.waits()).count();
                double left = Math.max(0, cluster.estimate(job) - stay);
                double slowdown = Math.max(1, (double) there * job.nodes() / cluster.world.nodes());
                double alone = (executed(job, cluster.now) + left) * slowdown;
                double age = cluster.now - job.asked.submitMillis();
                return -(age + left) / Math.max(1, alone);
            }

            @Override
            public long nextChange(ReferenceCluster cluster) {
                return cluster.jobs.stream()
                        .filter(ClusterJob::runs)
                        .mapToLong(
                                job -> job.start + ((cluster.now - job.start) / lease + 1) * lease)
                        .min()
                        .orElse(Long.MAX_VALUE);
            }
        };
    }

    /** Queues by what was attained, replayed millisecond by millisecond. */
    static ClusterOrder attained(LeastAttained rule) {
        return new ClusterOrder() {
            @Override
            public double standing(ClusterJob job, ReferenceCluster cluster) {
                Replay replay = new Replay(job, cluster.now, rule);
                boolean hasRun = replay.ran <= cluster.now;
                double place = hasRun ? replay.ran : 1e9 + replay.entered;
                return replay.queue * 1e10 + place;
            }

            @Override
            public long nextChange(ReferenceCluster cluster) {
                long next = Long.MAX_VALUE;
                for (ClusterJob job : cluster.jobs) {
                    Replay replay = new Replay(job, cluster.now, rule);
                    if (job.runs() && replay.queue < rule.thresholds().size()) {
                        long left = replay.limit() - replay.attained;
                        next = Math.min(next, cluster.now + -Math.floorDiv(-left, job.nodes()));
                    }
                    boolean mayRise = rule.promote() > 0 && replay.queue > 0;
                    if (job.waits() && mayRise && replay.executed > 0) {
                        long patience = (long) Math.ceil(rule.promote() * replay.executed);
                        next = Math.min(next, cluster.now + patience - replay.pending);
                    }
                }
                return next;
            }
        };
    }

    /** One job's way through the queues. */
    final class Replay {

        private final LeastAttained rule;
        int queue;
        long entered;
        long ran = Long.MAX_VALUE;
        long executed;
        long attained;
        long pending;

        Replay(ClusterJob job, long now, LeastAttained rule) {
            this.rule = rule;
            entered = job.asked.submitMillis();
            for (long at = entered; at <= now; at++) {
                if (at > job.asked.submitMillis()) {
                    boolean ranTill = isOnNodes(job, at - 1, now);
                    executed += ranTill ? 1 : 0;
                    attained += ranTill ? job.nodes() : 0;
                    pending += !ranTill && executed > 0 ? 1 : 0;
                    move(ranTill, at);
                }
                for (long[] stay : job.stays) {
                    ran = stay[1] == at && ran > at ? Long.MAX_VALUE : ran;
                    ran = stay[0] == at ? Math.min(ran, at) : ran;
                }
                ran = job.runs() && job.start == at ? Math.min(ran, at) : ran;
            }
        }

        private void move(boolean ranTill, long at) {
            while (ranTill && queue < rule.thresholds().size() && attained >= limit()) {
                queue++;
                entered = at;
                ran = at + 1;
            }
            boolean mayRise = !ranTill && rule.promote() > 0 && queue > 0 && executed > 0;
            if (mayRise && pending >= rule.promote() * executed) {
                queue = 0;
                entered = at;
                ran = Long.MAX_VALUE;
                executed = 0;
                attained = 0;
                pending = 0;
            }
        }

        long limit() {
            return (long) Math.ceil(rule.thresholds().get(queue) / rule.perNode() * 1_000);
        }

        private static boolean isOnNodes(ClusterJob job, long at, long now) {
            boolean runs = job.state == JobState.RUNNING && job.start <= at && at < now;
            for (long[] stay : job.stays) {
                runs |= stay[0] <= at && at < stay[1];
            }
            return runs;
        }
    }
}
