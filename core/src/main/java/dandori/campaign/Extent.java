package dandori.campaign;

import java.util.List;

/**
 * On how many nodes the pieces of a campaign ran, those in reserve among them.
 *
 * @param changes from when on it ran on how many: the first start, and each on another number than
 *     the start before
 */
public record Extent(List<Change> changes) {

    /** That of a campaign that has not run. */
    public static final Extent NONE = new Extent(List.of());

    /**
     * A start on another number of nodes.
     *
     * @param fromMillis when
     * @param nodes on how many from then on
     */
    public record Change(long fromMillis, int nodes) {}

    /** Keeps the changes. */
    public Extent {
        changes = List.copyOf(changes);
    }

    /** The fewest; 0 if none ran. */
    public int leastNodes() {
        return changes.stream().mapToInt(Change::nodes).min().orElse(0);
    }

    /** The most; 0 if none ran. */
    public int mostNodes() {
        return changes.stream().mapToInt(Change::nodes).max().orElse(0);
    }

    /** How often it went on with another number than before. */
    public int resizes() {
        return Math.max(0, changes.size() - 1);
    }
}
