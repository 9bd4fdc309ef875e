package dandori.examples;

import dandori.policy.Actions;
import dandori.policy.Scheduler;
import dandori.state.Situation;

/**
 * A whole scheduler in a screenful: again and again, the largest waiting job that fits starts;
 * nobody holds anything.
 */
public final class LargestThatFits implements Scheduler {

    @Override
    public void schedule(Situation now, Actions act) {
        var queue = now.queue();
        var jobs = now.jobs();
        int largest;
        do {
            largest = -1;
            for (int job = queue.first(); job >= 0; job = queue.next(job)) {
                boolean fits = jobs.nodes(job) <= now.cluster().freeNodes();
                if (fits && (largest < 0 || jobs.nodes(job) > jobs.nodes(largest))) {
                    largest = job;
                }
            }
        } while (largest >= 0 && act.tryStart(largest).started());
    }
}
