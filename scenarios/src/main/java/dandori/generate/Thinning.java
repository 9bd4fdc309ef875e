package dandori.generate;

import dandori.engine.Durations;
import dandori.job.Dependencies;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.List;
import java.util.Locale;

/**
 * Fewer small jobs that need the same node time: of the jobs of each small size every k-th is kept,
 * with k times its nodes. For machines on which small jobs are most of the jobs and little of the
 * work.
 *
 * <p>Why so: counting within each size keeps the node time more even than chance would, and wider
 * jobs keep the run times and limits by which jobs fit into gaps; longer ones instead shorten the
 * waits of the others more. The others wait 3 to 4 % less than before, the thinned ones longer:
 * docs/models/generator.md has what was measured. O(n).
 *
 * @param upTo jobs of at most so many nodes are thinned, at least 1
 * @param by how many of them one stands for, at least 2
 */
public record Thinning(int upTo, int by) {

    /** Checks the ranges. */
    public Thinning {
        if (upTo < 1 || by < 2) {
            throw new IllegalArgumentException(
                    "upTo (%d) must be at least 1 and by (%d) at least 2.".formatted(upTo, by));
        }
    }

    /**
     * The jobs with the small ones thinned; numbers and the other columns are kept. So is who waits
     * for whom, but for jobs that are left out: nobody waits for these any more.
     */
    public Workload of(Workload all) {
        Jobs jobs = all.jobs();
        WorkloadBuilder kept = new WorkloadBuilder(all.name()).origin(all.origin());
        if (all.hasLoggedWaits()) {
            kept.keepLoggedWaits();
        }
        int[] placeOf = new int[all.count()]; // among those kept, -1: left out
        int[] seen = new int[upTo + 1]; // by size
        for (int job = 0; job < all.count(); job++) {
            int nodes = jobs.nodes(job);
            boolean isSmall = nodes <= upTo;
            if (isSmall && seen[nodes]++ % by != by / 2) {
                placeOf[job] = -1;
                continue;
            }
            placeOf[job] = kept.count();
            kept.addLike(
                    all,
                    job,
                    jobs.id(job),
                    jobs.submitMillis(job),
                    isSmall ? Math.multiplyExact(nodes, by) : nodes,
                    all.runMillis(job),
                    all.userName(job));
        }
        Dependencies dependencies = all.dependencies();
        if (dependencies != null) {
            dependencies.copyTo(kept.dependencies(), placeOf);
        }
        return kept.build();
    }

    /** How many jobs there were and are, and their node hours. */
    public List<Figure> figures(Workload all, Workload thinned) {
        int left = thinned.count();
        return List.of(
                new Figure(
                        String.format(
                                Locale.ROOT,
                                "jobs, thinned 1:%d up to %,d node%s",
                                by,
                                upTo,
                                upTo == 1 ? "" : "s"),
                        all.count() - small(all) * (1 - 1.0 / by),
                        left),
                new Figure("node hours, thinned", nodeHours(all), nodeHours(thinned)));
    }

    /** How many jobs are thinned, before they are. */
    private double small(Workload all) {
        int small = 0;
        for (int job = 0; job < all.count(); job++) {
            small += all.jobs().nodes(job) <= upTo ? 1 : 0;
        }
        return small;
    }

    private static double nodeHours(Workload workload) {
        double sum = 0;
        for (int job = 0; job < workload.count(); job++) {
            double executed =
                    Math.min(workload.runMillis(job), workload.jobs().walltimeMillis(job));
            sum += workload.jobs().nodes(job) * executed;
        }
        return sum / Durations.HOUR_MILLIS;
    }
}
