package dandori.policy.share;

import dandori.engine.Sorting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fair Tree: whoever is in an account that is served worse than its sibling comes before everybody
 * in that sibling.
 *
 * <p>Each node has a level fairshare, its shares among its siblings divided by its usage among
 * them: 0 without shares, else infinite without usage. Siblings are sorted by it, largest first,
 * and the tree is walked depth first; users are ranked as they are met. Ties, as documented:
 * sibling users with equal level fairshare have one rank; a user who ties with a sibling account
 * has the rank of its highest user; the children of accounts that tie are merged and sorted
 * together. Level fairshares are compared to the seven digits of a float, so that what differs by
 * rounding alone ties.
 *
 * <p>Slurm's code differs from its documentation: accounts that tie are not merged. They are walked
 * in the order in which they stand here, and who is met first in a later one has the rank of who
 * was met last in the one before. {@code codeTies} does the same. A real Slurm 22.05 does so, too,
 * and has the newest account of its database before its siblings.
 *
 * <p>Cox and Morrison, "Fair Tree: fairshare algorithm for Slurm", Slurm User Group 2014; Slurm's
 * documentation, {@code fair_tree.html}, and {@code fair_tree.c}.
 *
 * <p>Cost: O(nodes) to rank where the order of siblings is nearly that of the last time, O(nodes ·
 * log nodes) else. What divides is only done below accounts of whom somebody has used anything
 * since the last time.
 */
public final class FairTree {

    private final AccountTree tree;
    private final boolean codeTies;
    private final Usage usage;
    private final List<int[]> sorted = new ArrayList<>(); // children of each account, as last time
    private float[] levelFairshare = new float[16];
    private int[] place = new int[16];
    private final Branches among;
    private long rankedMillis = Long.MIN_VALUE; // the look of the last ranking of all
    private int rankPlace; // of who was ranked last
    private int visited; // users so far

    /**
     * The ranks of a tree.
     *
     * @param tree the accounts, which may grow between two rankings
     * @param usage what they have used
     * @param codeTies whether ties are as in Slurm's code instead of its documentation
     */
    public FairTree(AccountTree tree, Usage usage, boolean codeTies) {
        this.tree = tree;
        this.usage = usage;
        this.codeTies = codeTies;
        among = new Branches(tree);
    }

    /** Ranks all users. */
    public void rank() {
        ensure();
        for (int node = AccountTree.ROOT; node < tree.size(); node++) {
            if (!tree.isUser(node)) {
                compareBelow(node);
            }
        }
        rankedMillis = usage.lookMillis();
        rankPlace = 0;
        visited = 0;
        walk(childrenOf(AccountTree.ROOT), false);
    }

    /**
     * Ranks some users among themselves, in the order that {@link #rank} gives; others' places mean
     * nothing then.
     *
     * <p>Only the accounts of these users are looked at, unless an account ties with a sibling:
     * then it matters who else is in it. Cost: O(users · depth), and sorting them.
     */
    public void rankAmong(int[] some, int count) {
        ensure();
        rankedMillis = Long.MIN_VALUE; // siblings are compared as of one look
        among.clear();
        for (int i = 0; i < count; i++) {
            for (int node = some[i]; node > AccountTree.ROOT; node = tree.parent(node)) {
                if (!among.add(node)) {
                    break;
                }
                levelFairshare[node] = fairshare(node, usage.of(tree.parent(node)));
            }
        }
        visited = 0;
        if (!walkAmong(AccountTree.ROOT)) {
            rank();
        }
    }

    /** Whether no account ties. */
    private boolean walkAmong(int account) {
        int[] siblings = among.below(account);
        Sorting.sort(siblings, this::isBefore);
        for (int i = 0; i < siblings.length; i++) {
            int node = siblings[i];
            boolean isUser = tree.isUser(node);
            boolean isTied = i > 0 && levelFairshare[siblings[i - 1]] == levelFairshare[node];
            if (isUser) {
                rankPlace = isTied ? rankPlace : visited;
                place[node] = rankPlace;
                visited++;
            } else if (isTied || !walkAmong(node)) {
                return false;
            }
        }
        return true;
    }

    private void ensure() {
        if (place.length < tree.size()) {
            place = new int[Math.max(tree.size(), 2 * place.length)];
            levelFairshare = new float[place.length];
            rankedMillis = Long.MIN_VALUE;
        }
    }

    /** Takes the level fairshares below an account, which stand while nobody there moves. */
    private void compareBelow(int account) {
        boolean isKnown =
                account < sorted.size() && sorted.get(account).length == tree.childCount(account);
        if (isKnown && !usage.hasMoved(account, rankedMillis)) {
            return;
        }
        double level = usage.of(account);
        for (int place = 0; place < tree.childCount(account); place++) {
            int node = tree.child(account, place);
            levelFairshare[node] = fairshare(node, level);
        }
    }

    private float fairshare(int node, double level) {
        double share = tree.shareOfLevel(node);
        double used = level > 0 ? usage.of(node) / level : 0;
        return share == 0 ? 0 : (float) (share / used);
    }

    /** How many users stand before a user, those of the same rank left out; 0 is the first. */
    public int place(int user) {
        return place[user];
    }

    /** Slurm's fair-share factor of a user: rank / users, 1 for the first. */
    public double factor(int user) {
        int all = tree.userCount();
        return (double) (all - place[user]) / all;
    }

    /** Shares among siblings / usage among siblings, as ranked last. */
    public double levelFairshare(int node) {
        return levelFairshare[node];
    }

    private void walk(int[] siblings, boolean isTiedAbove) {
        Sorting.sort(siblings, this::isBefore);
        for (int i = 0; i < siblings.length; i++) {
            int node = siblings[i];
            boolean isTied =
                    i == 0 ? isTiedAbove : levelFairshare[siblings[i - 1]] == levelFairshare[node];
            if (tree.isUser(node)) {
                rankPlace = isTied ? rankPlace : visited;
                place[node] = rankPlace;
                visited++;
            } else {
                int end = codeTies ? i + 1 : endOfTie(siblings, i);
                walk(end == i + 1 ? childrenOf(node) : merged(siblings, i, end), isTied);
                i = end - 1;
            }
        }
    }

    /** Largest level fairshare first, users before accounts, then who joined first. */
    private boolean isBefore(int one, int other) {
        if (levelFairshare[one] != levelFairshare[other]) {
            return levelFairshare[one] > levelFairshare[other];
        }
        boolean isUser = tree.isUser(one);
        return isUser == tree.isUser(other) ? one < other : isUser;
    }

    /** Behind the last account that ties with one; users stand before accounts. */
    private int endOfTie(int[] siblings, int from) {
        int end = from + 1;
        while (end < siblings.length
                && levelFairshare[siblings[end]] == levelFairshare[siblings[from]]) {
            end++;
        }
        return end;
    }

    private int[] merged(int[] accounts, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += tree.childCount(accounts[i]);
        }
        int[] all = new int[count];
        int filled = 0;
        for (int i = from; i < to; i++) {
            int[] some = childrenOf(accounts[i]);
            System.arraycopy(some, 0, all, filled, some.length);
            filled += some.length;
        }
        return all;
    }

    /** The children of an account in their last order, newcomers last. */
    private int[] childrenOf(int account) {
        while (sorted.size() <= account) {
            sorted.add(new int[0]);
        }
        int[] known = sorted.get(account);
        int size = tree.childCount(account);
        if (known.length < size) {
            int old = known.length;
            known = Arrays.copyOf(known, size);
            for (int i = old; i < size; i++) {
                known[i] = tree.child(account, i);
            }
            sorted.set(account, known);
        }
        return known;
    }
}
