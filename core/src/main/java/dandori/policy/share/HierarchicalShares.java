package dandori.policy.share;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Hierarchical dominant resource fairness: what accounts are taken to hold, so that nobody starves
 * because a sibling holds much of another resource.
 *
 * <p>Added up as it is, an account whose users need different resources has the dominant share of
 * the user who holds most, and the others get nothing more. So of an account's children those that
 * can be served at all are scaled down to the smallest share among them before they are added up;
 * those that are blocked, since they want nothing more or want what is used up, count as they are.
 * Resources that are used up do not count in an account's dominant share.
 *
 * <p>Bhattacharya et al., "Hierarchical Scheduling for Diverse Datacenter Workloads", SoCC 2013,
 * sections 4.2 to 4.4; shares are weights.
 *
 * <p>Cost: O(siblings · resources) for each account above whoever has got something.
 */
public final class HierarchicalShares {

    private final AccountTree tree;
    private final double[] totals; // what there is of each resource
    private final double[] used; // by resource
    private double[] held = new double[0]; // by node, then resource: scaled, of accounts
    private double[] share = new double[0]; // by node: the dominant one
    private final BitSet blocked = new BitSet(); // by node
    private boolean isOfNoMatter; // whether resources are used up

    /** Nobody holds anything of so much of each resource. */
    public HierarchicalShares(AccountTree tree, double... totals) {
        this.tree = tree;
        this.totals = totals.clone();
        used = new double[totals.length];
    }

    /** All users hold what they hold elsewhere, and are blocked; to be settled. */
    public void begin(Allotments others) {
        int size = tree.size();
        if (share.length < size) {
            share = new double[2 * size];
            held = new double[2 * size * totals.length];
        }
        Arrays.fill(held, 0);
        Arrays.fill(used, 0);
        isOfNoMatter = false;
        for (int node = 0; node < size; node++) {
            for (int i = 0; tree.isUser(node) && i < totals.length; i++) {
                double amount = others.held(node, i);
                held[node * totals.length + i] = amount;
                used[i] += amount;
            }
        }
        blocked.set(0, size);
    }

    /** A user gets so much of each resource, or gives back (negative); to be settled. */
    public void add(int user, double... amounts) {
        for (int i = 0; i < totals.length; i++) {
            held[user * totals.length + i] += amounts[i];
            used[i] += amounts[i];
        }
    }

    /** Whether nothing is left of a resource; never once that is told to be of no matter. */
    public boolean isUsedUp(int resource) {
        return !isOfNoMatter && used[resource] >= totals[resource];
    }

    /** From now until the next beginning there is enough of everything; to be settled. */
    public void forgetWhatIsUsedUp() {
        isOfNoMatter = true;
    }

    /** Says whether a user can be served; to be settled. */
    public void block(int user, boolean isBlocked) {
        blocked.set(user, isBlocked);
    }

    /** Whether nobody below an account, or a user, can be served. */
    public boolean isBlocked(int node) {
        return blocked.get(node);
    }

    /** Sees to all accounts after all that has changed. */
    public void settleAll() {
        for (int node = tree.size() - 1; node >= AccountTree.ROOT; node--) { // children first
            see(node);
        }
    }

    /** Sees to the accounts above a user, the only one of whom anything has changed. */
    public void settle(int user) {
        for (int node = user; node > AccountTree.ROOT; node = tree.parent(node)) {
            see(node);
        }
        see(AccountTree.ROOT);
    }

    private void see(int node) {
        if (!tree.isUser(node)) {
            addUp(node);
        }
        share[node] = dominant(node);
    }

    private void addUp(int account) {
        int first = account * totals.length;
        Arrays.fill(held, first, first + totals.length, 0);
        double least = Double.POSITIVE_INFINITY;
        boolean isBlocked = true;
        for (int place = 0; place < tree.childCount(account); place++) {
            int child = tree.child(account, place);
            if (!blocked.get(child)) {
                isBlocked = false;
                least = Math.min(least, need(child));
            }
        }
        blocked.set(account, isBlocked);
        for (int place = 0; place < tree.childCount(account); place++) {
            int child = tree.child(account, place);
            boolean isScaled = !blocked.get(child) && share[child] > 0 && tree.shares(child) > 0;
            double factor = isScaled ? least * tree.shares(child) / share[child] : 1;
            for (int i = 0; i < totals.length; i++) {
                held[first + i] += factor * held[child * totals.length + i];
            }
        }
    }

    /** The largest part of a resource; of accounts, of one that is not used up, if there is any. */
    private double dominant(int node) {
        double largest = 0;
        double ofAll = 0;
        boolean isAnyLeft = false;
        for (int i = 0; i < totals.length; i++) {
            double part = held[node * totals.length + i] / totals[i];
            ofAll = Math.max(ofAll, part);
            if (!isUsedUp(i)) {
                isAnyLeft = true;
                largest = Math.max(largest, part);
            }
        }
        return tree.isUser(node) || !isAnyLeft ? ofAll : largest;
    }

    /** The dominant share of a node over its shares; infinite for one that has none. */
    public double need(int node) {
        return tree.shares(node) == 0 ? Double.POSITIVE_INFINITY : share[node] / tree.shares(node);
    }
}
