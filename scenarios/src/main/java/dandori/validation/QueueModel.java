package dandori.validation;

import java.util.List;

/**
 * A queue of theory: jobs of one node come at random, as a Poisson process.
 *
 * @param servers the nodes of its machine, at least 1
 * @param load node time asked for over node time there is, above 0
 * @param service how long jobs run
 * @param order the order of the queue, by name
 * @param full what becomes of a job that meets no free node
 * @param jobs how many jobs come
 * @param skipped how many of the first are not counted
 * @param seeds a simulation for each
 */
public record QueueModel(
        int servers,
        double load,
        Service service,
        String order,
        Full full,
        int jobs,
        int skipped,
        List<Integer> seeds) {

    /** Keeps the seeds, and checks that some jobs are counted. */
    public QueueModel {
        seeds = List.copyOf(seeds);
        if (servers < 1 || !(load > 0) || skipped < 0 || skipped >= jobs) {
            throw new IllegalArgumentException(
                    "servers (%d) and load (%s) must be above 0, skipped (%d) from 0 and below jobs (%d)."
                            .formatted(servers, load, skipped, jobs));
        }
    }

    /** How long jobs run; the mean is the unit of time. */
    public enum Service {
        /** Exponentially distributed. */
        EXPONENTIAL,
        /** All alike. */
        FIXED
    }

    /** What becomes of a job that meets no free node. */
    public enum Full {
        /** It waits. */
        WAIT,
        /** It is refused, and lost. */
        REFUSE
    }
}
