package dandori.job;

/**
 * Where a run takes its jobs from: the next arrival, and the truth about run times.
 *
 * <p>{@link Workload#source()} is the plain case, a cursor over known arrivals. A source that
 * reacts (users who think before they submit again, jobs that depend on others) may learn of new
 * arrivals in {@link #jobEnded}; they must not lie before the instant at which it is told.
 */
public interface JobSource {

    /** What policies may know of the jobs. */
    Jobs jobs();

    /**
     * How long the job would run if nothing stopped it, in milliseconds; for the simulation only.
     */
    long runMillis(int job);

    /**
     * The instant of the next arrival in milliseconds since the origin, or {@link Long#MAX_VALUE}
     * if none is known.
     */
    long nextSubmitMillis();

    /**
     * Takes the next arrival: its row. Only to be called when {@link #nextSubmitMillis()} names an
     * instant.
     */
    int next();

    /** Says that a job has left the system, so that the source may submit others. */
    default void jobEnded(int job, long nowMillis) {}
}
