package dandori.fit;

import dandori.engine.Durations;
import dandori.job.Jobs;
import dandori.job.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the {@link FittedModel} of a log.
 *
 * <p>The families are chosen for what logs have in common: few popular sizes, mostly powers of two,
 * and few popular time limits (Tsafrir, Etsion and Feitelson, JSSPP 2005); run times over many
 * orders of magnitude with several humps (Lublin and Feitelson, JPDC 63(11), 2003, take two gammas;
 * here three log-normals for each class of sizes); arrivals that follow the week and come in bursts
 * (three exponential phases, which last); users of unequal activity who repeat themselves.
 *
 * <p>Cost: O(n log n) for n jobs.
 */
public final class Fitting {

    private static final int PARTS = 3; // of run times and gaps
    private static final int POPULAR_SIZES = 64;
    private static final int POPULAR_LIMITS = 24;
    private static final int LIMIT_CLASSES = 24;
    private static final int HALVINGS = 4;
    private static final double LEAST_CLASS = 0.02; // of the jobs

    private Fitting() {}

    /**
     * The model of a log.
     *
     * @param machine how many units the log's machine has; 0: not known
     * @param hasLimits whether the log tells what users asked for; else its limits are not looked
     *     at
     * @throws IllegalArgumentException if there are fewer than 10 jobs, or none comes a second
     *     after the one before
     */
    public static FittedModel of(Workload log, int machine, boolean hasLimits) {
        Jobs jobs = log.jobs();
        int count = log.count();
        long span = count == 0 ? 0 : jobs.submitMillis(count - 1) - jobs.submitMillis(0);
        if (count < 10 || span < 1_000) {
            throw new IllegalArgumentException(
                    "There are too few jobs to fit anything to: %d.".formatted(count));
        }
        double[] sizes = column(count, jobs::nodes);
        double[] runs = column(count, job -> seconds(0.5, log.runMillis(job)));
        long[] submits = IntStream.range(0, count).mapToLong(jobs::submitMillis).toArray();
        WeekProfile week = WeekProfile.of(submits);
        double[] gaps =
                IntStream.range(1, count)
                        .filter(job -> submits[job] - submits[job - 1] >= 1_000)
                        .mapToDouble(job -> week.workingMillis(submits[job - 1], submits[job]))
                        .toArray();
        if (gaps.length == 0) {
            throw new IllegalArgumentException(
                    "No job comes a second after the one before: there are no gaps to fit to.");
        }
        List<LimitClass> limits =
                hasLimits
                        ? limits(runs, column(count, job -> seconds(1, jobs.walltimeMillis(job))))
                        : List.of();
        double days = (double) span / Durations.DAY_MILLIS;
        HyperExponential phases = HyperExponential.of(gaps, PARTS);
        return new FittedModel(
                FittedModel.oneLine(log.name()),
                machine == 0 ? 0 : Math.max(machine, (int) largest(sizes)),
                days,
                count / days,
                1 - gaps.length / (count - 1.0),
                phases,
                Bursts.samePhase(gaps, phases),
                week,
                PopularValues.of(sizes, POPULAR_SIZES),
                runTimes(sizes, runs),
                limits,
                Habits.of(log));
    }

    private static double seconds(double least, long millis) {
        return Math.min(ModelSections.LONGEST_SECONDS, Math.max(least, millis / 1e3));
    }

    private static double largest(double[] sizes) {
        return Arrays.stream(sizes).max().orElseThrow();
    }

    private static double[] column(int count, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }

    /** Classes that end at powers of two, or later, where they would be too small. */
    private static List<SizeClass> runTimes(double[] sizes, double[] runs) {
        List<SizeClass> classes = new ArrayList<>();
        double largest = largest(sizes);
        double after = 0;
        for (double upTo = 1; after < largest; upTo *= 2) {
            double from = after;
            double to = upTo;
            long larger = Arrays.stream(sizes).filter(size -> size > to).count();
            boolean isLast = larger < LEAST_CLASS * sizes.length;
            double[] its =
                    IntStream.range(0, sizes.length)
                            .filter(i -> sizes[i] > from && (isLast || sizes[i] <= to))
                            .mapToDouble(i -> runs[i])
                            .toArray();
            if (its.length >= LEAST_CLASS * sizes.length || isLast && its.length > 0) {
                after = isLast ? largest : upTo;
                classes.add(new SizeClass((int) after, LogNormals.of(its, PARTS)));
            } else if (isLast) {
                SizeClass last = classes.remove(classes.size() - 1);
                classes.add(new SizeClass((int) largest, last.runSeconds()));
                after = largest;
            }
        }
        return classes;
    }

    /** Classes of equally many jobs, or nearly so, the last of which is halved some times. */
    private static List<LimitClass> limits(double[] runs, double[] limits) {
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        List<LimitClass> classes = new ArrayList<>();
        double after = -1;
        for (int i = 1; i <= LIMIT_CLASSES + HALVINGS; i++) {
            double above = StrictMath.scalb(1.0, -Math.max(0, i - LIMIT_CLASSES + 1));
            double below =
                    i < LIMIT_CLASSES
                            ? (double) i / LIMIT_CLASSES
                            : i < LIMIT_CLASSES + HALVINGS ? 1 - above / LIMIT_CLASSES : 1;
            double from = after;
            double to = sorted[(int) (below * (runs.length - 1))];
            double[] its =
                    IntStream.range(0, runs.length)
                            .filter(job -> runs[job] > from && runs[job] <= to)
                            .mapToDouble(job -> StrictMath.rint(limits[job]))
                            .toArray();
            if (its.length > 0) {
                classes.add(new LimitClass(to, PopularValues.of(its, POPULAR_LIMITS)));
                after = to;
            }
        }
        return classes;
    }
}
