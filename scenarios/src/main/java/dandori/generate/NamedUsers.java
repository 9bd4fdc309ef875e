package dandori.generate;

import dandori.job.WorkloadBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Users who are counted from 0, in a workload: each is named when he first has a job. */
public final class NamedUsers {

    private final int[] indices; // in the workload, by user; -1 until the user has a job
    private final IntFunction<String> name;
    private final WorkloadBuilder jobs;

    /**
     * So many users.
     *
     * @param name the name of each
     * @param jobs where they are named
     */
    public NamedUsers(int count, IntFunction<String> name, WorkloadBuilder jobs) {
        indices = new int[count];
        Arrays.fill(indices, -1);
        this.name = name;
        this.jobs = jobs;
    }

    /** So many users of an organization, called as {@link #names} says. */
    public static NamedUsers of(int count, String organization, WorkloadBuilder jobs) {
        return new NamedUsers(count, user -> name(user, organization), jobs);
    }

    /** The names of so many users of an organization. */
    public static List<String> names(int count, String organization) {
        return IntStream.range(0, count).mapToObj(user -> name(user, organization)).toList();
    }

    private static String name(int user, String organization) {
        return organization + "-u" + (user + 1);
    }

    /** The index of a user in the workload. */
    public int index(int user) {
        if (indices[user] < 0) {
            indices[user] = jobs.user(name.apply(user));
        }
        return indices[user];
    }
}
