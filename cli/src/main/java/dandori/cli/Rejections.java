package dandori.cli;

import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.sim.Outcome;

/**
 * Why jobs of the window were rejected.
 *
 * @param tooLarge how many ask for more than the machine has
 * @param unfitting how many others there are: of a size, time or shape that no resource group
 *     takes, or of a shape that fits nowhere
 */
record Rejections(int tooLarge, int unfitting) {

    /** Those of a run on one machine. */
    static Rejections of(Machine machine, Outcome outcome) {
        JobLog log = outcome.log();
        Jobs jobs = log.jobs();
        int tooLarge = 0;
        int unfitting = 0;
        for (int job = 0; job < jobs.count(); job++) {
            if (log.state(job) == JobState.REJECTED
                    && outcome.window().contains(jobs.submitMillis(job))) {
                boolean isTooLarge = jobs.nodes(job) > machine.nodes();
                tooLarge += isTooLarge ? 1 : 0;
                unfitting += isTooLarge ? 0 : 1;
            }
        }
        return new Rejections(tooLarge, unfitting);
    }
}
