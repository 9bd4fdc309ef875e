package dandori.state;

/** The search in a tournament tree. */
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
}
