package dandori.campaign;

/**
 * On how many nodes the pieces of a campaign ran, those in reserve among them.
 *
 * @param leastNodes the fewest; 0 if none ran
 * @param mostNodes the most
 * @param lastNodes those of the last start
 * @param resizes how often one started on another number of nodes than the start before
 */
public record Extent(int leastNodes, int mostNodes, int lastNodes, int resizes) {

    /** That of a campaign that has not run. */
    public static final Extent NONE = new Extent(0, 0, 0, 0);

    /** The same after one more start. */
    Extent with(int nodes) {
        return this == NONE
                ? new Extent(nodes, nodes, nodes, 0)
                : new Extent(
                        Math.min(leastNodes, nodes),
                        Math.max(mostNodes, nodes),
                        nodes,
                        resizes + (nodes == lastNodes ? 0 : 1));
    }
}
