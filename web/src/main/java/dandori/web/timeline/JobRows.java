package dandori.web.timeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of jobs one by one, for who asks more of them than a picture: a row is a stay of a job.
 * Times are in the unit of the jobs.
 */
public final class JobRows {

    private final Jobs jobs;

    /** The rows of some jobs. */
    public JobRows(Jobs jobs) {
        this.jobs = jobs;
    }

    /** How many rows there are. */
    public int count() {
        return jobs.rows;
    }

    /** Whether a row took time on a machine, which is named by its place among the machines. */
    public boolean hasRunOn(int machine, int row) {
        return jobs.columns.machines[row] == machine
                && jobs.columns.starts[row] != Jobs.NEVER
                && start(row) < end(row);
    }

    /** When a row that took time began. */
    public int start(int row) {
        return jobs.columns.starts[row];
    }

    /** When it ended, or the run if that was before. */
    public int end(int row) {
        return jobs.end(row);
    }

    /** How many units it had. */
    public int nodes(int row) {
        return jobs.columns.nodes[row];
    }

    /**
     * First and count of the ranges of nodes that it held, from the place {@code i} of 0 … n − 1.
     */
    public int first(int row, int i) {
        return jobs.packed[jobs.sets[row] + 1 + 2 * i];
    }

    /** How many nodes its i-th range has. */
    public int length(int row, int i) {
        return jobs.packed[jobs.sets[row] + 2 + 2 * i];
    }

    /** How many ranges it held. */
    public int ranges(int row) {
        return jobs.packed[jobs.sets[row]];
    }

    /** A row described, with all of its ranges or with none. */
    public Map<String, @Nullable Object> tree(int row, boolean withRanges) {
        return withRanges ? JobTree.of(jobs, row) : JobTree.of(jobs, row, List.of());
    }

    /** A time in seconds as one of rows, rounded down; those beyond all as the last. */
    public int time(double seconds) {
        double units = Math.floor(jobs.units(seconds));
        return (int) Math.max(Jobs.NEVER + 1, Math.min(Jobs.OPEN - 1, units));
    }

    /** A time of rows in seconds. */
    public double seconds(int time) {
        return jobs.seconds(time);
    }
}
