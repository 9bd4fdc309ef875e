package dandori.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run takes its jobs from: the next arrival, and the truth about run times.
 *
 * <p>A source is of use for one run. {@link Workload#source()} is the plain case, a cursor over
 * known arrivals. A source that reacts (users who think before they submit again, jobs that depend
 * on others) may learn of new arrivals in {@link #jobLeft}; they must not lie before the instant at
 * which it is told.
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

    /** The names of users, by {@link Jobs#user}. */
    default List<String> users() {
        return List.of();
    }

    /** The names of organizations, by {@link Jobs#organization}. */
    default List<String> organizations() {
        return List.of();
    }

    /** The names of partitions, by {@link Jobs#partition}. */
    default List<String> partitions() {
        return List.of();
    }

    /**
     * Whether no job runs beyond its walltime unless something slows it, so that there is nothing
     * to be raised where overruns are extended.
     */
    default boolean staysWithinWalltimes() {
        return false;
    }

    /** Whether {@link #jobs()} holds every job before the first has arrived. */
    default boolean knowsAll() {
        return false;
    }

    /**
     * Says that a job has left the system, and how: it has ended, or was rejected. The source may
     * submit others.
     */
    default void jobLeft(int job, JobState state, long nowMillis) {}

    /**
     * Says, where the source {@link #recyclesRows()}, that nobody will ask for a job any more: it
     * has left, and is written down. From now on its row may be given to another.
     */
    default void rowFreed(int job) {}

    /** Says that a job begins a stay on nodes. */
    default void jobStarted(int job, long nowMillis) {}

    /**
     * Whether a job that comes runs already: it has nodes at once, whatever the policy says. There
     * must be enough.
     */
    default boolean runsAlready(int job) {
        return false;
    }

    /**
     * Whether a waiting job may not start yet, whatever is free, since it depends on another. Asked
     * when it is submitted and, while it is held, before each pass.
     */
    default boolean isHeld(int job) {
        return false;
    }

    /** Whether a job that is held will never be wanted again: it leaves the queue as cancelled. */
    default boolean isWithdrawn(int job) {
        return false;
    }

    /** Whether it is its user who ends the job at its run time: it then counts as cancelled. */
    default boolean isEndedByUser(int job) {
        return false;
    }

    /**
     * Gives a waiting job another size, within its {@link Elasticity}: its nodes, its walltime and
     * its run time are those of that size from now on.
     */
    default void resize(int job, int nodes) {
        throw new UnsupportedOperationException("The jobs of this source are rigid.");
    }

    /**
     * Whether a row may be given to another job once it is {@linkplain #rowFreed free}, so that a
     * trace larger than memory streams. Each job is then summed up when it leaves, and the log of
     * the run knows only the last job of each row.
     */
    default boolean recyclesRows() {
        return false;
    }

    /**
     * Where a run puts values of its jobs, their waits for instance, that are too many for memory:
     * a new place at each call. Null, by default: nowhere, they stay in memory.
     */
    default @Nullable ValueStore valueStore() {
        return null;
    }
}
