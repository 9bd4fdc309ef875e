package dandori.rule;

import static dandori.reference.NodeDrawing.desk;
import static dandori.reference.NodeDrawing.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.policy.Placement;
import dandori.policy.placement.Placements;
import dandori.policy.placement.RandomNodes;
import dandori.policy.placement.switches.GroupSpread;
import dandori.policy.spi.Options;
import dandori.policy.spi.Parts;
import dandori.reference.Desk;
import dandori.reference.Switched;
import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One test for each rule about placements that look at node numbers or switches; {@link
 * dandori.reference.NodeDrawing} says how states are drawn.
 */
class PlacementRulesTest {

    @ParameterizedTest
    @CsvSource({
        "1, ox...x...x..x....", // the shortest run
        "2, .x...x...xoox....",
        "3, .xooox...x..x....", // of equals the first
        "4, .x...x...x..xoooo",
        "5, ox...x...x..xoooo", // none is long enough: the longest, the rest as tight as can be
        "6, .x...x...xooxoooo",
        "7, .xooox...x..xoooo",
        "8, oxooox...x..xoooo",
        "9, .xooox...xooxoooo"
    })
    void bestFitTakesTheShortestRunThatIsLongEnough(int nodes, String expected) {
        assertThat(placed(".x...x...x..x....", Placements.bestFit(), nodes)).isEqualTo(expected);
    }

    @Test
    void bestFitDoesNotSeeSwitches() {
        assertThat(placed("... x..x ..x.", Placements.bestFit(), 2)).isEqualTo("... xoox ..x.");
        assertThat(placed("xx. .xx ...", Placements.bestFit(), 2)).isEqualTo("xxo oxx ...");
    }

