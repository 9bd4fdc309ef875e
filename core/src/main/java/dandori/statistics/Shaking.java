package dandori.statistics;

import dandori.engine.RandomStreams;
import dandori.job.Dependencies;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Copies of a log in which jobs come a little earlier or later and run a little longer or shorter.
 * A log is one sample, and a change as small as this may move a mean far: what holds in one
 * schedule and not in its shaken copies is chance. Tsafrir, Ouaknine and Feitelson, MASCOTS 2007,
 * which shakes inputs and compares policies by many such runs.
 *
 * <p>Each submission moves by its own uniform draw of up to {@code submitMillis} either way, not
 * before the log's first; each run time is multiplied by its own uniform draw from 1 - {@code
 * runTime} to 1 + {@code runTime}, and stays within the time limit, or beyond it, where it was.
 * Jobs that ran to their limit keep their run time, since what ended them is the limit. That draws
 * are uniform and independent is assumed here. Intervals over copies say how much hangs on small
 * chances, not how another month would be.
 *
 * @param submitMillis how far a submission may move, at least 0
 * @param runTime by what part a run time may change, at least 0 and below 1
 */
public record Shaking(long submitMillis, double runTime) {

    /** Checks the numbers. */
    public Shaking {
        if (submitMillis < 0 || !(runTime >= 0 && runTime < 1)) {
            throw new IllegalArgumentException(
                    "submitMillis (%d) must be at least 0, runTime (%s) at least 0 and below 1."
                            .formatted(submitMillis, runTime));
        }
    }

    /**
     * A shaken copy, with jobs in order of their new submissions under their old numbers.
     *
     * @param log what is copied; no snapshot
     * @param streams where the draws come from
     * @param subject which log it is of those that are shaken from the same streams
     */
    public Workload of(Workload log, RandomStreams streams, long subject) {
        if (log.standing() != null) {
            throw new IllegalArgumentException("A snapshot cannot be shaken.");
        }
        UniformRandomProvider random = streams.stream("shake", subject);
        WorkloadBuilder copy = new WorkloadBuilder(log.name()).origin(log.origin());
        if (log.hasLoggedWaits()) {
            copy.keepLoggedWaits();
        }
        Jobs jobs = log.jobs();
        for (int job = 0; job < log.count(); job++) {
            double move = 2 * random.nextDouble() - 1; // both are drawn whether used or not
            double stretch = 2 * random.nextDouble() - 1;
            copy.addLike(
                    log,
                    job,
                    jobs.id(job),
                    Math.max(
                            jobs.submitMillis(0),
                            jobs.submitMillis(job) + Math.round(submitMillis * move)),
                    jobs.nodes(job),
                    runMillis(log, job, stretch),
                    log.userName(job));
        }
        Dependencies dependencies = log.dependencies();
        if (dependencies != null) {
            dependencies.copyTo(copy.dependencies(), IntStream.range(0, log.count()).toArray());
        }
        return copy.build();
    }

    private long runMillis(Workload log, int job, double stretch) {
        long logged = log.runMillis(job);
        long limit = log.jobs().walltimeMillis(job);
        long shaken = Math.max(0, Math.round(logged * (1 + runTime * stretch)));
        if (logged == limit) {
            return logged;
        }
        return logged < limit ? Math.min(shaken, limit) : Math.max(shaken, limit);
    }
}
