package dandori.reference;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.policy.Estimates;
import dandori.policy.PreemptMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A cluster on which jobs are taken off their nodes and come back, as the rules are written: all
 * that can be counted again from the jobs' stays is.
 */
public final class ReferenceCluster {

    /**
     * What becomes of jobs that are taken off.
     *
     * @param mode how
     * @param every how much work lies between two checkpoints
     * @param restart how long going on takes
     */
    public record Fate(PreemptMode mode, long every, long restart) {}

    /** What happens at each instant, once all that comes and ends has. */
    public interface Pass {

        void at(ReferenceCluster cluster);
    }

    final World world;
    final ClusterOrder order;
    final Fate fate;
    final Estimates estimates;
    final int userLimit;
    public final List<ClusterJob> jobs = new ArrayList<>();
    final TreeSet<Long> wakes = new TreeSet<>();
    private final Pass pass;
    long now = Long.MIN_VALUE;

    /** A cluster on which nothing has happened. */
    public ReferenceCluster(
            World world,
            ClusterOrder order,
            Pass pass,
            Fate fate,
            Estimates estimates,
            int userLimit) {
        this.world = world;
        this.order = order;
        this.pass = pass;
        this.fate = fate;
        this.estimates = estimates;
        this.userLimit = userLimit;
        List<Job> sorted = new ArrayList<>(world.jobs());
        sorted.sort(Comparator.comparingLong(Job::submitMillis));
        sorted.forEach(job -> jobs.add(new ClusterJob(job, jobs.size())));
    }

    /** Plays it to the end. */
    public ReferenceCluster play() {
        for (long at = next(); at < Long.MAX_VALUE; at = next()) {
            now = at;
            wakes.remove(at);
            for (ClusterJob job : jobs) {
                if (job.runs() && job.end == now) {
                    job.state = job.left() > job.walltime() ? JobState.KILLED : JobState.COMPLETED;
                    leave(job);
                }
            }
            for (ClusterJob job : jobs) {
                if (job.state == JobState.UNBORN && job.asked.submitMillis() == now) {
                    job.state = job.nodes() > world.nodes() ? JobState.REJECTED : JobState.WAITING;
                }
            }
            pass.at(this);
            if (jobs.stream().anyMatch(job -> job.waits() && eligible(job))) {
                wakes.add(order.nextChange(this));
            }
        }
        return this;
    }

    /** How many jobs have been on nodes more than once. */
    public long returnedCount() {
        return jobs.stream().filter(job -> job.stays() > 1).count();
    }

    private long next() {
        Long wake = wakes.higher(now);
        long next = wake == null ? Long.MAX_VALUE : wake;
        for (ClusterJob job : jobs) {
            next = job.runs() ? Math.min(next, job.end) : next;
            next = job.state == JobState.UNBORN ? Math.min(next, job.asked.submitMillis()) : next;
        }
        return next;
    }

    private void leave(ClusterJob job) {
        job.stays.add(new long[] {job.start, now, job.nodes()});
    }

    /** Takes a job off its nodes. */
    void preempt(ClusterJob job) {
        leave(job);
        job.end = now;
        if (fate.mode == PreemptMode.KILL) {
            job.state = JobState.PREEMPTED;
            return;
        }
        job.state = JobState.WAITING;
        long elapsed = now - job.start;
        long work = Math.max(0, elapsed - (job.kept == 0 ? 0 : job.restart));
        long gained =
                switch (fate.mode) {
                    case SUSPEND -> work;
                    case CHECKPOINT -> work / fate.every * fate.every;
                    default -> 0;
                };
        job.lost += elapsed - gained;
        boolean stood = fate.mode == PreemptMode.SUSPEND && elapsed > 0;
        if (gained > 0 || stood) {
            job.kept += gained;
            job.used += stood ? elapsed : 0;
            job.restart = fate.restart;
        }
    }

    void start(ClusterJob job) {
        job.state = JobState.RUNNING;
        job.start = now;
        job.end = now + job.executes();
    }

    int free() {
        return world.nodes()
                - jobs.stream().filter(ClusterJob::runs).mapToInt(ClusterJob::nodes).sum();
    }

    /** How long a job's next stay, or this one, is believed to be. */
    long estimate(ClusterJob job) {
        return estimates == Estimates.EXACT ? job.executes() : job.walltime();
    }

    boolean eligible(ClusterJob job) {
        return userLimit == 0
                || jobs.stream()
                                .filter(other ->
                                        other.runs() && other.asked.user().equals(job.asked.user()))
                                .count()
                        < userLimit;
    }

    /** All that run, and those that wait and may start, by the order. */
    List<ClusterJob> roll() {
        List<ClusterJob> roll = new ArrayList<>();
        jobs.stream().filter(ClusterJob::runs).forEach(roll::add);
        roll.addAll(queue());
        roll.sort(byOrder());
        return roll;
    }

    /** Those that wait and may start, by the order. */
    List<ClusterJob> queue() {
        List<ClusterJob> queue = new ArrayList<>();
        jobs.stream().filter(job -> job.waits() && eligible(job)).forEach(queue::add);
        queue.sort(byOrder());
        return queue;
    }

    private Comparator<ClusterJob> byOrder() {
        return Comparator.<ClusterJob>comparingDouble(job -> order.standing(job, this) + 0.0)
                .thenComparingInt(job -> job.index);
    }

    /** The first of all that wait and run, as far as there are nodes; others make way. */
    public static Pass rankAndFit(boolean skip) {
        return cluster -> cluster.choose(cluster.roll(), skip);
    }

    /** The first of some run, as far as there are nodes, and whoever else fits. */
    void choose(List<ClusterJob> ranked, boolean skip) {
        pick(ranked, skip);
        fillUp(queue(), skip);
    }

    /** The first of some run, as far as there are nodes. */
    void pick(List<ClusterJob> ranked, boolean skip) {
        List<ClusterJob> chosen = new ArrayList<>();
        List<ClusterJob> rejected = new ArrayList<>();
        int left = world.nodes();
        boolean isHeldUp = false;
        for (ClusterJob job : ranked) {
            boolean fits = job.nodes() <= left && !(job.waits() && isHeldUp);
            if (fits) {
                left -= job.nodes();
            }
            if (job.runs() && !fits) {
                rejected.add(job);
            } else if (job.waits() && fits) {
                chosen.add(job);
            } else if (job.waits() && !skip) {
                isHeldUp = true;
            }
        }
        for (ClusterJob job : chosen) {
            while (eligible(job) && job.nodes() > free() && !rejected.isEmpty()) {
                preempt(rejected.remove(rejected.size() - 1));
            }
            if (eligible(job) && job.nodes() <= free()) {
                start(job);
            }
        }
    }

    /** Whoever else of some fits. */
    void fillUp(List<ClusterJob> some, boolean skip) {
        for (ClusterJob job : some) {
            boolean may = job.waits() && eligible(job);
            if (may && job.nodes() <= free()) {
                start(job);
            } else if (may && !skip) {
                return;
            }
        }
    }
}
