package dandori.web.machine;

import java.util.BitSet;
import java.util.List;

/**
 * Nodes lie together that are below one leaf switch: the fragmentation is the share of free nodes
 * below leaves that are not wholly free, since jobs of several leaves like to have them whole.
 * Cost: O(nodes).
 */
final class FreeLeaf implements FreeMeasure {

    private final int[] firsts; // first node of each leaf, then the number of nodes

    FreeLeaf(int[] firsts) {
        this.firsts = firsts.clone();
    }

    @Override
    public FreeSpace of(BitSet free) {
        int best = 0;
        int bestLeaf = 0;
        int whole = 0;
        int all = 0;
        for (int leaf = 0; leaf + 1 < firsts.length; leaf++) {
            int its = free.get(firsts[leaf], firsts[leaf + 1]).cardinality();
            all += its;
            whole += its == firsts[leaf + 1] - firsts[leaf] ? its : 0;
            if (its > best) {
                best = its;
                bestLeaf = leaf;
            }
        }
        double fragmentation = all == 0 ? 0 : (all - whole) / (double) all;
        return new FreeSpace(
                "leaf",
                best,
                fragmentation,
                best == 0 ? List.of() : List.of(bestLeaf),
                best == 0 ? List.of() : List.of(best));
    }
}
