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

    /** The mean node time of a job on the size that it asks for over its work. */
    double meanOverhead() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double a = parallelism((i + 0.5) / POINTS);
            for (int j = 0; j < SIGMAS; j++) {
                sum += nodes(a) / DowneySpeedup.overOne(nodes(a), a, sigma((j + 0.5) / SIGMAS));
            }
        }
        return sum / POINTS / SIGMAS;
    }
}
