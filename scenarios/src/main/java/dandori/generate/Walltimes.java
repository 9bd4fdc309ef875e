package dandori.generate;

import dandori.policy.spi.Option;

/**
 * What users ask for: the run time times a random factor, rounded up to a time that people write.
 *
 * <p>The factor is uniform from 1 to 2 · {@code meanFactor} - 1. The times that people write are 5,
 * 10, 15, 20, 30, 45 min; 1, 2, 3, 4, 6, 8, 12, 18 h; then whole days. No job asks for less than it
 * runs, so none is killed, nor for more than the longest run time rounded up in the same way.
 *
 * @param meanFactor the mean of the factor, at least 1
 * @param longestMillis the longest run time
 * @param longestShare share of the jobs that ask for that, rounded up, whatever they run
 */
record Walltimes(double meanFactor, long longestMillis, double longestShare) {

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final int[] ROUND_MINUTES = {
        5, 10, 15, 20, 30, 45, 60, 120, 180, 240, 360, 480, 720, 1080
    };

    /** Nobody asks for the longest because it is the longest. */
    Walltimes(double meanFactor, long longestMillis) {
        this(meanFactor, longestMillis, 0);
    }

    /** The option of generators that says the mean factor. */
    static Option factorOption(String byDefault) {
        return Option.number("estimates.factor", byDefault)
                .atLeast(1)
                .atMost(1_000)
                .says(
                        "Time limits are the run time times a factor of this mean, uniform from 1"
                                + " up, and then rounded up to a time that people write.");
    }

    /** The time limit in milliseconds of a job that runs {@code runMillis}; u uniform in [0, 1). */
    long millis(long runMillis, double u) {
        if (u < longestShare) {
            return roundedUp(longestMillis);
        }
        double rest = longestShare > 0 ? (u - longestShare) / (1 - longestShare) : u;
        double factor = 1 + 2 * (meanFactor - 1) * rest;
        long wanted = (long) Math.min(runMillis * factor, Long.MAX_VALUE / 4.0);
        return roundedUp(Math.min(Math.max(wanted, runMillis), longestMillis));
    }

    /** The time rounded up to one that people write. */
    static long roundedUp(long millis) {
        for (int minutes : ROUND_MINUTES) {
            if (millis <= minutes * MINUTE) {
                return minutes * MINUTE;
            }
        }
        return (millis + DAY - 1) / DAY * DAY;
    }
}
