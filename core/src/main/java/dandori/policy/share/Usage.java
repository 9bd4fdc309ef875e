package dandori.policy.share;

/** How much has been used. */
@FunctionalInterface
public interface Usage {

    /**
     * What a node of the tree has used, an account as much as all below it; at least 0, in any one
     * unit.
     */
    double of(int node);
}
