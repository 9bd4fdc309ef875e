package dandori.policy.limit;

import dandori.policy.Admission;
import java.util.TreeMap;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** An owner of nodes in a run, and those of its jobs that wait. */
final class Tenant {

    final int own; // nodes
    int used; // of running jobs, borrowed ones included
    boolean isEntitled; // one of its waiting jobs would fit into its own nodes
    final IntArrayList waiting = new IntArrayList(); // in any order
    private final TreeMap<Integer, Integer> sizes = new TreeMap<>(); // how many wait of each
    private int toldLeft;
    private boolean toldBorrows;

    Tenant(int own) {
        this.own = own;
        toldLeft = own;
    }

    /** One more, or one less, waiting job of a size. */
    void ofSize(int nodes, int more) {
        sizes.merge(nodes, more, (had, change) -> had + change == 0 ? null : had + change);
    }

    /** The size of its smallest waiting job; very large if there is none. */
    int smallest() {
        return sizes.isEmpty() ? Integer.MAX_VALUE : sizes.firstKey();
    }

    private int largest() {
        return sizes.isEmpty() ? Integer.MIN_VALUE : sizes.lastKey();
    }

    /** Names the waiting jobs of which something else is to be said than before. */
    void recall(Admission.Recall recall, int[] nodes, boolean borrows) {
        int left = own - used;
        boolean mayMatter =
                (left != toldLeft || borrows != toldBorrows)
                        && Math.min(left, toldLeft) < largest();
        for (int i = 0; mayMatter && i < waiting.size(); i++) {
            int job = waiting.get(i);
            if ((nodes[job] <= left || borrows) != (nodes[job] <= toldLeft || toldBorrows)) {
                recall.job(job);
            }
        }
        toldLeft = left;
        toldBorrows = borrows;
    }
}
