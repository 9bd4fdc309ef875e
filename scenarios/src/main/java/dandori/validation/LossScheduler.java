package dandori.validation;

import dandori.policy.Actions;
import dandori.policy.Scheduler;
import dandori.state.Situation;

/** Nobody waits: who meets no free node is refused, as callers were by the exchanges of 1917. */
final class LossScheduler implements Scheduler {

    @Override
    public void schedule(Situation now, Actions act) {
        for (int job = now.queue().first(); job >= 0; job = now.queue().first()) {
            if (!act.tryStart(job).started()) {
                act.reject(job);
            }
        }
    }
}
