package dandori.machine;

import java.util.Arrays;

/**
 * Gathers a {@link NodeSet} from intervals that come in ascending order; those that touch become
 * one. Can be used again after {@link #clear}. Cost: amortized O(1) an interval.
 */
public final class NodeSetBuilder {

    private int[] bounds = new int[8];
    private int length;
    private int size;

    /** A builder of no nodes yet. */
    public NodeSetBuilder() {}

    /** Forgets what it has. */
    public void clear() {
        length = 0;
        size = 0;
    }

    /**
     * Adds the nodes from {@code first} to {@code last}, both included.
     *
     * @throws IllegalArgumentException if they do not lie behind all nodes added before
     */
    public void add(int first, int last) {
        if (first < 0 || last < first || (length > 0 && first <= bounds[length - 1])) {
            throw new IllegalArgumentException(
                    "Nodes %d-%d do not ascend behind what there is.".formatted(first, last));
        }
        size += last - first + 1;
        if (length > 0 && first == bounds[length - 1] + 1) {
            bounds[length - 1] = last;
            return;
        }
        if (length == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * length);
        }
        bounds[length++] = first;
        bounds[length++] = last;
    }

    /** Adds all nodes of a set, which must lie behind all nodes added before. */
    public void addAll(NodeSet set) {
        for (int interval = 0; interval < set.intervalCount(); interval++) {
            add(set.first(interval), set.last(interval));
        }
    }

    /** How many nodes it has. */
    public int size() {
        return size;
    }

    /** The set of what it has. */
    public NodeSet build() {
        return length == 0 ? NodeSet.EMPTY : new NodeSet(Arrays.copyOf(bounds, length), size);
    }
}
