package dandori.trace;

/**
 * A job as the import rules have it.
 *
 * @param place its place among the jobs that are used, in the order of the file
 * @param id its number in the file
 * @param submitMillis when it is submitted
 * @param nodes what it asks for
 * @param walltimeMillis its time limit
 * @param runMillis how long it would run
 * @param user its user's index, or -1
 * @param organization its organization's index, or -1
 * @param partition its partition's index, or -1
 * @param loggedWaitMillis the log's own wait, or -1
 */
record UsedJob(
        int place,
        long id,
        long submitMillis,
        int nodes,
        long walltimeMillis,
        long runMillis,
        int user,
        int organization,
        int partition,
        long loggedWaitMillis) {

    /** Whether it is submitted before another, or with it and stands above it. */
    boolean isBefore(UsedJob other) {
        return submitMillis < other.submitMillis
                || submitMillis == other.submitMillis && place < other.place;
    }
}
