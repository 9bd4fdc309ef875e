package dandori.policy.order;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * Shortest remaining time first, or remaining time × nodes, by what the rules are told: of a job
 * that runs, its estimate less what it has run in this stay.
 *
 * <p>With exact estimates these are the oracles of the papers on training clusters. With requested
 * ones, what is left of a job that was preempted is what its preemption leaves of its walltime.
 *
 * @param countsNodes whether the remaining time is multiplied by the nodes ({@code srsf})
 */
public record ShortestRemaining(boolean countsNodes) implements Order {

    @Override
    public double score(int job, Situation now) {
        return standing(job, false, now);
    }

    @Override
    public double standing(int job, boolean runs, Situation now) {
        long run = runs ? now.nowMillis() - now.startMillis(job) : 0;
        double left = now.estimateMillis(job) - run;
        return countsNodes ? left * now.nodesNeeded(job) : left;
    }

    /** What is left of a job that waits does not change, and who runs only gets ahead. */
    @Override
    public Drift drift() {
        return Drift.NEVER;
    }

    /** Makes the order known as {@code srtf}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(Order.class, "srtf", "smallest e that is left.", "");
        }

        @Override
        public Order create(Options options) {
            return new ShortestRemaining(false);
        }
    }

    /** Makes the order known as {@code srsf}. */
    public static final class ServiceProvider extends NamedPart<Order> {

        /** For the service loader. */
        public ServiceProvider() {
            super(
                    Order.class,
                    "srsf",
                    "smallest e·n that is left.",
                    "Gu et al. (Tiresias), NSDI 2019");
        }

        @Override
        public Order create(Options options) {
            return new ShortestRemaining(true);
        }
    }
}
