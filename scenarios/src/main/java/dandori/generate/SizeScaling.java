package dandori.generate;

import dandori.job.Dependencies;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.stream.IntStream;

/**
 * The jobs of a log for a machine of another size: each asks for so many times its nodes, and stays
 * of its kind. Jobs of one node stay so, powers of two stay powers of two, others are rounded.
 *
 * <p>What rounding takes from one job it gives to the next of its kind and size, so that the nodes
 * of each kind add up to {@code factor} times theirs. Jobs of one node keep theirs, and no other
 * job falls below two: with a larger factor the part of the smallest in the load falls behind, with
 * one below 1 it grows. docs/models/scaling.md says what else changes. O(n).
 *
 * @param factor by how much sizes are multiplied, above 0
 */
public record SizeScaling(double factor) {

    private static final double NONE = 1;

    /** Checks the range. */
    public SizeScaling {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("factor (%s) must be above 0.".formatted(factor));
        }
    }

    /** The jobs with other sizes; all other columns are kept. */
    public Workload of(Workload log) {
        if (factor == NONE) {
            return log;
        }
        Jobs jobs = log.jobs();
        WorkloadBuilder scaled = new WorkloadBuilder(log.name()).origin(log.origin());
        if (log.hasLoggedWaits()) {
            scaled.keepLoggedWaits();
        }
        double[] owed = new double[Integer.SIZE]; // nodes, by power of two; others at 0
        for (int job = 0; job < log.count(); job++) {
            scaled.addLike(
                    log,
                    job,
                    jobs.id(job),
                    jobs.submitMillis(job),
                    nodes(jobs.nodes(job), owed),
                    log.runMillis(job),
                    log.userName(job));
        }
        Dependencies dependencies = log.dependencies();
        if (dependencies != null) {
            dependencies.copyTo(scaled.dependencies(), IntStream.range(0, log.count()).toArray());
        }
        return scaled.build();
    }

    private int nodes(int nodes, double[] owed) {
        if (nodes == 1) {
            return 1;
        }
        boolean isPower = Integer.bitCount(nodes) == 1;
        int kind = isPower ? Integer.numberOfTrailingZeros(nodes) : 0;
        double wanted = nodes * factor + owed[kind];
        int given = isPower ? power(nodes * factor, wanted) : whole(wanted);
        double most = isPower ? given / 2.0 : 0.5; // what rounding alone can take
        owed[kind] = Math.max(-most, Math.min(most, wanted - given));
        return given;
    }

    private static int whole(double wanted) {
        return (int) Math.max(2, Math.min(Integer.MAX_VALUE, Math.rint(wanted)));
    }

    /** One of the two powers of two about a size: that which is nearer to what is owed. */
    private static int power(double size, double wanted) {
        int exponent = Math.min(29, Math.max(1, Math.getExponent(size)));
        int lower = 1 << exponent;
        return lower == size || wanted - lower <= 2.0 * lower - wanted ? lower : 2 * lower;
    }
}
