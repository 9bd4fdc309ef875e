package dandori.contract;

import dandori.policy.Placement;
import dandori.policy.placement.Placements;
import dandori.policy.placement.switches.GroupSpread;
import org.junit.jupiter.api.Nested;

/** Every placement that finds room wherever enough nodes are free keeps the contract. */
class PlacementsTest {

    @Nested
    class FirstFit extends PlacementContract {

        @Override
        protected Placement placement() {
            return Placements.firstFit();
        }
    }

    @Nested
    class BestFit extends PlacementContract {

        @Override
        protected Placement placement() {
            return Placements.bestFit();
        }
    }

    @Nested
    class Random extends PlacementContract {

        @Override
        protected Placement placement() {
            return Placements.random(1);
        }
    }

    @Nested
    class RoundRobin extends PlacementContract {

        @Override
        protected Placement placement() {
            return Placements.roundRobin();
        }

        @Override
        protected boolean remembers() {
            return true;
        }
    }

    @Nested
    class LeafPacking extends PlacementContract {

        @Override
        protected Placement placement() {
            return Placements.leafPacking();
        }
    }

    @Nested
    class RailPacking extends PlacementContract {

        @Override
        protected Placement placement() {
            return Placements.railPacking();
        }
    }

    @Nested
    class GroupPack extends PlacementContract {

        @Override
        protected Placement placement() {
            return Placements.groupPack();
        }
    }

    @Nested
    class Spread extends PlacementContract {

        @Override
        protected Placement placement() {
            return Placements.groupSpread();
        }
    }

    @Nested
    class SpreadBeyondRouters extends PlacementContract {

        @Override
        protected Placement placement() {
            return new GroupSpread(true);
        }
    }
}
