package dandori.policy.placement;

import dandori.policy.Placement;
import dandori.policy.placement.switches.GroupPack;
import dandori.policy.placement.switches.GroupSpread;
import dandori.policy.placement.switches.LeafPacking;
import dandori.policy.placement.switches.RailPacking;

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

    /** The shortest run of free node numbers that is long enough. */
    public static Placement bestFit() {
        return new BestFit();
    }

    /** Free nodes by lot, the same for the same seed. */
    public static Placement random(long seed) {
        return new RandomNodes(seed);
    }

    /** The free nodes that come next behind the last one given. */
    public static Placement roundRobin() {
        return new RoundRobin();
    }

    /** Below the lowest switch with room, and there below few leaf switches. */
    public static Placement leafPacking() {
        return new LeafPacking();
    }

    /** In one pod if any has room, else evenly in as few pods as possible. */
    public static Placement railPacking() {
        return new RailPacking();
    }

    /** In as few groups of a dragonfly as possible, and there below few routers. */
    public static Placement groupPack() {
        return new GroupPack();
    }

    /** Evenly over all groups of a dragonfly, and over the routers of each. */
    public static Placement groupSpread() {
        return new GroupSpread(false);
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
