package dandori.job;

/**
 * Takes jobs one after the other, in any order of submission: into memory ({@link
 * WorkloadBuilder}), or on to where they are played or written.
 */
public interface JobSink {

    /** The index of a user's name, a new one if it has not been seen; -1 for the empty name. */
    int user(String name);

    /**
     * The index of an organization's name, a new one if it has not been seen; -1 for the empty
     * name.
     */
    int organization(String name);

    /**
     * The index of a partition's name, a new one if it has not been seen; -1 for the empty name.
     */
    int partition(String name);

    /**
     * Adds a job.
     *
     * @param id its number in the input
     * @param submitMillis when it is submitted, since the origin
     * @param nodes units asked for, at least 1
     * @param walltimeMillis its time limit, at least 0
     * @param runMillis how long it would run, at least 0
     * @param user index from {@link #user(String)}, or -1
     * @param organization index from {@link #organization(String)}, or -1
     * @param partition index from {@link #partition(String)}, or -1
     * @param loggedWaitMillis the log's own wait, or -1
     * @throws IllegalArgumentException if a number is below its least
     */
    void add(
            long id,
            long submitMillis,
            int nodes,
            long walltimeMillis,
            long runMillis,
            int user,
            int organization,
            int partition,
            long loggedWaitMillis);

    /** How many jobs are in. */
    int count();
}
