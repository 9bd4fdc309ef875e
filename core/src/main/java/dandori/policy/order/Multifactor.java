package dandori.policy.order;

import dandori.engine.Durations;
import dandori.policy.Order;
import dandori.policy.Setting;
import dandori.policy.share.ClassicShares;
import dandori.policy.share.FairTree;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;

/**
 * Slurm's multifactor priority: largest weighted sum of the factors age, fair share, job size,
 * partition and QOS, each from 0 to 1, cut to a whole number of at least 1.
 *
 * <p>Age is the wait at the beginning of the present period, / {@code maxAge}, at most 1. Fair
 * share is that of Fair Tree, or the classic one. Job size is the job's nodes / the pool's, or,
 * with {@code favorSmall}, what they leave over. Partition and QOS are given by functions; in
 * scenario files there are none, since every partition has the factor 1 and every QOS 0 unless a
 * site says otherwise. The factors of associations, sites and TRES, and nice values, are 0.
 *
 * <p>Slurm's documentation, {@code priority_multifactor.html}; {@code priority_multifactor.c}.
 *
 * @param weights of the factors; all 0, Slurm's default, is first come, first served
 * @param rule how usage is remembered
 * @param maxAgeMillis the wait at which the age factor is 1; at least 1
 * @param favorSmall whether small jobs have the large size factors
 * @param isClassic whether fair share is classic ({@code NO_FAIR_TREE})
 * @param codeTies whether Fair Tree ties as in Slurm's code
 * @param partition the partition factor of a job
 * @param qos the QOS factor of a job
 */
public record Multifactor(
        Weights weights,
        UsageRule rule,
        long maxAgeMillis,
        boolean favorSmall,
        boolean isClassic,
        boolean codeTies,
        Factor partition,
        Factor qos)
        implements Order {

    /**
     * What the factors weigh; at least 0 each.
     *
     * @param age of the wait
     * @param fairshare of the fair share
     * @param jobSize of the nodes asked for
     * @param partition of the partition
     * @param qos of the quality of service
     */
    public record Weights(
            double age, double fairshare, double jobSize, double partition, double qos) {}

    /** A factor that a site gives its jobs. */
    @FunctionalInterface
    public interface Factor {

        /** From 0 to 1. */
        double of(int job, Situation now);
    }

    /** The largest priority: that of 32 bits. */
    private static final double LARGEST = 4_294_967_295.0;

    /** Checks the age. */
    public Multifactor {
        if (maxAgeMillis < 1) {
            throw new IllegalArgumentException(
                    "maxAge (%d ms) must be at least 1 ms.".formatted(maxAgeMillis));
        }
    }

    /** Slurm's defaults with these weights. */
    public static Multifactor of(Weights weights) {
        return new Multifactor(
                weights,
                UsageRule.SLURM,
                7 * Durations.DAY_MILLIS,
                false,
                false,
                false,
                (job, now) -> 1,
                (job, now) -> 0);
    }

    @Override
    public double score(int job, Situation now) {
        throw Unset.order("multifactor");
    }

    @Override
    public Order forRun(Setting setting) {
        return new InRun(setting, this);
    }

    /** The priority of a job in Slurm, a whole number from 1 to 2^32 - 1. */
    double priority(int job, double fairshare, long lookMillis, Situation now) {
        double waited = Math.max(0, lookMillis - now.jobs().submitMillis(job));
        double size = (double) now.nodesNeeded(job) / now.pool().nodes();
        double sum =
                weights.age() * Math.min(1, waited / maxAgeMillis)
                        + weights.fairshare() * fairshare
                        + weights.jobSize() * Math.max(0, Math.min(1, favorSmall ? 1 - size : size))
                        + weights.partition() * partition.of(job, now)
                        + weights.qos() * qos.of(job, now);
        return Math.floor(Math.max(1, Math.min(LARGEST, sum)));
    }

    private static final class InRun extends Standings {

        private final Multifactor order;
        private final FairTree ranks;
        private final ClassicShares shares;

        InRun(Setting setting, Multifactor order) {
            super(setting, order.rule);
            this.order = order;
            ranks = new FairTree(tree, usage, order.codeTies);
            shares = new ClassicShares(tree, usage);
        }

        @Override
        void take() {
            if (!order.isClassic && order.weights.fairshare() > 0) {
                ranks.rank();
            }
        }

        @Override
        double score(int job, int user, long lookMillis, Situation now) {
            return -order.priority(job, fairshare(user), lookMillis, now);
        }

        private double fairshare(int user) {
            if (order.weights.fairshare() == 0) {
                return 0;
            }
            return order.isClassic ? shares.factor(user) : ranks.factor(user);
        }
    }

    /** Makes the order known as {@code multifactor}. */
    public static final class Provider extends NamedPart<Order> {

        /** For the service loader. */
        public Provider() {
            super(
                    Order.class,
                    "multifactor",
                    "largest weighted sum of age, fair share and size.",
                    "Slurm's priority/multifactor");
        }

        @Override
        public List<Option> options() {
            List<Option> options = new ArrayList<>();
            options.add(weight("age", "the wait / maxAge, at most 1"));
            options.add(weight("fairshare", "the user's fair share, from 0 to 1"));
            options.add(weight("jobSize", "the nodes asked for / those of the pool"));
            options.add(
                    Option.duration("maxAge", "7d")
                            .positive()
                            .says("After so long a wait counts no more."));
            options.add(
                    Option.flag("favorSmall", "false")
                            .says("Size counts for small jobs instead of large ones."));
            options.add(
                    Option.flag("classic", "false")
                            .says("Fair share as in fair-share instead of fair-tree."));
            options.addAll(UsageRule.OPTIONS);
            options.add(FairTreeOrder.Provider.CODE_TIES);
            return options;
        }

        private static Option weight(String factor, String meaning) {
            return Option.number("weights." + factor, "0")
                    .atLeast(0)
                    .atMost(LARGEST)
                    .says("What counts as much: " + meaning + ".");
        }

        @Override
        public Order create(Options options) {
            Multifactor standard =
                    Multifactor.of(
                            new Weights(
                                    options.number("weights.age"),
                                    options.number("weights.fairshare"),
                                    options.number("weights.jobSize"),
                                    0,
                                    0));
            return new Multifactor(
                    standard.weights,
                    UsageRule.of(options),
                    options.millis("maxAge"),
                    options.flag("favorSmall"),
                    options.flag("classic"),
                    options.flag("codeTies"),
                    standard.partition,
                    standard.qos);
        }
    }
}
