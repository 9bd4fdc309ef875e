package dandori.policy.order;

import dandori.engine.Durations;
import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;

/**
 * Least attained service first, in steps: a job begins in the first queue and falls into the next
 * when its nodes × time reaches that queue's threshold. Discretized two-dimensional LAS. Nobody
 * need know how long jobs run.
 *
 * <p>Within a queue, those that have run in it come first, in the order in which they began to, and
 * then those that have not, in the order in which they came into it. With {@code promote} above 0,
 * a job that has waited since it first ran for {@code promote} times as long as it has run goes
 * back to the first queue, and both count from 0 again.
 *
 * <p>Gu et al., "Tiresias: A GPU Cluster Manager for Distributed Deep Learning", NSDI 2019, and its
 * simulator (commit 959f9b0, {@code dlas_sim_jobs}), with its thresholds as defaults. Users of the
 * policy differ in them: Lucid's Tiresias has one of 18,000, Pollux's one of 57,600.
 *
 * <p>Cost: O(1) a score; O(waiting + running) a pass where anybody waits, to tell what comes next.
 *
 * @param thresholds the service, in accelerator seconds, at which each queue is left; ascending
 * @param perNode how many accelerators a node counts for
 * @param promote how many times as long as it has run a job must wait to be promoted; 0 for never
 */
public record LeastAttained(List<Double> thresholds, double perNode, double promote)
        implements Order {

    /** Two thresholds of 3,250 and 7,200, as in the simulator of the paper; nobody is promoted. */
    public static final LeastAttained TIRESIAS = new LeastAttained(List.of(3_250.0, 7_200.0), 1, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if thresholds do not ascend from above 0, or a number is
     *     negative
     */
    public LeastAttained {
        thresholds = List.copyOf(thresholds);
        double last = 0;
        for (double threshold : thresholds) {
            if (!(threshold > last)) {
                throw new IllegalArgumentException(
                        "the thresholds of 'las' must ascend from above 0, but are %s.\nMaybe 0 for the first that is not wanted."
                                .formatted(thresholds));
            }
            last = threshold;
        }
        if (!(perNode > 0) || !(promote >= 0)) {
            throw new IllegalArgumentException(
                    "perNode (%s) must be above 0, promote (%s) at least 0."
                            .formatted(perNode, promote));
        }
    }

    @Override
    public double score(int job, Situation now) {
        throw Unset.order("las");
    }

    @Override
    public Drift drift() {
        return promote > 0 ? Drift.EVERY_PASS : Drift.NEVER;
    }

    @Override
    public Order forRun(Setting setting) {
        return new AttainedQueues(this);
    }

    /** The node milliseconds at which each queue is left. */
    long[] limitMillis() {
        long[] limits = new long[thresholds.size()];
        for (int queue = 0; queue < limits.length; queue++) {
            double seconds = thresholds.get(queue) / perNode;
            limits[queue] = Math.max(1, (long) Math.ceil(seconds * Durations.SECOND_MILLIS));
        }
        return limits;
    }

    /** Makes the order known as {@code las}. */
    public static final class Provider extends NamedPart<Order> {

        private static final int MOST = 4;

        /** For the service loader. */
        public Provider() {
            super(
                    Order.class,
                    "las",
                    "who has had least nodes × time so far, by queues (Tiresias).",
                    "Gu et al. (Tiresias), NSDI 2019");
        }

        @Override
        public List<Option> options() {
            List<Option> options = new ArrayList<>();
            String[] defaults = {"3250", "7200", "0", "0"};
            for (int queue = 1; queue <= MOST; queue++) {
                options.add(
                        Option.number("threshold" + queue, defaults[queue - 1])
                                .atLeast(0)
                                .says(
                                        "The accelerator seconds at which queue %d is left; 0: it is the last."
                                                .formatted(queue)));
            }
            options.add(
                    Option.number("perNode", "1")
                            .atLeast(0.001)
                            .says("How many accelerators a node counts for."));
            options.add(
                    Option.number("promote", "0")
                            .atLeast(0)
                            .says(
                                    "A job that has waited so many times as long as it has run goes"
                                            + " back to the first queue; 0: never."));
            return options;
        }

        @Override
        public Order create(Options options) {
            List<Double> thresholds = new ArrayList<>();
            for (int queue = 1; queue <= MOST; queue++) {
                double threshold = options.number("threshold" + queue);
                if (threshold == 0) {
                    break;
                }
                thresholds.add(threshold);
            }
            return new LeastAttained(
                    thresholds, options.number("perNode"), options.number("promote"));
        }
    }
}
