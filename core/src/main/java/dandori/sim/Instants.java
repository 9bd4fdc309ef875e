package dandori.sim;

/**
 * Questions to ascending instants, some of which may be the same. Cost of each: O(log instants).
 */
final class Instants {

    private Instants() {}

    /** The first that is later than one, or {@link Long#MAX_VALUE}. */
    static long next(long afterMillis, long[] instants) {
        int place = countUpTo(instants, afterMillis);
        return place < instants.length ? instants[place] : Long.MAX_VALUE;
    }

    /** How many are not later than one. */
    static int countUpTo(long[] instants, long millis) {
        int low = 0;
        int high = instants.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (instants[middle] <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
