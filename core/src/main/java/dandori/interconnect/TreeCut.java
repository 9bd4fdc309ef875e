package dandori.interconnect;

/**
 * The least cut of a fat tree between its first nodes and the others.
 *
 * <p>Only the switches above the border hold nodes of both sides; each of them falls to the side
 * where it costs less. From the leaf up, {@code near} and {@code far} are the least cost of what is
 * below if the switch falls to the first nodes or to the others. What hangs purely on one side
 * counts with the narrowest of its levels.
 *
 * @param nodes how many nodes
 * @param nodeBytesPerSecond what a node's link carries
 * @param span by level below the top: the most nodes below a switch
 * @param share by level below the top: an uplink over what the nodes below inject
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one question
record TreeCut(int nodes, double nodeBytesPerSecond, int[] span, double[] share) {

    /** What the first nodes can send to the others; 1 to all but one of them are first. */
    double bytesPerSecond(int border) {
        double near = 0;
        double far = 0;
        int mixedFirst = border; // the range of the mixed switch one level down, if any
        int mixedEnd = border;
        for (int level = 0; level <= span.length; level++) {
            int width = level < span.length ? span[level] : nodes;
            int first = border / width * width;
            if (first == border) {
                continue; // the border falls between two switches of this level
            }
            int end = (int) Math.min((long) first + width, nodes);
            double joined = mixedFirst == mixedEnd ? 0 : carried(mixedEnd - mixedFirst, level - 1);
            double belowNear = Math.min(near, far + joined);
            double belowFar = Math.min(far, near + joined);
            near = belowNear + pure(end - mixedEnd, level - 1);
            far = belowFar + pure(mixedFirst - first, level - 1);
            mixedFirst = first;
            mixedEnd = end;
        }
        return Math.min(near, far);
    }

    /** What the uplinks of a level carry over some nodes below them. */
    private double carried(int below, int level) {
        return below * nodeBytesPerSecond * (level < 0 ? 1 : share[level]);
    }

    /** What whole switches of a level over some nodes carry, by the narrowest level below. */
    private double pure(int below, int level) {
        double least = carried(below, -1);
        for (int narrow = 0; narrow <= level; narrow++) {
            least = Math.min(least, carried(below, narrow));
        }
        return least;
    }
}
