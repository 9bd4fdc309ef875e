package dandori.sim;

import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.state.JobQueue;
import dandori.state.RankedQueue;
import dandori.state.Situation;
import dandori.state.TournamentQueue;

/** In which form a pool keeps those who wait. */
final class QueueByOrder {

    private QueueByOrder() {}

    /** The queue that is quickest under an order; which it is changes nothing else. */
    static JobQueue of(Order order, Situation now) {
        int rows = now.jobs().count();
        boolean drifts = order.drift() != Drift.NEVER;
        return order.ranksUsers()
                ? new RankedQueue(
                        rows,
                        drifts,
                        job -> order.rankedUser(job, now),
                        user -> order.scoreOfUser(user, now))
                : new TournamentQueue(rows, drifts);
    }
}
