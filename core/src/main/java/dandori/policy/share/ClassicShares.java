package dandori.policy.share;

/**
 * Slurm's classic fair share: effective usage / shares, both of the whole machine. 1 is exactly
 * what a user is due, more is too much.
 *
 * <p>A user's shares are multiplied down the tree. Effective usage is, at the top, usage; below, U
 * + (E - U) · s, with U the node's own usage, E its parent's effective usage and s its shares among
 * its siblings: what siblings use counts against those who share with them. {@code NO_FAIR_TREE} in
 * Slurm's documentation, {@code classic_fair_share.html}.
 *
 * <p>Slurm takes effective usage before it adds what running jobs have used since the last look, so
 * there a factor comes a period late ({@code _decay_thread} of {@code priority_multifactor.c}).
 *
 * <p>Ratios are kept to the seven digits of a float, so that what differs by rounding alone ties.
 * Cost: O(depth) a question.
 *
 * @param tree the accounts, which may grow
 * @param usage what they have used
 */
public record ClassicShares(AccountTree tree, Usage usage) {

    /** A node's normalized shares, from 0 to 1. */
    public double share(int node) {
        return node == AccountTree.ROOT ? 1 : share(tree.parent(node)) * tree.shareOfLevel(node);
    }

    /** A node's effective usage, from 0 to 1. */
    public double effectiveUsage(int node) {
        double all = usage.of(AccountTree.ROOT);
        double own = all > 0 ? usage.of(node) / all : 0;
        int parent = tree.parent(node);
        return parent == AccountTree.ROOT
                ? own
                : own + (effectiveUsage(parent) - own) * tree.shareOfLevel(node);
    }

    /** Effective usage / shares of a user or account; infinite without shares. */
    public double ratio(int node) {
        double share = share(node);
        return share > 0 ? (float) (effectiveUsage(node) / share) : Double.POSITIVE_INFINITY;
    }

    /** Slurm's fair-share factor: 2^(-ratio), 1 for who has used nothing, 1/2 for what is due. */
    public double factor(int node) {
        return StrictMath.pow(2, -ratio(node));
    }
}
