package dandori.generate;

import dandori.job.WorkloadBuilder;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws the users of an organization's jobs, and names each when he first has one. */
final class UserDraw {

    private final Users users;
    private final int[] indices; // in the workload, by user; -1 until the user has a job
    private final String organization;
    private final WorkloadBuilder jobs;
    private final UniformRandomProvider random;

    UserDraw(int count, Demand demand, WorkloadBuilder jobs) {
        this.jobs = jobs;
        users = new Users(count);
        indices = new int[count];
        Arrays.fill(indices, -1);
        organization = demand.organization();
        random = demand.random("users");
    }

    /** The next job's user: his index in the workload. */
    int next() {
        int user = users.pick(random.nextDouble());
        if (indices[user] < 0) {
            indices[user] = jobs.user(organization + "-u" + (user + 1));
        }
        return indices[user];
    }
}
