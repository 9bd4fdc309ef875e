package dandori.state;

/** The search in a tournament tree, and its mending. */
final class SubtreeWalk {

    private SubtreeWalk() {}

    /**
     * A walk over subtrees from left to right: into one that may hold a job that fits, past one
     * that cannot.
     */
    static int search(
            int[] fewest, long[] shortest, int leaves, int leaf, int free, long window, int spare) {
        int at =
                (leaves + leaf) >> Integer.numberOfTrailingZeros(leaves + leaf); // the largest here
        while (true) {
            int nodes = fewest[at];
            if (nodes <= free && (nodes <= spare || shortest[at] <= window)) {
                if (at >= leaves) {
                    return at - leaves;
                }
                at += at;
            } else {
                while ((at & 1) == 1) { // up, while it is a right child
                    at >>= 1;
                }
                if (at == 0) {
                    return -1;
                }
                at++;
            }
        }
    }

    /** Recomputes an inner node; says whether it has changed. */
    static boolean pull(int[] fewest, long[] shortest, int at) {
        int left = at + at;
        int nodes = fewest[left];
        int nodesRight = fewest[left + 1];
        if (nodesRight < nodes) {
            nodes = nodesRight;
        }
        long millis = shortest[left];
        long millisRight = shortest[left + 1];
        if (millisRight < millis) {
            millis = millisRight;
        }
        boolean changed = nodes != fewest[at] || millis != shortest[at];
        fewest[at] = nodes;
        shortest[at] = millis;
        return changed;
    }

    /**
     * Recomputes the inner nodes from one to another of a level, and those above them as far as
     * anything changes.
     */
    static void pullAll(int[] fewest, long[] shortest, int from, int to) {
        int low = from;
        int high = to;
        boolean changed = true;
        while (low >= 1 && changed) {
            changed = false;
            for (int at = low; at <= high; at++) {
                changed |= pull(fewest, shortest, at);
            }
            low >>= 1;
            high >>= 1;
        }
    }
}
