package dandori.sim;

import dandori.metric.Observer;
import dandori.metric.Recorder;
import dandori.state.Situation;
import java.util.Arrays;

/**
 * All observers of a run as one: its own recorder, called without a detour since every run has it,
 * then those of others.
 */
final class Observers implements Observer {

    private final Recorder recorder;
    private Observer[] all = new Observer[0];

    Observers(Recorder recorder) {
        this.recorder = recorder;
    }

    void add(Observer observer) {
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = observer;
    }

    @Override
    public void jobSubmitted(int job, Situation now) {
        recorder.jobSubmitted(job, now);
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
        recorder.jobWithdrawn(job, now);
        for (Observer one : all) {
            one.jobWithdrawn(job, now);
        }
    }

    @Override
    public void jobStarted(int job, Situation now) {
        recorder.jobStarted(job, now);
        for (Observer one : all) {
            one.jobStarted(job, now);
        }
    }

    @Override
    public void jobEnded(int job, Situation now) {
        recorder.jobEnded(job, now);
        for (Observer one : all) {
            one.jobEnded(job, now);
        }
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        recorder.jobRequeued(job, now);
        for (Observer one : all) {
            one.jobRequeued(job, now);
        }
    }

    @Override
    public void jobResizing(int job, Situation now) {
        recorder.jobResizing(job, now);
        for (Observer one : all) {
            one.jobResizing(job, now);
        }
    }

    @Override
    public void jobResized(int job, Situation now) {
        recorder.jobResized(job, now);
        for (Observer one : all) {
            one.jobResized(job, now);
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
        recorder.passEnded(now);
        for (Observer one : all) {
            one.passEnded(now);
        }
    }
}
