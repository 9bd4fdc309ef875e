package dandori.policy.order;

import dandori.policy.Order;

/** The orders, by the names of their ideas. */
public final class Orders {

    private Orders() {}

    /** First come, first served. */
    public static Order fcfs() {
        return new Fcfs();
    }

    /** Shortest estimate first. */
    public static Order shortestFirst() {
        return new ShortestFirst();
    }

    /** Longest estimate first. */
    public static Order longestFirst() {
        return new LongestFirst();
    }

    /** Smallest nodes × estimate first. */
    public static Order smallestAreaFirst() {
        return new SmallestAreaFirst();
    }

    /** Largest nodes × estimate first. */
    public static Order largestAreaFirst() {
        return new LargestAreaFirst();
    }

    /** Fewest nodes first. */
    public static Order fewestNodesFirst() {
        return new FewestNodesFirst();
    }

    /** Largest (wait + estimate) / estimate first. */
    public static Order largestExpansionFirst() {
        return new LargestExpansionFirst();
    }

    /** WFP3 (Tang et al., 2009). */
    public static Order wfp3() {
        return new Wfp3();
    }

    /** UNICEF (Tang et al., 2009). */
    public static Order unicef() {
        return new Unicef();
    }

    /** Fair Tree, with Slurm's defaults. */
    public static Order fairTree() {
        return new FairTreeOrder(UsageRule.SLURM, false);
    }

    /** Classic fair share with decay, with Slurm's defaults. */
    public static Order fairShare() {
        return new FairShare(UsageRule.SLURM);
    }

    /** Slurm's multifactor priority, with its defaults but for the weights. */
    public static Order multifactor(Multifactor.Weights weights) {
        return Multifactor.of(weights);
    }

    /** Least attained service, in queues (Tiresias), with its thresholds. */
    public static Order leastAttained() {
        return LeastAttained.TIRESIAS;
    }

    /** The Gittins index (Tiresias), with its step. */
    public static Order gittins() {
        return Gittins.TIRESIAS;
    }

    /** Shortest remaining time first. */
    public static Order shortestRemaining() {
        return new ShortestRemaining(false);
    }

    /** Smallest remaining time × nodes first. */
    public static Order smallestRemainingService() {
        return new ShortestRemaining(true);
    }

    /** Smallest predicted area first (Helios). */
    public static Order quasiShortest() {
        return new QuasiShortest();
    }

    /** Finish-time fairness (Themis), with its lease. */
    public static Order themis() {
        return Themis.OF_THE_PAPER;
    }

    /** Dominant resource fairness. */
    public static Order dominantShare() {
        return new DominantShare(false);
    }

    /** Hierarchical dominant resource fairness. */
    public static Order hierarchicalDominantShare() {
        return new DominantShare(true);
    }
}
