package dandori.sim;

/** Holds the runs of a trial to the same mean wait. */
final class SameWait {

    private double meanWaitSeconds = Double.NaN;

    /** The mean wait of a run, which must be that of the run before. */
    double check(double wait) {
        if (!Double.isNaN(meanWaitSeconds) && wait != meanWaitSeconds) {
            throw new IllegalStateException(
                    "Waits of %s, then of %s.".formatted(meanWaitSeconds, wait));
        }
        meanWaitSeconds = wait;
        return wait;
    }
}
