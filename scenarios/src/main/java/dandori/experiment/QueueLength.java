package dandori.experiment;

import dandori.job.JobState;
import dandori.metric.JobLog;
import dandori.metric.Window;

/** How many jobs wait, averaged over equal parts of a window. Cost: O(jobs + parts). */
final class QueueLength {

    private final double fromMillis;
    private final double partMillis;
    private final double[] whole; // change of the number of jobs that wait all through a part
    private final double[] waited; // job time waited in parts that are not waited through

    private QueueLength(Window window, int parts) {
        fromMillis = window.fromMillis();
        partMillis = window.lengthMillis() / (double) parts;
        whole = new double[parts + 1];
        waited = new double[parts];
    }

    /** The averages; zeros for an empty window. */
    static double[] of(JobLog log, Window window, int parts) {
        QueueLength length = new QueueLength(window, parts);
        for (int job = 0; job < log.jobs().count() && length.partMillis > 0; job++) {
            JobState state = log.state(job);
            if (state != JobState.REJECTED && state != JobState.UNBORN) {
                long submit = log.jobs().submitMillis(job);
                length.add(
                        Math.max(submit, window.fromMillis()),
                        Math.min(submit + log.waitMillis(job), window.toMillis()));
            }
        }
        return length.averages();
    }

    private void add(long beganMillis, long endedMillis) {
        if (endedMillis <= beganMillis) {
            return;
        }
        double began = (beganMillis - fromMillis) / partMillis;
        double ended = (endedMillis - fromMillis) / partMillis;
        int first = Math.min((int) began, waited.length - 1);
        int last = Math.min((int) ended, waited.length - 1);
        if (first == last) {
            waited[first] += ended - began;
            return;
        }
        waited[first] += first + 1 - began;
        waited[last] += ended - last;
        whole[first + 1]++;
        whole[last]--;
    }

    private double[] averages() {
        double[] averages = new double[waited.length];
        double through = 0;
        for (int part = 0; part < averages.length; part++) {
            through += whole[part];
            averages[part] = through + waited[part];
        }
        return averages;
    }
}
