package dandori.sim;

import dandori.state.Situation;
import java.util.List;

/**
 * Sends each job to a pool, once, when it is submitted. {@link RoutedSource} is the one that looks
 * for the best machine.
 */
@FunctionalInterface
public interface Routing {

    /** Everything goes to the first pool. */
    Routing FIRST = (job, pools) -> 0;

    /**
     * The index of the pool in which the job is to wait.
     *
     * @param job the job
     * @param pools all pools of all machines, in order
     */
    int pool(int job, List<? extends Situation> pools);

    /**
     * When a job that has just been sent to a pool is in the queue there, in milliseconds since the
     * origin: now, or later where it takes time to get there. It is waiting meanwhile.
     *
     * @param job the job, which has just been asked about
     * @param nowMillis now
     */
    default long arrivalMillis(int job, long nowMillis) {
        return nowMillis;
    }
}
