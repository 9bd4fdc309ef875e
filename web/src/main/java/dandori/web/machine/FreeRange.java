package dandori.web.machine;

import java.util.BitSet;
import java.util.List;

/** Nodes lie together that follow each other in number. Cost: O(ranges). */
final class FreeRange implements FreeMeasure {

    @Override
    public FreeSpace of(BitSet free) {
        int best = 0;
        int first = 0;
        for (int at = free.nextSetBit(0); at >= 0; ) {
            int end = free.nextClearBit(at);
            if (end - at > best) {
                best = end - at;
                first = at;
            }
            at = free.nextSetBit(end);
        }
        List<Integer> begin = best == 0 ? List.of() : List.of(first);
        List<Integer> shape = best == 0 ? List.of() : List.of(best);
        return FreeSpace.ofLargest("range", best, free.cardinality(), begin, shape);
    }
}
