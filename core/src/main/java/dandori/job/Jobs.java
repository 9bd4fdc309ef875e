package dandori.job;

/**
 * What may be known about the jobs of a workload before they have run: the view that policies get.
 *
 * <p>A job is an {@code int} row, from 0 to {@link #count()} - 1. A row may be used again once its
 * job has left the system and has been written down; {@link #sequence} never is, so ties are broken
 * by it. The true run time is not here (see {@link JobSource}).
 */
public interface Jobs {

    /** The number of rows. */
    int count();

    /**
     * The job's place in the input, counted from 0 in order of submission; unique over the whole
     * run.
     */
    long sequence(int job);

    /** The job's number in its trace; unique in most traces, but not promised to be. */
    long id(int job);

    /** When the job was submitted, in milliseconds since the origin. */
    long submitMillis(int job);

    /** How many of the machine's units of allocation the job asks for; at least 1. */
    int nodes(int job);

    /** The time limit that the user asked for, in milliseconds; at least 0. */
    long walltimeMillis(int job);

    /**
     * How long the job waited according to the log that it is from, in milliseconds, or -1 where
     * that is not known; for the {@code as-logged} baseline alone.
     */
    long loggedWaitMillis(int job);

    /** The index of the job's user in {@link Workload#users()}, or -1 if it is not known. */
    int user(int job);

    /**
     * The index of the job's organization in {@link Workload#organizations()}, or -1 if it is not
     * known.
     */
    int organization(int job);

    /**
     * The index of the job's partition in {@link Workload#partitions()}, or -1 if it is not known.
     */
    int partition(int job);

    /** Whether any job may ask for a {@linkplain Request#minimumMillis minimum} run time. */
    default boolean mayAskForMinimum() {
        return true;
    }

    /** Whether the job can run on other numbers of nodes: by default as its request says. */
    default Elasticity elasticity(int job) {
        return request(job).elasticity();
    }

    /**
     * When the job should start at the latest, in milliseconds since the origin, so that what it is
     * part of is done by its deadline if nothing goes wrong from then on; {@link Long#MAX_VALUE},
     * the default, where there is no deadline. It may change while the job waits.
     */
    default long latestStartMillis(int job) {
        return Long.MAX_VALUE;
    }

    /**
     * How long the job, and what follows it, would still take at its present size if nothing went
     * wrong, in milliseconds; -1, the default, where nobody can know more than its time limit.
     */
    default long leftMillis(int job, long nowMillis) {
        return -1;
    }

    /** What the job asks for beyond nodes and time; {@link Request#PLAIN} if nothing. */
    Request request(int job);
}
