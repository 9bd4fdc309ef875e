package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.policy.Placement;
import dandori.policy.placement.Placements;
import dandori.reference.Desk;
import dandori.reference.ObviousPlacements;
import dandori.reference.Switched;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Placements with counts and bits against lists and scans, on random states. */
class PlacementTwinsTest {

    /** A placement and how it is done by hand. */
    enum Twin {
        BEST_FIT {
            @Override
            Placement placement() {
                return Placements.bestFit();
            }

            @Override
            NodeSet byHand(ObviousPlacements obvious, int nodes) {
                return obvious.bestFit(nodes);
            }
        },
        LEAF_PACKING {
            @Override
            Placement placement() {
                return Placements.leafPacking();
            }

            @Override
            NodeSet byHand(ObviousPlacements obvious, int nodes) {
                return obvious.leafPacking(nodes);
            }
        },
        RAIL_PACKING {
            @Override
            Placement placement() {
                return Placements.railPacking();
            }

            @Override
            NodeSet byHand(ObviousPlacements obvious, int nodes) {
                return obvious.railPacking(nodes);
            }
        },
        GROUP_PACK {
            @Override
            Placement placement() {
                return Placements.groupPack();
            }

            @Override
            NodeSet byHand(ObviousPlacements obvious, int nodes) {
                return obvious.groupPack(nodes);
            }
        },
        GROUP_SPREAD {
            @Override
            Placement placement() {
                return Placements.groupSpread();
            }

            @Override
            NodeSet byHand(ObviousPlacements obvious, int nodes) {
                return obvious.groupSpread(nodes);
            }
        };

        abstract Placement placement();

        abstract NodeSet byHand(ObviousPlacements obvious, int nodes);
    }

    @ParameterizedTest
    @EnumSource
    void equalsWhatIsDoneByHand(Twin twin) {
        SplittableRandom random = new SplittableRandom(11);
        for (int world = 0; world < 150; world++) {
            Machine machine = machine(random);
            Desk desk = new Desk(machine, twin.placement());
            List<NodeSet> running = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                if (desk.freeNodes() > 0) {
                    int most = random.nextBoolean() ? desk.freeNodes() : 1 + desk.freeNodes() / 4;
                    int nodes = 1 + random.nextInt(most);
                    var obvious =
                            new ObviousPlacements(machine.interconnect().switches(), free(desk));
                    NodeSet set = desk.ask(nodes);
                    assertThat(set).isEqualTo(twin.byHand(obvious, nodes));
                    desk.take(set);
                    running.add(set);
                }
                while (!running.isEmpty() && random.nextInt(7) < 4) {
                    desk.give(running.remove(random.nextInt(running.size())));
                }
            }
        }
    }

    /** One to three levels; up to 90 leaves, so that a set of them may need two words. */
    private static Machine machine(SplittableRandom random) {
        int groups = 1 + random.nextInt(6);
        int[] leavesOfGroups = new int[groups];
        List<Integer> nodes = new ArrayList<>();
        int mostLeaves = random.nextInt(10) == 0 ? 30 : 5;
        int mostNodes = random.nextInt(10) == 0 ? 80 : 6;
        for (int group = 0; group < groups; group++) {
            leavesOfGroups[group] = 1 + random.nextInt(mostLeaves);
            for (int leaf = 0; leaf < leavesOfGroups[group]; leaf++) {
                nodes.add(1 + random.nextInt(mostNodes));
            }
        }
        int[] nodesOfLeaves = nodes.stream().mapToInt(Integer::intValue).toArray();
        return switch (random.nextInt(4)) {
            case 0 -> Machine.flat("flat", nodesOfLeaves.length);
            case 1 -> Switched.machine(nodesOfLeaves);
            default -> Switched.machine(nodesOfLeaves, leavesOfGroups);
        };
    }

    private static BitSet free(Desk desk) {
        BitSet free = new BitSet();
        for (int node = 0; node < desk.pool().nodes(); node++) {
            free.set(node, desk.freePool().isFree(node));
        }
        return free;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLotIsFloydsDrawFromTheListOfFreeNodes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int world = 0; world < 200; world++) {
            Desk desk =
                    Desk.withFree(
                            random.nextLong(), Machine.flat("m", 60), Placements.random(seed));
            List<Integer> list = free(desk).stream().boxed().toList();
            int nodes = 1 + random.nextInt(list.size());
            var lot = new RandomStreams(seed).stream("placement", nodes - 1);
            BitSet drawn = new BitSet();
            for (int i = list.size() - nodes; i < list.size(); i++) {
                int number = list.get(lot.nextInt(i + 1));
                drawn.set(drawn.get(number) ? list.get(i) : number);
            }
            assertThat(desk.ask(nodes)).isEqualTo(NodeSet.of(drawn));
        }
    }

    @Test
    void roundRobinIsAWalkAroundTheNodes() {
        SplittableRandom random = new SplittableRandom(3);
        Desk desk = new Desk(Machine.flat("m", 23), Placements.roundRobin());
        List<NodeSet> running = new ArrayList<>();
        int next = 0;
        for (int step = 0; step < 3_000; step++) {
            if (desk.freeNodes() > 0) {
                int nodes = 1 + random.nextInt(desk.freeNodes());
                BitSet expected = new BitSet();
                int walker = next;
                while (expected.cardinality() < nodes) {
                    expected.set(walker, desk.freePool().isFree(walker));
                    walker = (walker + 1) % 23;
                }
                assertThat(desk.ask(nodes)).isEqualTo(NodeSet.of(expected));
                if (random.nextBoolean()) { // asking alone moves nothing
                    running.add(desk.start(nodes));
                    next = walker;
                }
            }
            while (!running.isEmpty() && random.nextInt(7) < 4) {
                desk.give(running.remove(random.nextInt(running.size())));
            }
        }
    }
}
