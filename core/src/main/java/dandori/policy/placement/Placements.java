package dandori.policy.placement;

import dandori.policy.Placement;

/** The placements, by the names of their ideas. */
public final class Placements {

    private Placements() {}

    /** By count; which nodes they are is not kept. */
    public static Placement count() {
        return Placement.COUNT;
    }

    /** The free nodes with the lowest numbers. */
    public static Placement firstFit() {
        return new FirstFit();
    }
}
