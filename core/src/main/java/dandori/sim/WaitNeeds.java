package dandori.sim;

/**
 * The needs of the jobs of a pool, and which of them may have another reason to wait than before.
 */
interface WaitNeeds {

    /** The need of a job that enters the queue. */
    WaitNeed entering(int job);

    /** Told that the first job of a need waits. */
    default void began(WaitNeed need) {}

    /** Told that no job of a need waits any longer. */
    default void ended(WaitNeed need) {}

    /** Has those of waiting jobs looked at whose reason may have changed since the last time. */
    void lookAgain(WaitWatch watch);
}
