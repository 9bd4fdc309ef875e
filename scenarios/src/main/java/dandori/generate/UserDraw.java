package dandori.generate;

import dandori.job.WorkloadBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

    /** The names of so many users of an organization. */
    static List<String> names(int count, String organization) {
        return IntStream.range(0, count).mapToObj(user -> name(user, organization)).toList();
    }

    private static String name(int user, String organization) {
        return organization + "-u" + (user + 1);
    }

    /** The next job's user: his index in the workload. */
    int next() {
        int user = users.pick(random.nextDouble());
        if (indices[user] < 0) {
            indices[user] = jobs.user(name(user, organization));
        }
        return indices[user];
    }
}
