package dandori.generate;

import java.util.List;

/** Sums over jobs, drawn or expected, from which their moments come. */
final class Moments {

    private static final int SIZES = 100;
    private static final int RUN_TIMES = 1_000;

    private final List<Moment> moments;
    private final double[] some; // by moment: weight of the jobs that are meant
    private double jobs;
    private double nodes;
    private double area; // node-milliseconds

    Moments(List<Moment> moments) {
        this.moments = List.copyOf(moments);
        some = new double[moments.size()];
    }

    /**
     * What the rules lead to expect of one job: each class on a grid of 100 quantiles of the size
     * and 1,000 of the run time.
     */
    static Moments expected(List<JobClass> classes, List<Moment> moments) {
        Moments expected = new Moments(moments);
        for (JobClass one : classes) {
            long[] runMillis = new long[RUN_TIMES];
            for (int i = 0; i < RUN_TIMES; i++) {
                runMillis[i] = one.runTimes().millis((i + 0.5) / RUN_TIMES);
            }
            double powers = one.sizes().powersOfTwo();
            expected.addSizes((1 - powers) * one.share(), 1, one, runMillis);
            expected.addSizes(powers * one.share(), 0, one, runMillis);
        }
        return expected;
    }

    /** Adds jobs of a class: powers of two where v is 0, other sizes where it is 1. */
    private void addSizes(double weight, double v, JobClass of, long[] runMillis) {
        int like = 0; // quantiles before this one that have its size
        for (int i = 0; i < SIZES; i++) {
            int size = of.sizes().nodes((i + 0.5) / SIZES, v);
            like++;
            boolean isLast = i == SIZES - 1 || of.sizes().nodes((i + 1.5) / SIZES, v) != size;
            if (isLast) {
                addRunTimes(weight * like / SIZES, size, of, runMillis);
                like = 0;
            }
        }
    }

    private void addRunTimes(double weight, int size, JobClass of, long[] runMillis) {
        double each = weight / RUN_TIMES;
        for (long run : runMillis) {
            add(each * (1 - of.cancelled() - of.overrun()), size, run, false);
            add(each * of.cancelled(), size, run, true);
            add(each * of.overrun(), size, of.overrun() > 0 ? Walltimes.roundedUp(run) : 0, false);
        }
    }

    /** Adds jobs of one kind. */
    void add(double weight, int jobNodes, long executedMillis, boolean isCancelled) {
        if (weight == 0) {
            return;
        }
        double itsArea = weight * jobNodes * executedMillis;
        jobs += weight;
        nodes += weight * jobNodes;
        area += itsArea;
        for (int i = 0; i < some.length; i++) {
            Moment moment = moments.get(i);
            if (moment.some().holds(jobNodes, executedMillis, isCancelled)) {
                some[i] += moment.weighsNodeTime() ? itsArea : weight;
            }
        }
    }

    /** The weight of all jobs. */
    double jobs() {
        return jobs;
    }

    /** Node-milliseconds of all jobs. */
    double area() {
        return area;
    }

    /** The mean size, NaN if there are no jobs. */
    double meanNodes() {
        return nodes / jobs;
    }

    /** A moment, NaN if there are no jobs. */
    double share(int moment) {
        return some[moment] / (moments.get(moment).weighsNodeTime() ? area : jobs);
    }
}
