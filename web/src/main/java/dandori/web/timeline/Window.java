package dandori.web.timeline;

/**
 * A part of a machine over a part of time.
 *
 * @param fromSeconds when it begins
 * @param toSeconds when it ends; later than that
 * @param firstNode its lowest node, from 0
 * @param nodes how many it has, at least 1
 */
public record Window(double fromSeconds, double toSeconds, int firstNode, int nodes) {

    /** The first node above it. */
    int endNode() {
        return (int) Math.min(Integer.MAX_VALUE, (long) firstNode + nodes);
    }
}
