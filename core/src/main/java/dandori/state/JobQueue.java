package dandori.state;

import java.util.function.IntToDoubleFunction;

/**
 * The waiting jobs of a pool in order, as the simulation changes them: by tier, then by score, then
 * by sequence.
 */
public interface JobQueue extends WaitQueue {

    /** How many jobs wait, held ones included. */
    int liveCount();

    /** How many jobs wait but are held. */
    int heldCount();

    /** Says that jobs have left and come that whoever follows the queue was not told of. */
    void rearranged();

    /** Makes room for a row, so that it can be asked about. */
    void makeRoom(int row);

    /**
     * Adds a job, for which there must be {@linkplain #makeRoom room}.
     *
     * @param row the job
     * @param tier its tier; smaller is earlier, whatever the score
     * @param score its score; smaller is earlier
     * @param sequence breaks ties
     * @param nodes the nodes that it asks for
     * @param estimateMillis how long it is estimated to run
     */
    void add(int row, int tier, double score, long sequence, int nodes, long estimateMillis);

    /**
     * Removes a waiting job.
     *
     * @throws IllegalStateException if it does not wait here
     */
    void remove(int row);

    /** Whether the job waits here, held or not. */
    boolean contains(int row);

    /** Whether the job waits here and is held. */
    boolean isHeld(int row);

    /** Hides a waiting job from policies; it keeps its place. */
    void hold(int row);

    /** Says that many will be held or released, this one among them. */
    void loosen(int row);

    /** Shows a held job again. */
    void release(int row, int nodes, long estimateMillis);

    /** Copies the waiting jobs, held ones included, in order; returns how many. */
    int copyTo(int[] rows);

    /** The score of a job that waits, as taken last. */
    double score(int row);

    /** Takes new scores of all waiting jobs, and puts them in order anew. */
    void rescore(IntToDoubleFunction scoreOf);

    /** Sends all jobs, in order, to another queue; held ones are held there. */
    void moveTo(JobQueue other);
}
