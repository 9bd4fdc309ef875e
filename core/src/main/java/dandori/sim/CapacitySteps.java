package dandori.sim;

import java.util.Arrays;

/**
 * Changes of the nodes in service, none of them 0.
 *
 * @param atMillis ascending
 * @param nodes change at that instant
 * @param isOfPower whether a cap on power keeps nodes away from then on
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record CapacitySteps(long[] atMillis, int[] nodes, boolean[] isOfPower) {

    /** Those after an instant by which more or fewer are away. */
    static CapacitySteps of(AwayNodes away, long afterMillis) {
        int most = away.count();
        long[] at = new long[most];
        int[] nodes = new int[most];
        boolean[] power = new boolean[most];
        int count = 0;
        int before = 0;
        for (int i = 0; i < most; i++) {
            int gone = away.goneFrom(i);
            if (gone != before && away.atMillis(i) > afterMillis) {
                at[count] = away.atMillis(i);
                power[count] = away.isOfPowerFrom(i);
                nodes[count++] = before - gone;
            }
            before = gone;
        }
        return new CapacitySteps(
                Arrays.copyOf(at, count), Arrays.copyOf(nodes, count), Arrays.copyOf(power, count));
    }

    /** The change at an instant; 0 if there is none. */
    int nodesAt(long millis) {
        int step = Arrays.binarySearch(atMillis, millis);
        return step < 0 ? 0 : nodes[step];
    }
}
