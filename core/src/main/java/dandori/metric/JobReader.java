package dandori.metric;

/**
 * Reads what became of the jobs of a run, one after the other. Where the source {@linkplain
 * dandori.job.JobSource#recyclesRows recycles rows}, each as soon as it has left, in the order in
 * which they leave, and those who never do when the run is over; so a run is summed up and written
 * out as it goes. {@link dandori.job.Jobs#sequence} tells in which order they came.
 */
@FunctionalInterface
public interface JobReader {

    /**
     * Reads a job, whose row is its own until this returns.
     *
     * @param job its row
     * @param log the log of the run as it stands
     */
    void read(int job, JobLog log);
}
