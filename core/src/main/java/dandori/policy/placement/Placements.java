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

    /** Boxes of whole units of a torus; up to 384 nodes anywhere. */
    public static Placement torusUnit() {
        return new TorusBoxes(Granule.UNIT, 384, 0.1, true);
    }

    /** Boxes of whole shelves (1 × 1 × 4 units) of a torus; up to 384 nodes anywhere. */
    public static Placement torusShelf() {
        return new TorusBoxes(Granule.SHELF, 384, 0.1, true);
    }

    /** Boxes of nodes of a torus. */
    public static Placement mesh() {
        return new TorusBoxes(Granule.NODE, 0, 0.1, true);
    }

    /** Any nodes of a torus, partly used units first. */
    public static Placement noncont() {
        return new Scattered();
    }
}
