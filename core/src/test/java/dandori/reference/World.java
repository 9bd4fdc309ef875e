package dandori.reference;

import dandori.job.Job;
import dandori.machine.Outage;
import java.util.List;

/**
 * Everything that a run depends on but its {@link Setting}.
 *
 * @param nodes the machine
 * @param jobs in the order of the input
 * @param outages planned losses of nodes
 */
public record World(int nodes, List<Job> jobs, List<Outage> outages) {

    /** A machine that just runs. */
    public World(int nodes, List<Job> jobs) {
        this(nodes, jobs, List.of());
    }

    /** The same without the job at a place. */
    World without(int place) {
        List<Job> fewer = new java.util.ArrayList<>(jobs);
        fewer.remove(place);
        return new World(nodes, fewer, outages);
    }

    /** The world as a listing of a line a job. */
    String listing() {
        StringBuilder text = new StringBuilder("%d nodes %s%n".formatted(nodes, outages));
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