    @ParameterizedTest
    @CsvSource({
        "1, x... xxxo .... xx..", // the leaf with the fewest that are enough
        "2, x... xxx. .... xxoo",
        "3, xooo xxx. .... xx..",
        "4, x... xxx. oooo xx..",
        "5, x... xxxo oooo xx..", // the fullest leaf whole, then the tightest for the rest
        "6, x... xxx. oooo xxoo",
        "7, xooo xxx. oooo xx..",
        "8, xooo xxxo oooo xx..",
        "9, xooo xxx. oooo xxoo"
    })
    void leafPackingTakesTheTightestLeafElseFewLeaves(int nodes, String expected) {
        assertThat(placed("x... xxx. .... xx..", Placements.leafPacking(), nodes))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2, .xx .xx .xx|oo. .xx|... ...", // a leaf before a group
        "4, .xx .xx .xx|ooo oxx|... ...", // the group with the fewest that are enough
        "5, .xx .xx .xx|... .xx|ooo oo.",
        "7, oxx .xx .xx|ooo .xx|ooo ..." // no group has: few leaves on the whole machine
    })
    void leafPackingStaysBelowTheLowestSwitchWithRoom(int nodes, String expected) {
        assertThat(placed(".xx .xx .xx|... .xx|... ...", Placements.leafPacking(), nodes))
                .isEqualTo(expected);
    }

    @Test
    void theTightestSwitchMayHaveMoreLeavesThanNeeded() {
        assertThat(placed(".xx .xx .xx|.. ..x", Placements.leafPacking(), 3))
                .isEqualTo("oxx oxx oxx|.. ..x");
    }

    @ParameterizedTest
    @CsvSource({
        "3, ...... ooo xxx... xx....", // the pod with the fewest that are enough
        "6, oooooo ... xxx... xx....",
        "7, oooo.. ... xxx... xxooo.", // two pods, and two have four: the tighter, 4 and 3
        "8, oooo.. ... xxx... xxoooo",
        "9, ooooo. ... xxx... xxoooo", // five there are only once: the fullest, all they have
        "11, oooo.. ooo xxx... xxoooo", // three pods
        "15, ooooo. ooo xxxooo xxoooo" // four
    })
    void railPackingDividesEvenlyAmongFewPods(int nodes, String expected) {
        assertThat(placed("...... ... xxx... xx....", Placements.railPacking(), nodes))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, ... oxx|.. xx|... ...", // the router with the fewest that are enough
        "3, ooo .xx|.. xx|... ...",
        "4, ooo oxx|.. xx|... ...", // the group with the fewest that are enough
        "5, ... .xx|.. xx|ooo oo.",
        "7, ... .xx|o. xx|ooo ooo", // two groups: the fullest, the tightest for the rest
        "9, ooo .xx|.. xx|ooo ooo",
        "11, ooo oxx|o. xx|ooo ooo"
    })
    void groupPackTakesFewGroupsAndFewRouters(int nodes, String expected) {
        assertThat(placed("... .xx|.. xx|... ...", Placements.groupPack(), nodes))
                .isEqualTo(expected);
    }

    @Test
    void groupPackCountsGroupsWhereLeafPackingCountsLeaves() {
        String state = "... xx.|... xx.|.. ..";
        assertThat(placed(state, Placements.leafPacking(), 6)).isEqualTo("ooo xx.|ooo xx.|.. ..");
        assertThat(placed(state, Placements.leafPacking(), 5)).isEqualTo("ooo xx.|... xx.|oo ..");
        assertThat(placed(state, Placements.groupPack(), 8)).isEqualTo("ooo xxo|ooo xxo|.. ..");
    }

    @ParameterizedTest
    @CsvSource({
        "1, ... .xx|.. xx|o.. ...", // what cannot be divided comes from whoever has most
        "2, o.. .xx|.. xx|o.. ...",
        "3, o.. .xx|o. xx|o.. ...",
        "4, o.. .xx|o. xx|o.. o..", // evenly over the routers of a group
        "6, o.. oxx|oo xx|o.. o..",
        "8, oo. oxx|oo xx|oo. o..", // a group gives no more than it has
        "12, ooo oxx|oo xx|ooo ooo"
    })
    void groupSpreadTakesEquallyManyFromEachGroup(int nodes, String expected) {
        assertThat(placed("... .xx|.. xx|... ...", Placements.groupSpread(), nodes))
                .isEqualTo(expected);
    }

    @Test
    void groupSpreadMayKeepAJobBelowARouter() {
        Placement beyond = new GroupSpread(true);
        assertThat(placed("... ..x|.. xx|... ...", beyond, 2)).isEqualTo("... oox|.. xx|... ...");
        assertThat(placed("... ..x|.. xx|... ...", beyond, 4)).isEqualTo("o.. ..x|o. xx|o.. o..");
    }

    @Test
    void roundRobinGoesOnBehindTheLastNodeGiven() {
        Desk desk = new Desk(Machine.flat("m", 8), Placements.roundRobin());
        NodeSet first = desk.start(3);
        assertThat(first).hasToString("0-2");
        desk.give(first);
        assertThat(desk.start(3)).hasToString("3-5");
        assertThat(desk.start(3)).hasToString("0 6-7");
        assertThat(desk.start(1)).hasToString("1");
    }

    @Test
    void nodesThatLeaveServiceDoNotMoveTheTurn() {
        Desk desk = new Desk(Machine.flat("m", 8), Placements.roundRobin());
        desk.start(2);
        desk.serve(-3);
        assertThat(desk.ask(2)).hasToString("2-3");
        desk.serve(3);
        assertThat(desk.start(6)).hasToString("2-7");
    }

    @Test
    void aLotDependsOnTheSeedAndOnTheJob() {
        Machine machine = Machine.flat("m", 200);
        assertThat(new Desk(machine, Placements.random(1)).ask(10))
                .isEqualTo(new Desk(machine, Placements.random(1)).ask(10))
                .isNotEqualTo(new Desk(machine, Placements.random(2)).ask(10));
        Desk desk = new Desk(machine, Placements.random(1)); // other rows, other lots
        BitSet first = new BitSet();
        for (int nodes = 1; nodes <= 60; nodes++) {
            first.set(desk.ask(nodes).first(0));
        }
        assertThat(first.cardinality()).isGreaterThan(15);
    }

    @Test
    void everyFreeNodeIsAsLikelyInALot() {
        int[] drawn = new int[12];
        for (int seed = 0; seed < 4_000; seed++) {
            Desk desk = desk("xx...x.......", new RandomNodes(seed));
            NodeSet set = desk.ask(4);
            int rank = 0;
            for (int node = 0; node < 13; node++) {
                if (desk.freePool().isFree(node)) {
                    drawn[rank++] += set.contains(node) ? 1 : 0;
                }
            }
        }
        for (int rank = 0; rank < 10; rank++) {
            assertThat(drawn[rank]).as("rank %d", rank).isBetween(1_480, 1_720); // 1,600 ± 4 σ
        }
    }

    @Test
    void onlyNodesOfThePoolCount() {
        // Leaf 1 has three free nodes, but two belong to the other pool.
        Machine machine =
                Switched.machine(
                        Switched.tree(new int[] {3, 3, 3}),
                        new Pool("low", 0, 4),
                        new Pool("high", 4, 5));
        assertThat(new Desk(machine, 0, Placements.leafPacking()).ask(1)).hasToString("3");
        assertThat(new Desk(machine, 1, Placements.leafPacking()).ask(3)).hasToString("6-8");
        assertThat(new Desk(machine, 1, Placements.leafPacking()).ask(2)).hasToString("4-5");
    }

    @ParameterizedTest
    @CsvSource({
        "leaf-packing, 0-4",
        "rail-packing, 0-4",
        "group-pack, 0-4",
        "group-spread, 0-4",
        "best-fit, 0-4",
        "round-robin, 0-4"
    })
    void whereNobodySharesASwitchTheLowestNumbersAreTaken(String name, String expected) {
        Placement made =
                Parts.named(Placement.class, name)
                        .orElseThrow()
                        .create(new Options(Map.of("router-first", 0.0)));
        assertThat(new Desk(Machine.flat("m", 9), made).ask(5)).hasToString(expected);
    }

    @Test
    void aSeedIsAnOption() {
        Options options = new Options(Map.of("seed", 7.0));
        assertThat(Parts.named(Placement.class, "random").orElseThrow().create(options))
                .isEqualTo(Placements.random(7));
    }
}
