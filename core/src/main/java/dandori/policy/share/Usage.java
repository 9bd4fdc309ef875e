package dandori.policy.share;

/** How much has been used. */
@FunctionalInterface
public interface Usage {

    /**
     * What a node of the tree has used, an account as much as all below it; at least 0, in any one
     * unit.
     */
    double of(int node);

    /** The instant of which {@link #of} speaks, in milliseconds since the origin. */
    default long lookMillis() {
        return Long.MAX_VALUE;
    }

    /**
     * Whether a node may have used anything since an earlier look, so that its part of what others
     * have used is another.
     */
    default boolean hasMoved(int node, long sinceMillis) {
        return true;
    }
}
