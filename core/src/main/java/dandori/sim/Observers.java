package dandori.sim;

import dandori.metric.Observer;
import dandori.state.Situation;
import java.util.Arrays;

/** All observers of a run as one; a run without any pays for a loop over nothing. */
final class Observers implements Observer {

    private Observer[] all = new Observer[0];

    void add(Observer observer) {
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = observer;
    }

    @Override
    public void jobSubmitted(int job, Situation now) {
        for (Observer one : all) {
            one.jobSubmitted(job, now);
        }
    }

    @Override
    public void jobRejected(int job, Situation now) {
        for (Observer one : all) {
            one.jobRejected(job, now);
        }
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        for (Observer one : all) {
            one.jobWithdrawn(job, now);
        }
    }

    @Override
    public void jobStarted(int job, Situation now) {
        for (Observer one : all) {
            one.jobStarted(job, now);
        }
    }

    @Override
    public void jobEnded(int job, Situation now) {
        for (Observer one : all) {
            one.jobEnded(job, now);
        }
    }

    @Override
    public void capacityChanged(Situation now) {
        for (Observer one : all) {
            one.capacityChanged(now);
        }
    }

    @Override
    public void passEnded(Situation now) {
        for (Observer one : all) {
            one.passEnded(now);
        }
    }
}
