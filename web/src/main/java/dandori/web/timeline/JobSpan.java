package dandori.web.timeline;

import java.util.List;

/**
 * What rows of jobs come to.
 *
 * @param jobs how many jobs they are
 * @param unitMillis the unit of times
 * @param fromMillis the first submission
 * @param toMillis the last thing that happened
 * @param hasPlaces by machine, whether a job said on which nodes it was
 * @param leastNodes by machine, the highest node that was named plus one, or the largest job
 */
record JobSpan(
        int jobs,
        long unitMillis,
        long fromMillis,
        long toMillis,
        List<Boolean> hasPlaces,
        List<Integer> leastNodes) {}
