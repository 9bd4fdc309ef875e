package dandori.resample;

import dandori.generate.Figure;
import dandori.job.Workload;
import java.util.List;

/**
 * A workload that was made of the users of a log.
 *
 * @param workload its jobs, numbered from 1 in order of submission
 * @param figures what was to be expected, and what came out
 */
public record Resampled(Workload workload, List<Figure> figures) {

    /** Keeps the figures. */
    public Resampled {
        figures = List.copyOf(figures);
    }
}
