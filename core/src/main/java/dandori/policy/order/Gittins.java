package dandori.policy.order;

import dandori.engine.Durations;
import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.List;

/**
 * Largest Gittins index first: who, for the service that it has had, is likeliest to end within the
 * next {@code delta} of it, for what that would cost, judged by the jobs that have ended. Nobody
 * need know how long a job runs, but how long jobs ran.
 *
 * <p>Of the N services that are known, let those from the i-th on (counted from 0) be more than
 * what the job has had, and those from the k-th on more than that and {@code delta}. The index is
 * (k - i) / (the sum of the i-th to the last before the k-th, + delta · (N - k)): as in the
 * simulator of the paper, which does not take off what the job has had from that sum. It is 0 for
 * who has had more than anybody, and while nothing is known; ties go by submission.
 *
 * <p>Gu et al., "Tiresias", NSDI 2019, section 3.3 (2D-Gittins), and its simulator (commit 959f9b0,
 * {@code gittins_sim_jobs}), where the services of all jobs are known beforehand. Here those of the
 * jobs that have ended in the run, and any that are given. There the index is looked up in a table,
 * at an accelerator second before the next known service instead of what the job has had, and
 * nobody is within reach of the longest; here the formula is taken at what the job has had.
 *
 * <p>Cost: O(log N) a score, O(N) for a job that ends; a pass every {@code period} while anybody
 * waits.
 *
 * @param delta the step of service, in accelerator seconds
 * @param perNode how many accelerators a node counts for
 * @param periodMillis at whose multiples indices are looked at though nothing has happened
 * @param known services of jobs that ended before the run, in accelerator seconds
 */
public record Gittins(double delta, double perNode, long periodMillis, List<Double> known)
        implements Order {

    /** The step and the period of the paper's simulator: 3,250; nothing is known beforehand. */
    public static final Gittins TIRESIAS =
            new Gittins(3_250, 1, 3_250 * Durations.SECOND_MILLIS, List.of());

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not above 0
     */
    public Gittins {
        known = List.copyOf(known);
        if (!(delta > 0) || !(perNode > 0) || periodMillis < 1) {
            throw new IllegalArgumentException(
                    "delta (%s), perNode (%s) and period (%d ms) must be above 0."
                            .formatted(delta, perNode, periodMillis));
        }
    }

    @Override
    public double score(int job, Situation now) {
        throw Unset.order("gittins");
    }

    @Override
    public Order forRun(Setting setting) {
        return new InRun(this);
    }

    /** Node milliseconds of a service in accelerator seconds. */
    private long nodeMillis(double service) {
        return (long) Math.ceil(service / perNode * Durations.SECOND_MILLIS);
    }

    private static final class InRun implements Order {

        private final long deltaMillis;
        private final long periodMillis;
        private final Stays stays = new Stays();
        private final Services services = new Services();

        InRun(Gittins rule) {
            deltaMillis = rule.nodeMillis(rule.delta);
            periodMillis = rule.periodMillis;
            rule.known.forEach(service -> services.add(rule.nodeMillis(service)));
        }

        @Override
        public double score(int job, Situation now) {
            return -services.index(stays.attainedMillis(job, now), deltaMillis);
        }

        @Override
        public long nextChangeMillis(Situation now) {
            return (Math.floorDiv(now.nowMillis(), periodMillis) + 1) * periodMillis;
        }

        @Override
        public void jobQueued(int job, Situation now) {
            if (stays.queued(job, now)) {
                services.remove(stays.attainedMillis(job, now)); // it has not ended after all
            }
        }

        @Override
        public void jobStarted(int job, Situation now) {
            stays.started(job, now);
        }

        @Override
        public void jobEnded(int job, Situation now) {
            stays.ended(job, now);
            services.add(stays.attainedMillis(job, now));
        }
    }

    /** Makes the order known as {@code gittins}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(
                    Order.class,
                    "gittins",
                    "who will likeliest end soon, for the nodes × time so far (Tiresias).",
                    "Gu et al. (Tiresias), NSDI 2019");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.number("delta", "3250")
                            .atLeast(0.001)
                            .says("The step of service, in accelerator seconds."),
                    Option.number("perNode", "1")
                            .atLeast(0.001)
                            .says("How many accelerators a node counts for."),
                    Option.duration("period", "3250s")
                            .positive()
                            .says(
                                    "How often indices are looked at though nothing has happened,"
                                            + " from time 0 on."));
        }

        @Override
        public Order create(Options options) {
            return new Gittins(
                    options.number("delta"),
                    options.number("perNode"),
                    options.millis("period"),
                    List.of());
        }
    }
}
