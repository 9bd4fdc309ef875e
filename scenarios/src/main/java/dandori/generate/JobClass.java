package dandori.generate;

/**
 * Jobs of like size in an archetype, and how they run and end.
 *
 * <p>Those that overrun would run twice as long as their time limit; what they run counts, so the
 * limit is then the drawn run time rounded up.
 *
 * @param share of the archetype's jobs; above 0
 * @param sizes how many nodes they ask for
 * @param runTimes how long they run
 * @param cancelled share that is ended by its users at the run time
 * @param overrun share that is ended at its time limit
 */
record JobClass(double share, Sizes sizes, Quantiles runTimes, double cancelled, double overrun) {

    /** A class of sizes whose logarithm is spread out evenly; half are powers of two. */
    static JobClass of(double share, int min, int max, Quantiles runTimes) {
        return new JobClass(share, new Sizes(min, max, 0.5, 1), runTimes, 0, 0);
    }

    /** The same class, of which these shares end otherwise than by themselves. */
    JobClass ending(double byUser, double atLimit) {
        return new JobClass(share, sizes, runTimes, byUser, atLimit);
    }

    /** The same class without jobs of more nodes than {@code most}, which is at least its min. */
    JobClass upTo(int most) {
        Sizes cut =
                new Sizes(
                        sizes.min(),
                        Math.min(sizes.max(), most),
                        sizes.powersOfTwo(),
                        sizes.skew());
        return new JobClass(share, cut, runTimes, cancelled, overrun);
    }

    /** The same class with another share. */
    JobClass with(double otherShare) {
        return new JobClass(otherShare, sizes, runTimes, cancelled, overrun);
    }

    /** The mean of nodes times executed milliseconds, from the rules that draw. */
    double meanArea() {
        double executed = runTimes.mean(millis -> millis);
        double atLimit = overrun > 0 ? runTimes.mean(Walltimes::roundedUp) : 0;
        return sizes.mean() * ((1 - overrun) * executed + overrun * atLimit);
    }
}
