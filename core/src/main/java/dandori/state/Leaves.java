package dandori.state;

import dandori.engine.Sorting;
import java.util.Arrays;

/**
 * Numbers in order of their keys, as the leaves of a small tournament tree; ties by who came first.
 * The numbers are jobs, or lines of jobs.
 *
 * <p>Who leaves, leaves the leaf empty but with its key, so a place stays valid until others come.
 *
 * <p>Cost: O(log leaves) for one that comes last or leaves, O(leaves) for one that comes into the
 * middle where no empty leaf is near; 36 bytes a leaf, of which there are at least {@value
 * #SMALLEST}.
 */
class Leaves {

    /** Where there is none. */
    static final int NOBODY = -1;

    private static final int SMALLEST = 4;
    private static final int GAP = 8; // one leaf of so many is left empty where keys are new

    private final int tree; // its number in places
    private final JobPlaces places;
    private int capacity; // leaves; a power of two
    private int used; // leaves from here on have never been filled since the last layout
    private int live;
    private int[] who = new int[0]; // of a leaf; NOBODY where empty
    private long[] key = new long[0]; // ascending over all leaves that have been used
    private int[] fewestNodes = new int[0]; // of a subtree, as in TournamentQueue
    private long[] shortestMillis = new long[0];
    private int[] order = new int[0]; // of scratch, as the next three
    private long[] newKey = new long[0];
    private int[] movedNodes = new int[0];
    private long[] movedMillis = new long[0];

    /** None yet. */
    Leaves(int tree, JobPlaces places) {
        this.tree = tree;
        this.places = places;
        makeLeaves(SMALLEST);
    }

    private void makeLeaves(int leaves) {
        capacity = leaves;
        used = 0;
        who = new int[leaves];
        key = new long[leaves];
        fewestNodes = new int[2 * leaves];
        shortestMillis = new long[2 * leaves];
        Arrays.fill(who, NOBODY);
        Arrays.fill(fewestNodes, Integer.MAX_VALUE);
        Arrays.fill(shortestMillis, Long.MAX_VALUE);
    }

    /** Forgets all. */
    void clear() {
        live = 0;
        if (used > 0) {
            makeLeaves(SMALLEST);
        }
    }

    int live() {
        return live;
    }

    /** Behind the last leaf that has been filled. */
    int used() {
        return used;
    }

    /** The fewest nodes that anybody asks for; the largest number if all are held. */
    int fewestNodes() {
        return fewestNodes[1];
    }

    /** The shortest time that anybody asks for. */
    long shortestMillis() {
        return shortestMillis[1];
    }

    // By number.

    boolean contains(int number) {
        int leaf = places.leaf(number);
        return leaf < used && who[leaf] == number;
    }

    int nodes(int number) {
        return fewestNodes[capacity + places.leaf(number)];
    }

    long estimateMillis(int number) {
        return shortestMillis[capacity + places.leaf(number)];
    }

    /** The key of one that is here, or has been. */
    long key(int number) {
        return key[places.leaf(number)];
    }

    /** Adds one; with the largest number of nodes it is held. */
    void add(int number, long newKey, int nodes, long estimateMillis) {
        if (used == capacity) {
            layOut(live > capacity / 2 ? Math.multiplyExact(capacity, 2) : capacity);
        }
        int leaf = used;
        if (used > 0 && newKey < key[used - 1]) {
            leaf = roomAt(firstBehind(newKey));
        } else {
            used++;
        }
        live++;
        who[leaf] = number;
        key[leaf] = newKey;
        places.put(number, tree, leaf);
        setLeaf(leaf, nodes, estimateMillis);
    }

