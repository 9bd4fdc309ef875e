package dandori.policy.share;

import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** Some nodes of a tree, by the account above them. */
final class Branches {

    private final AccountTree tree;
    private final IntArrayList accounts = new IntArrayList(); // that have somebody
    private IntArrayList[] below = new IntArrayList[16];
    private boolean[] isThere = new boolean[16];

    Branches(AccountTree tree) {
        this.tree = tree;
    }

    /** Takes all away. */
    void clear() {
        for (int i = 0; i < accounts.size(); i++) {
            IntArrayList its = below[accounts.get(i)];
            for (int j = 0; j < its.size(); j++) {
                isThere[its.get(j)] = false;
            }
            its.clear();
        }
        accounts.clear();
    }

    /** Adds a node; false if it is there. */
    boolean add(int node) {
        if (isThere.length < tree.size()) {
            int size = Math.max(tree.size(), 2 * isThere.length);
            isThere = Arrays.copyOf(isThere, size);
            below = Arrays.copyOf(below, size);
        }
        if (isThere[node]) {
            return false;
        }
        isThere[node] = true;
        int parent = tree.parent(node);
        if (below[parent] == null) {
            below[parent] = new IntArrayList();
        }
        if (below[parent].isEmpty()) {
            accounts.add(parent);
        }
        below[parent].add(node);
        return true;
    }

    /** Those that are there directly below an account. */
    int[] below(int account) {
        IntArrayList its = account < below.length ? below[account] : null;
        return its == null ? new int[0] : its.toArray();
    }
}
