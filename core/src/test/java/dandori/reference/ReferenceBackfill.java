package dandori.reference;

/** Who starts; the questions that the reference asks. */
interface ReferenceBackfill {

    void pass();

    default void ended(ReferenceJob job) {}

    /** Nodes have left or come back, and not as many of each; or an outage begins unforeseen. */
    default void capacityChanged() {}

    /** Nodes have come back into service. */
    default void grown() {}

    /** Nodes have left that nobody knew of. */
    default void surprised() {}

    /** A promise may have come due although nothing else happens. */
    default void promisesDue() {}

    /** The next instant at which it asks for a pass though nothing may happen. */
    default long wakesAfter(long after) {
        return ReferenceJob.NEVER;
    }

    default boolean passesWithoutRoom() {
        return false;
    }
}
