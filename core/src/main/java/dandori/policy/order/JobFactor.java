package dandori.policy.order;

import dandori.policy.Setting;
import dandori.state.Situation;

/** A number that a site gives its jobs. */
@FunctionalInterface
public interface JobFactor {

    /** The number of a job; it must not change while the job is there. */
    double of(int job, Situation now);

    /** The instance to be used in one run of one pool; one that knows no names returns itself. */
    default JobFactor forRun(Setting setting) {
        return this;
    }

    /** The same number for every job. */
    static JobFactor always(double value) {
        return (job, now) -> value;
    }
}
