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
 * partition, QOS, association and TRES, each from 0 to 1, less the nice value, cut to a whole
 * number of at least 1.
 *
 * <p>Age is the wait at the beginning of the present period, / {@code maxAge}, at most 1. Fair
 * share is that of Fair Tree, or the classic one. Job size is the job's nodes / the pool's, or,
 * with {@code favorSmall}, what they leave over. What a site gives its jobs beside ({@link
 * SiteFactors}) has Slurm's defaults unless it is given: every partition has the factor 1, every
 * QOS and association 0, every job the nice value 0. A site factor is a nice value with the other
 * sign.
 *
 * <p>Slurm's documentation, {@code priority_multifactor.html}; {@code priority_multifactor.c}.
 *
 * @param weights of the factors; all 0, Slurm's default, is first come, first served
 * @param rule how usage is remembered
 * @param maxAgeMillis the wait at which the age factor is 1; at least 1
 * @param favorSmall whether small jobs have the large size factors
 * @param isClassic whether fair share is classic ({@code NO_FAIR_TREE})
 * @param codeTies whether Fair Tree ties as in Slurm's code
 * @param given what a site gives its jobs
 */
public record Multifactor(
        Weights weights,
        UsageRule rule,
        long maxAgeMillis,
        boolean favorSmall,
        boolean isClassic,
        boolean codeTies,
        SiteFactors given)
        implements Order {

    /**
     * What the factors weigh; at least 0 each.
     *
     * @param age of the wait
     * @param fairshare of the fair share
     * @param jobSize of the nodes asked for
     * @param partition of the partition
     * @param qos of the quality of service
     * @param association of the association: of the user, or the organization
     * @param tres of resources
     */
    public record Weights(
            double age,
            double fairshare,
            double jobSize,
            double partition,
            double qos,
            double association,
            TresWeights tres) {

        /** Associations and resources weigh nothing. */
        public Weights(double age, double fairshare, double jobSize, double partition, double qos) {
            this(age, fairshare, jobSize, partition, qos, 0, TresWeights.NONE);
        }
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
                SiteFactors.NONE);
    }

    /** The same with what a site gives its jobs. */
    public Multifactor given(SiteFactors other) {
        return new Multifactor(weights, rule, maxAgeMillis, favorSmall, isClassic, codeTies, other);
    }

    @Override
    public double score(int job, Situation now) {
        throw Unset.order("multifactor");
    }

    @Override
    public Order forRun(Setting setting) {
        return new InRun(setting, this);
    }

    private static final class InRun extends Standings {

        private final Multifactor order;
        private final Weights weights;
        private final SiteFactors given;
        private final TresFactors tres;
        private final int poolNodes;
        private final FairTree ranks;
        private final ClassicShares shares;

        InRun(Setting setting, Multifactor order) {
            super(setting, order.rule);
            this.order = order;
            weights = order.weights;
            given = order.given.forRun(setting);
            tres = new TresFactors(weights.tres(), setting);
            poolNodes = setting.pool().nodes();
            ranks = new FairTree(tree, usage, order.codeTies);
            shares = new ClassicShares(tree, usage);
        }

        @Override
        void take() {
            if (!order.isClassic && weights.fairshare() > 0) {
                ranks.rank();
            }
        }

        /** The priority of a job in Slurm, a whole number from 1 to 2^32 - 1, negated. */
        @Override
        double score(int job, int user, long lookMillis, Situation now) {
            double waited = Math.max(0, lookMillis - now.jobs().submitMillis(job));
            double size = (double) now.nodesNeeded(job) / poolNodes;
            double sized = Math.max(0, Math.min(1, order.favorSmall ? 1 - size : size));
            double sum =
                    weights.age() * Math.min(1, waited / order.maxAgeMillis)
                            + weights.fairshare() * fairshare(user)
                            + weights.jobSize() * sized
                            + site(job, now);
            return -Math.floor(Math.max(1, Math.min(LARGEST, sum)));
        }

        private double site(int job, Situation now) {
            double sum =
                    weights.partition() * given.partition().of(job, now)
                            + weights.qos() * given.qos().of(job, now)
                            + weights.association() * given.association().of(job, now)
                            - given.nice().of(job, now);
            return tres.isEmpty ? sum : sum + tres.of(job, now);
        }

        private double fairshare(int user) {
            if (weights.fairshare() == 0) {
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
                    "largest weighted sum of age, fair share, size and what a site gives.",
                    "Slurm's priority/multifactor");
        }

        @Override
        public List<Option> options() {
            List<Option> options = new ArrayList<>();
            options.add(weight("age", "the wait / maxAge, at most 1"));
            options.add(weight("fairshare", "the user's fair share, from 0 to 1"));
            options.add(weight("jobSize", "the nodes asked for / those of the pool"));
            options.add(weight("partition", "the partition's factor / the largest"));
            options.add(weight("qos", "the quality of service's factor / the largest"));
            options.add(weight("association", "the user's or organization's factor / the largest"));
            options.add(weight("nodes", "the nodes asked for / those of the partition"));
            options.add(weight("accelerators", "those used / those of the partition"));
            options.add(weight("memory", "the memory used / that of the partition"));
            options.add(weight("power", "the power drawn / that of the partition"));
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
            Weights weights =
                    new Weights(
                            options.number("weights.age"),
                            options.number("weights.fairshare"),
                            options.number("weights.jobSize"),
                            options.number("weights.partition"),
                            options.number("weights.qos"),
                            options.number("weights.association"),
                            new TresWeights(
                                    options.number("weights.nodes"),
                                    options.number("weights.accelerators"),
                                    options.number("weights.memory"),
                                    options.number("weights.power")));
            return new Multifactor(
                    weights,
                    UsageRule.of(options),
                    options.millis("maxAge"),
                    options.flag("favorSmall"),
                    options.flag("classic"),
                    options.flag("codeTies"),
                    SiteFactors.NONE);
        }
    }
}
