package dandori.policy.limit;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.state.Situation;

/**
 * Two admissions at once: a job may start if both let it.
 *
 * @param first asked first
 * @param second asked if the first has nothing against it
 */
public record Both(Admission first, Admission second) implements Admission {

    /** Both of two, or one if the other lets everybody. */
    public static Admission of(Admission first, Admission second) {
        if (first == OPEN || second == OPEN) {
            return first == OPEN ? second : first;
        }
        return new Both(first, second);
    }

    @Override
    public Verdict admit(int job, Situation now) {
        Verdict verdict = first.admit(job, now);
        return verdict == Verdict.ELIGIBLE ? second.admit(job, now) : verdict;
    }

    @Override
    public String heldBy(int job, Situation now) {
        return (first.admit(job, now) == Verdict.ELIGIBLE ? second : first).heldBy(job, now);
    }

    @Override
    public boolean mayEver(int job, Situation now) {
        return first.mayEver(job, now) && second.mayEver(job, now);
    }

    @Override
    public void recall(Recall recall, Situation now) {
        first.recall(recall, now);
        second.recall(recall, now);
    }

    @Override
    public Admission forRun(Setting setting) {
        return of(first.forRun(setting), second.forRun(setting));
    }

    @Override
    public long nextChangeMillis(Situation now) {
        return Math.min(first.nextChangeMillis(now), second.nextChangeMillis(now));
    }

    @Override
    public void jobQueued(int job, Situation now) {
        first.jobQueued(job, now);
        second.jobQueued(job, now);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        first.jobWithdrawn(job, now);
        second.jobWithdrawn(job, now);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        first.jobStarted(job, now);
        second.jobStarted(job, now);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        first.jobEnded(job, now);
        second.jobEnded(job, now);
    }
}
