package dandori.reference;

import dandori.job.Job;
import dandori.machine.Outage;
import dandori.machine.Slowdown;
import java.util.List;

/**
 * Everything that a run depends on but its {@link Setting}.
 *
 * @param nodes the machine
 * @param jobs in the order of the input
 * @param outages planned losses of nodes
 * @param slowdowns when its clock is lower
 */
public record World(int nodes, List<Job> jobs, List<Outage> outages, List<Slowdown> slowdowns) {

    /** A machine whose clock never changes. */
    public World(int nodes, List<Job> jobs, List<Outage> outages) {
        this(nodes, jobs, outages, List.of());
    }

    /** A machine that just runs. */
    public World(int nodes, List<Job> jobs) {
        this(nodes, jobs, List.of());
    }

    /** The longest time limit of all, in milliseconds; 0 if there are no jobs. */
    public long longestWalltimeMillis() {
        return jobs.stream().mapToLong(Job::walltimeMillis).max().orElse(0);
    }

    /** The same without the job at a place. */
    World without(int place) {
        List<Job> fewer = new java.util.ArrayList<>(jobs);
        fewer.remove(place);
        return new World(nodes, fewer, outages, slowdowns);
    }

    /**
     * How long a job stays on its nodes that starts at an instant: millisecond by millisecond, each
     * of which does some tenths of its work.
     *
     * @param job the job
     * @param limit when it is ended, in milliseconds from its start
     */
    long stayMillis(Job job, long startMillis, long limit) {
        long leftTenths = 10 * job.runMillis();
        long at = 0;
        while (at < limit && leftTenths > 0) {
            long tenths = 10;
            for (Slowdown one : slowdowns) {
                boolean isOn = one.isOn(startMillis + at);
                tenths = isOn ? Math.min(tenths, Math.round(10 * one.speed())) : tenths;
            }
            leftTenths -= tenths;
            at++;
        }
        return at;
    }

    /** The world as a listing of a line a job. */
    String listing() {
        StringBuilder text =
                new StringBuilder("%d nodes %s %s%n".formatted(nodes, outages, slowdowns));
        for (Job job : jobs) {
            text.append(
                    "  job %d at %d: %d nodes, limit %d, run %d%s%n"
                            .formatted(
                                    job.id(),
                                    job.submitMillis(),
                                    job.nodes(),
                                    job.walltimeMillis(),
                                    job.runMillis(),
                                    job.user().isEmpty()
                                            ? ""
                                            : ", user %s %s"
                                                    .formatted(job.user(), job.organization())));
        }
        return text.toString();
    }
}
