package dandori.web.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Stays for tests, of one to three ranges of nodes, of which no two hold a node at once. */
final class RandomStays {

    private RandomStays() {}

    static List<ObviousPicture.Stay> of(SplittableRandom random, int count, int nodes) {
        long[] freeFrom = new long[nodes];
        List<ObviousPicture.Stay> stays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<int[]> ranges = new ArrayList<>();
            int node = random.nextInt(nodes);
            for (int left = 1 + random.nextInt(3); left > 0 && node < nodes; left--) {
                int last = Math.min(nodes - 1, node + random.nextInt(6));
                ranges.add(new int[] {node, last});
                node = last + 2 + random.nextInt(5);
            }
            long start =
                    random.nextInt(20)
                            + ranges.stream()
                                    .mapToLong(range ->
                                            Arrays.stream(freeFrom, range[0], range[1] + 1)
                                                    .max()
                                                    .orElseThrow())
                                    .max()
                                    .orElseThrow();
            long end = start + random.nextInt(random.nextBoolean() ? 4 : 200);
            ranges.forEach(range -> Arrays.fill(freeFrom, range[0], range[1] + 1, end));
            stays.add(new ObviousPicture.Stay(start, end, ranges, (byte) (1 + random.nextInt(8))));
        }
        return stays;
    }

    /** The nodes of a stay as tables write them. */
    static String set(ObviousPicture.Stay stay) {
        StringBuilder set = new StringBuilder();
        for (int[] range : stay.ranges()) {
            set.append(set.isEmpty() ? "" : " ")
                    .append(range[0] == range[1] ? "" + range[0] : range[0] + "-" + range[1]);
        }
        return set.toString();
    }
}