    void remove(int number) {
        int leaf = places.leaf(number);
        live--;
        who[leaf] = NOBODY;
        setLeaf(leaf, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Says what one asks for now; with the largest number of nodes it is held. */
    void change(int number, int nodes, long estimateMillis) {
        setLeaf(places.leaf(number), nodes, estimateMillis);
    }

    // By leaf.

    /** The one of a leaf, or -1. */
    int at(int leaf) {
        return who[leaf];
    }

    /** The first leaf from one on whose job fits, or -1; see {@link WaitQueue#nextFitting}. */
    int fitting(int from, int free, long windowMillis, int spare) {
        return from >= used
                ? NOBODY
                : SubtreeWalk.search(
                        fewestNodes, shortestMillis, capacity, from, free, windowMillis, spare);
    }

    /** The first leaf whose key is larger; empty leaves have one too. */
    int firstBehind(long other) {
        int low = 0;
        int high = used;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (other < key[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The nearest leaf in a direction, 1 or -1, that has another key; it may be outside. */
    int otherKey(int leaf, int direction) {
        int at = leaf;
        do {
            at += direction;
        } while (at >= 0 && at < used && key[at] == key[leaf]);
        return at;
    }

    // Where they stand.

    private void setLeaf(int leaf, int nodes, long estimateMillis) {
        int at = capacity + leaf;
        fewestNodes[at] = nodes;
        shortestMillis[at] = estimateMillis;
        do {
            at >>= 1;
        } while (at >= 1 && SubtreeWalk.pull(fewestNodes, shortestMillis, at));
    }

    /** An empty leaf before leaf {@code behind}, made by moving others to the nearest one. */
    private int roomAt(int behind) {
        for (int reach = 0; true; reach++) {
            int right = behind + reach;
            if (right == used || (right < used && who[right] == NOBODY)) {
                used = Math.max(used, right + 1);
                shift(behind, behind + 1, right - behind);
                return behind;
            }
            int left = behind - 1 - reach;
            if (left >= 0 && who[left] == NOBODY) {
                shift(left + 1, left, behind - 1 - left);
                return behind - 1;
            }
        }
    }

    private void shift(int source, int target, int length) {
        if (length == 0) {
            return;
        }
        System.arraycopy(who, source, who, target, length);
        System.arraycopy(key, source, key, target, length);
        System.arraycopy(fewestNodes, capacity + source, fewestNodes, capacity + target, length);
        System.arraycopy(
                shortestMillis, capacity + source, shortestMillis, capacity + target, length);
        for (int leaf = target; leaf < target + length; leaf++) {
            if (who[leaf] != NOBODY) {
                places.put(who[leaf], tree, leaf);
            }
        }
        int low = (capacity + Math.min(source, target)) >> 1;
        int high = (capacity + Math.max(source, target) + length - 1) >> 1;
        SubtreeWalk.pullAll(fewestNodes, shortestMillis, low, high);
    }

    private void layOut(int newCapacity) {
        int[] old = who;
        long[] oldKey = key;
        int[] oldNodes = fewestNodes;
        long[] oldMillis = shortestMillis;
        int oldCapacity = capacity;
        makeLeaves(newCapacity);
        for (int leaf = 0; leaf < oldCapacity; leaf++) {
            if (old[leaf] != NOBODY) {
                int at = oldCapacity + leaf;
                put(old[leaf], oldKey[leaf], oldNodes[at], oldMillis[at]);
            }
        }
        mend(capacity - 1);
    }

    /** Puts one in the next leaf; the tree is to be mended. */
    private void put(int number, long newKey, int nodes, long estimateMillis) {
        who[used] = number;
        key[used] = newKey;
        fewestNodes[capacity + used] = nodes;
        shortestMillis[capacity + used] = estimateMillis;
        places.put(number, tree, used);
        used++;
    }

    private void mend(int lastLeaf) {
        int low = capacity >> 1;
        int high = (capacity + lastLeaf) >> 1;
        for (; low >= 1; low >>= 1, high >>= 1) {
            for (int at = low; at <= high; at++) {
                SubtreeWalk.pull(fewestNodes, shortestMillis, at);
            }
        }
    }

    /** What keys there are now. */
    interface NewKeys {

        /** The key of a number now. */
        long of(int number);
    }

    /** Gives all new keys, and has them stand in their order; says whether that is another. */
    boolean rekey(NewKeys keys) {
        if (newKey.length < capacity) {
            newKey = new long[capacity];
        }
        int[] leaves = new int[live];
        boolean isOrdered = true;
        int count = 0;
        for (int leaf = 0; leaf < used; leaf++) {
            if (who[leaf] != NOBODY) {
                newKey[leaf] = keys.of(who[leaf]);
                isOrdered &= count == 0 || newKey[leaves[count - 1]] <= newKey[leaf];
                leaves[count++] = leaf;
            }
        }
        if (!isOrdered) {
            Sorting.sort(leaves, (one, other) -> newKey[one] < newKey[other]);
        }
        stand(leaves);
        return !isOrdered;
    }

    /** Those of some leaves, in this order, with their new keys. */
    private void stand(int[] leaves) {
        int count = leaves.length;
        if (movedNodes.length < count) {
            order = new int[2 * count];
            movedNodes = new int[2 * count];
            movedMillis = new long[2 * count];
        }
        for (int i = 0; i < count; i++) {
            order[i] = who[leaves[i]];
            movedNodes[i] = fewestNodes[capacity + leaves[i]];
            movedMillis[i] = shortestMillis[capacity + leaves[i]];
        }
        int last = used - 1;
        int needed = count + count / GAP + 1;
        if (needed > capacity) {
            long[] keys = newKey;
            makeLeaves(2 * Integer.highestOneBit(needed));
            newKey = Arrays.copyOf(keys, Math.max(keys.length, capacity));
        }
        used = 0;
        for (int i = 0; i < count; i++) {
            put(order[i], newKey[leaves[i]], movedNodes[i], movedMillis[i]);
            if (i % GAP == GAP - 1) {
                putGap();
            }
        }
        int end = used;
        while (used <= last) {
            putGap();
        }
        used = end;
        mend(Math.max(end, last));
    }

    private void putGap() {
        who[used] = NOBODY;
        key[used] = used == 0 ? Long.MIN_VALUE : key[used - 1];
        fewestNodes[capacity + used] = Integer.MAX_VALUE;
        shortestMillis[capacity + used] = Long.MAX_VALUE;
        used++;
    }
}
