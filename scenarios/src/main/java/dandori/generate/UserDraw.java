package dandori.generate;

import dandori.job.WorkloadBuilder;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws the users of an organization's jobs. */
final class UserDraw {

    private final Users users;
    private final NamedUsers named;
    private final UniformRandomProvider random;

    UserDraw(int count, Demand demand, WorkloadBuilder jobs) {
        users = new Users(count);
        named = NamedUsers.of(count, demand.organization(), jobs);
        random = demand.random("users");
    }

    /** The next job's user: his index in the workload. */
    int next() {
        return named.index(users.pick(random.nextDouble()));
    }
}
