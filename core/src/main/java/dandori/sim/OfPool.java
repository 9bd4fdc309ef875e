package dandori.sim;

import dandori.metric.Observer;
import dandori.state.Situation;

/** Passes on what happens in one pool. */
record OfPool(Situation pool, Observer observer) implements Observer {

    @Override
    public void jobSubmitted(int job, Situation now) {
        if (now == pool) {
            observer.jobSubmitted(job, now);
        }
    }

    @Override
    public void jobRejected(int job, Situation now) {
        if (now == pool) {
            observer.jobRejected(job, now);
        }
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        if (now == pool) {
            observer.jobWithdrawn(job, now);
        }
    }

    @Override
    public void jobStarted(int job, Situation now) {
        if (now == pool) {
            observer.jobStarted(job, now);
        }
    }

    @Override
    public void jobEnded(int job, Situation now) {
        if (now == pool) {
            observer.jobEnded(job, now);
        }
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        if (now == pool) {
            observer.jobRequeued(job, now);
        }
    }

    @Override
    public void jobResizing(int job, Situation now) {
        if (now == pool) {
            observer.jobResizing(job, now);
        }
    }

    @Override
    public void jobResized(int job, Situation now) {
        if (now == pool) {
            observer.jobResized(job, now);
        }
    }

    @Override
    public void capacityChanged(Situation now) {
        if (now == pool) {
            observer.capacityChanged(now);
        }
    }

    @Override
    public void passEnded(Situation now) {
        if (now == pool) {
            observer.passEnded(now);
        }
    }
}
