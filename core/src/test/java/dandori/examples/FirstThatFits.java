package dandori.examples;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.state.Situation;

/**
 * Backfill without a reservation: whoever fits starts, in the order of the queue. Nodes are never
 * kept free for a large job, so it may wait for ever.
 */
public final class FirstThatFits implements Backfill {

    @Override
    public void fill(Situation now, Actions act) {
        var queue = now.queue();
        for (int job = queue.first(); job >= 0; job = queue.next(job)) {
            act.tryStart(job);
        }
    }
}
