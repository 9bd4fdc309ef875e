package dandori.generate;

import dandori.engine.Durations;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.List;
import java.util.Optional;

/**
 * How many users submit a stream: so many, or as many as its jobs need, so that more load is more
 * users and not busier ones.
 */
final class Population {

    private static final int MOST = 1_000_000;

    private Population() {}

    /** The options, with this number of users by default. */
    static List<Option> options(String users) {
        return List.of(
                Option.count("users", users)
                        .positive()
                        .atMost(MOST)
                        .says("How many users there are; the k-th submits in proportion to 1/k."),
                Option.number("jobsPerUser", "0")
                        .atLeast(0)
                        .atMost(1e9)
                        .says(
                                "Jobs a day of each user on average: there are then as many users"
                                        + " as the load needs, whatever `users` says. 0: as many as"
                                        + " `users` says."));
    }

    /** How many users submit so many jobs. */
    static int count(Options options, double expectedJobs, Demand demand) {
        double perUser = options.number("jobsPerUser");
        if (perUser == 0) {
            return options.count("users");
        }
        double days = (double) demand.lengthMillis() / Durations.DAY_MILLIS;
        return (int) Math.max(1, Math.min(MOST, Math.round(expectedJobs / days / perUser)));
    }

    /** Their names; empty if their number follows from the load. */
    static Optional<List<String>> names(Options options, String organization) {
        return options.number("jobsPerUser") == 0
                ? Optional.of(NamedUsers.names(options.count("users"), organization))
                : Optional.empty();
    }
}
