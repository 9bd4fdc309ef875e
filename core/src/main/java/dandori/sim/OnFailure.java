package dandori.sim;

/** What becomes of an ordinary job when something breaks under it. */
public enum OnFailure {
    /** It goes back to the queue, with its submit time and without the work that it has done. */
    REQUEUE,
    /** It has failed, and does not run again. */
    FAIL
}
