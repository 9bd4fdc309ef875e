package dandori.sim;

import dandori.state.Situation;
import java.util.List;

/** Sends each job to a pool, once, when it is submitted. */
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
}
