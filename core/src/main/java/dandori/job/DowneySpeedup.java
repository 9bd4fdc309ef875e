package dandori.job;

/**
 * Downey's model of speed-up: a job whose parallelism is {@code parallelism} on average and varies
 * by {@code sigma} about it.
 *
 * <p>Downey, "A model for speedup of parallel programs", UCB/CSD-97-933, 1997, and "A parallel
 * workload model and its implications for processor allocation", HPDC 1997. With σ up to 1 the
 * parallelism is A but for a time in which it lies anywhere up to 2A - 1; with larger σ there is a
 * serial part, and more nodes help up to A + Aσ - σ of them.
 *
 * @param leastNodes the smallest size; at least 1
 * @param mostNodes the largest size; at least the smallest
 * @param parallelism A, the average, at least 1: the largest speed-up
 * @param sigma σ, at least 0: 0 is linear up to A
 */
public record DowneySpeedup(int leastNodes, int mostNodes, double parallelism, double sigma)
        implements Elasticity {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if they are out of range
     */
    public DowneySpeedup {
        if (leastNodes < 1 || mostNodes < leastNodes || !(parallelism >= 1 && sigma >= 0)) {
            throw new IllegalArgumentException(
                    "A job cannot run on from %d to %d nodes with parallelism %s and sigma %s."
                            .formatted(leastNodes, mostNodes, parallelism, sigma));
        }
    }

    /** So many nodes, and no more, make a job as fast as it can be; at least 1. */
    public static double saturation(double parallelism, double sigma) {
        return sigma <= 1
                ? sigma == 0 ? parallelism : 2 * parallelism - 1
                : parallelism + parallelism * sigma - sigma;
    }

    /** How many times as fast a job is on n nodes, at least 1, as on one. */
    public static double overOne(double n, double parallelism, double sigma) {
        double a = parallelism;
        if (sigma > 1) {
            return n >= saturation(a, sigma) ? a : n * a * (sigma + 1) / (sigma * (n + a - 1) + a);
        }
        if (n <= a) {
            return a * n / (a + sigma / 2 * (n - 1));
        }
        return n >= 2 * a - 1 ? a : a * n / (sigma * (a - 0.5) + n * (1 - sigma / 2));
    }

    @Override
    public double speedup(int nodes) {
        return overOne(nodes, parallelism, sigma) / overOne(leastNodes, parallelism, sigma);
    }
}
