package dandori.web.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How what is free lies together.
 *
 * @param measure box, leaf or range: what is counted as lying together
 * @param largestNodes how many free nodes the largest has
 * @param fragmentation 0 if all that is free lies together, towards 1 the less does; 0 if nothing
 *     is free
 * @param first where the largest begins: a coordinate along each axis, the number of a switch, or a
 *     node; nothing if nothing is free
 * @param shape how far it goes along each axis; how many nodes
 */
record FreeSpace(
        String measure,
        int largestNodes,
        double fragmentation,
        List<Integer> first,
        List<Integer> shape) {

    /** A space of which the largest part counts against all that is free. */
    static FreeSpace ofLargest(
            String measure, int largest, int free, List<Integer> first, List<Integer> shape) {
        double fragmentation = free == 0 ? 0 : (free - largest) / (double) free;
        return new FreeSpace(measure, largest, fragmentation, first, shape);
    }

    Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("measure", measure);
        tree.put("largest_nodes", largestNodes);
        tree.put("fragmentation", fragmentation);
        tree.put("first", first);
        tree.put("shape", shape);
        return tree;
    }
}
