package dandori.fit;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What a job that {@link FittedDraw} draws comes to on average.
 *
 * <p>A user's first job has a run time of its class of sizes, and a time limit of the class of that
 * run time. Who asks for the same again has another run time of both classes within the limit or,
 * if 50 draws bring none, that of before. The means are summed over points: 32 in a standard
 * deviation of each log-normal, 16 time limits for each, 65,536 sizes. Cost: some hundredths of a
 * second.
 *
 * @param nodes how many units it asks for
 * @param runSeconds how long it runs
 * @param area units times seconds
 */
record MeanJob(double nodes, double runSeconds, double area) {

    private static final int SIZES = 1 << 16;
    private static final int LIMITS = 16;

    /**
     * That of a model.
     *
     * @param processorsPerNode how many of the model's units make one that is asked for; rounded up
     */
    static MeanJob of(FittedModel model, int processorsPerNode) {
        double[] runs =
                model.runTimes().stream()
                        .mapToDouble(its -> runSeconds(model, its.runSeconds()))
                        .toArray();
        double nodes = 0;
        double run = 0;
        double area = 0;
        for (int i = 0; i < SIZES; i++) {
            int size = (int) model.sizes().draw((i + 0.5) / SIZES, 1);
            int asked = FittedGenerator.nodes(size, processorsPerNode);
            double its = runs[model.sizeClass(size)];
            nodes += asked;
            run += its;
            area += asked * its;
        }
        return new MeanJob(nodes / SIZES, run / SIZES, area / SIZES);
    }

    /** The mean run time of the jobs of one class of sizes. */
    private static double runSeconds(FittedModel model, LogNormals distribution) {
        LogNormals.Point[] points = distribution.points();
        Arrays.sort(points, Comparator.comparingDouble(LogNormals.Point::value));
        double[] runs = new double[points.length];
        double[] mass = new double[points.length + 1]; // of the points before
        double[] sum = new double[points.length + 1];
        for (int i = 0; i < points.length; i++) {
            runs[i] = model.wholeSeconds(points[i].value());
            mass[i + 1] = mass[i] + points[i].weight();
            sum[i + 1] = sum[i] + points[i].weight() * runs[i];
        }
        if (model.limits().isEmpty()) {
            return sum[points.length] / mass[points.length];
        }
        double mean = 0;
        int from = 0;
        while (from < points.length) {
            int place = model.limitClass(runs[from]);
            int to = from;
            while (to < points.length && model.limitClass(runs[to]) == place) {
                to++;
            }
            PopularValues limits = model.limits().get(place).limitSeconds();
            for (int i = from; i < to; i++) {
                double its = 0;
                for (int k = 0; k < LIMITS; k++) {
                    double limit = limits.draw((k + 0.5) / LIMITS, runs[i]);
                    double first = Math.min(runs[i], limit);
                    int within = countUpTo(runs, from, to, limit);
                    its += mean(model.habits().sameJob(), first, mass, sum, from, within);
                }
                mean += points[i].weight() * its / LIMITS;
            }
            from = to;
        }
        return mean / mass[points.length];
    }

    /** The mean of first jobs and of those that ask for the same again. */
    private static double mean(
            double sameJob, double first, double[] mass, double[] sum, int from, int to) {
        double within = mass[to] - mass[from];
        if (!(within > 0)) {
            return first;
        }
        double again = (sum[to] - sum[from]) / within;
        double none = StrictMath.pow(Math.max(0, 1 - within), FittedDraw.TRIES);
        return (1 - sameJob) * first + sameJob * ((1 - none) * again + none * first);
    }

    /** The first place after those up to a value, in a part that rises. */
    private static int countUpTo(double[] rising, int from, int to, double value) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
