package dandori.generate;

import dandori.engine.Durations;
import dandori.job.DowneySpeedup;
import dandori.policy.spi.Options;

/**
 * How jobs of Downey's model are drawn, and what they come to on average.
 *
 * @param most the largest size
 * @param leastWork the least node time on one node, in seconds
 * @param mostWork the most
 * @param leastSigma the least variance of parallelism
 * @param mostSigma the most
 */
record DowneyJobs(
        int most, double leastWork, double mostWork, double leastSigma, double mostSigma) {

    private static final int POINTS = 1_000; // of the parallelism
    private static final int SIGMAS = 50;
    private static final int SECONDS = 1_000; // up to which rounding is exact

    static DowneyJobs of(Options options, int machineNodes) {
        return new DowneyJobs(
                Math.min(options.count("nodes.max"), machineNodes),
                (double) options.millis("work.least") / Durations.SECOND_MILLIS,
                (double) options.millis("work.most") / Durations.SECOND_MILLIS,
                options.number("sigma.least"),
                options.number("sigma.most"));
    }

    /** A job's average parallelism; u uniform in [0, 1). */
    double parallelism(double u) {
        return StrictMath.exp(u * StrictMath.log(most));
    }

    /** Its variance; u uniform in [0, 1). */
    double sigma(double u) {
        return leastSigma + u * (mostSigma - leastSigma);
    }

    /** Its work in node-seconds; u uniform in [0, 1). */
    double workSeconds(double u) {
        return leastWork * StrictMath.exp(u * StrictMath.log(mostWork / leastWork));
    }

    /** The size that a job of such parallelism asks for. */
    static int nodes(double parallelism) {
        return (int) Math.round(parallelism);
    }

    /** How long a job runs on the size that it asks for, in milliseconds and whole seconds. */
    static long runMillis(double workSeconds, double parallelism, double sigma) {
        double speed = DowneySpeedup.overOne(nodes(parallelism), parallelism, sigma);
        return Math.max(1, Math.round(workSeconds / speed)) * Durations.SECOND_MILLIS;
    }

    /** On which sizes a job can run, and how fast. */
    DowneySpeedup elasticity(double parallelism, double sigma) {
        double full = Math.ceil(DowneySpeedup.saturation(parallelism, sigma));
        int largest = (int) Math.min(most, Math.max(nodes(parallelism), full));
        return new DowneySpeedup(1, largest, parallelism, sigma);
    }

    /** The mean work in node-seconds. */
    double meanWorkSeconds() {
        return mostWork > leastWork
                ? (mostWork - leastWork) / StrictMath.log(mostWork / leastWork)
                : leastWork;
    }

    /** The mean size, by the midpoint rule over 1,000 quantiles. */
    double meanNodes() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += nodes(parallelism((i + 0.5) / POINTS));
        }
        return sum / POINTS;
    }

    /**
     * The mean node time of a job on the size that it asks for, in node-seconds, by the midpoint
     * rule over 1,000 quantiles of the parallelism and 50 of its variance.
     */
    double meanAreaSeconds() {
        double[] logs = new double[SECONDS + 1]; // sums of the logarithms of 1.5, 2.5 and so on
        for (int second = 2; second <= SECONDS; second++) {
            logs[second] = logs[second - 1] + StrictMath.log(second - 0.5);
        }
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double a = parallelism((i + 0.5) / POINTS);
            for (int j = 0; j < SIGMAS; j++) {
                double speed = DowneySpeedup.overOne(nodes(a), a, sigma((j + 0.5) / SIGMAS));
                sum += nodes(a) * meanRunSeconds(leastWork / speed, mostWork / speed, logs);
            }
        }
        return sum / POINTS / SIGMAS;
    }

    /**
     * The mean of max(1, round(x)) where the logarithm of x is uniform between two bounds: 1 and
     * the chance of each later second, P(x ≥ k - 0.5). Beyond 1,000 s these are not summed but
     * integrated, which is at most 0.05 % off.
     */
    private static double meanRunSeconds(double least, double most, double[] logs) {
        if (!(most > least)) {
            return Math.max(1, Math.round(least));
        }
        double width = StrictMath.log(most / least);
        int sure = secondsUpTo(least);
        int possible = secondsUpTo(most);
        double between = (possible - sure) * StrictMath.log(most) - (logs[possible] - logs[sure]);
        double mean = sure + between / width;
        if (most > SECONDS) {
            double from = Math.max(SECONDS, least);
            mean += from - SECONDS;
            mean += (most - from - from * StrictMath.log(most / from)) / width;
        }
        return mean;
    }

    /** The last second, of 1,000, to which so long a time is rounded; at least 1. */
    private static int secondsUpTo(double seconds) {
        return (int) Math.max(1, Math.min(SECONDS, Math.floor(seconds + 0.5)));
    }
}
