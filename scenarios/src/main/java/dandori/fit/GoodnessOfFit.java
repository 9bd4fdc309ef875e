package dandori.fit;

import dandori.job.Jobs;
import dandori.job.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Drawn jobs beside the log that their model was fitted to.
 *
 * @param marginals each property by itself
 * @param dependences properties with each other, and with themselves some jobs later
 */
public record GoodnessOfFit(List<Marginal> marginals, List<Dependence> dependences) {

    /** How many jobs there must be on both sides. */
    public static final int LEAST_JOBS = 3;

    private static final int[] LAGS = {1, 10, 100};

    /** Copies the lists. */
    public GoodnessOfFit {
        marginals = List.copyOf(marginals);
        dependences = List.copyOf(dependences);
    }

    /** What is looked at of one side; times in seconds. */
    @SuppressWarnings("ArrayRecordComponent") // never changed, and never compared
    private record Columns(double[] size, double[] run, double[] limit, double[] gap) {

        static Columns of(Workload workload) {
            Jobs jobs = workload.jobs();
            return new Columns(
                    column(0, workload, jobs::nodes),
                    column(0, workload, job -> workload.runMillis(job) / 1e3),
                    column(0, workload, job -> jobs.walltimeMillis(job) / 1e3),
                    column(
                            1,
                            workload,
                            job -> (jobs.submitMillis(job) - jobs.submitMillis(job - 1)) / 1e3));
        }

        private static double[] column(int from, Workload jobs, IntToDoubleFunction value) {
            return IntStream.range(from, jobs.count()).mapToDouble(value).toArray();
        }
    }

    /**
     * Compares. Cost: O(n log n) for n jobs.
     *
     * @param hasLimits whether time limits are compared too
     * @throws IllegalArgumentException if either has fewer than {@link #LEAST_JOBS} jobs
     */
    public static GoodnessOfFit of(Workload log, Workload drawn, boolean hasLimits) {
        if (Math.min(log.count(), drawn.count()) < LEAST_JOBS) {
            throw new IllegalArgumentException(
                    "There must be %d jobs at least, but there are %d and %d."
                            .formatted(LEAST_JOBS, log.count(), drawn.count()));
        }
        Columns its = Columns.of(log);
        Columns ours = Columns.of(drawn);
        List<Marginal> marginals = new ArrayList<>();
        marginals.add(marginal("size", "", its.size, ours.size));
        marginals.add(marginal("run time", "s", its.run, ours.run));
        if (hasLimits) {
            marginals.add(marginal("time limit", "s", its.limit, ours.limit));
        }
        marginals.add(marginal("gap", "s", its.gap, ours.gap));
        List<Dependence> dependences = new ArrayList<>();
        dependences.add(
                new Dependence(
                        "size, run time",
                        0,
                        correlation(its.size, its.run),
                        correlation(ours.size, ours.run)));
        if (hasLimits) {
            dependences.add(
                    new Dependence(
                            "run time, time limit",
                            0,
                            correlation(its.run, its.limit),
                            correlation(ours.run, ours.limit)));
        }
        for (int lag : LAGS) {
            dependences.add(later("gap", its.gap, ours.gap, lag));
        }
        for (int lag : LAGS) {
            dependences.add(later("run time", its.run, ours.run, lag));
        }
        return new GoodnessOfFit(marginals, dependences);
    }

    /** The worst judgement of all. */
    public Fit fit() {
        return Stream.concat(
                        marginals.stream().map(Marginal::fit),
                        dependences.stream().map(Dependence::fit))
                .reduce(Fit.UNKNOWN, Fit::orWorse);
    }

    private static Marginal marginal(String name, String unit, double[] log, double[] drawn) {
        double n = log.length;
        double m = drawn.length;
        return new Marginal(
                name,
                unit,
                log.length,
                drawn.length,
                new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(log, drawn),
                1.358 * StrictMath.sqrt((n + m) / (n * m)),
                median(log),
                median(drawn),
                Arrays.stream(log).sum() / n,
                Arrays.stream(drawn).sum() / m);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    private static Dependence later(String name, double[] log, double[] drawn, int lag) {
        return new Dependence(name + ", lag " + lag, lag, later(log, lag), later(drawn, lag));
    }

    private static double later(double[] values, int lag) {
        return values.length < lag + LEAST_JOBS
                ? Double.NaN
                : correlation(
                        Arrays.copyOf(values, values.length - lag),
                        Arrays.copyOfRange(values, lag, values.length));
    }

    private static double correlation(double[] x, double[] y) {
        return new SpearmansCorrelation().correlation(x, y);
    }
}
