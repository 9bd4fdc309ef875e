package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Dragonfly;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jgrapht.graph.AsSubgraph;
import org.junit.jupiter.api.Test;

/** Dragonflies with fewer, as many and more groups than a router of each for every other group. */
class DragonflyTest extends InterconnectContract<Dragonfly> {

    @Override
    List<Dragonfly> samples() {
        var samples = new ArrayList<Dragonfly>();
        for (int groups = 1; groups <= 9; groups++) {
            for (int routers = 1; routers <= 4; routers++) {
                for (int nodes = 1; nodes <= 2; nodes++) {
                    samples.add(new Dragonfly(groups, routers, nodes, 1_000, 1_001, 3));
                }
            }
        }
        return samples;
    }

    @Override
    WiredTwin twin(Dragonfly wired) {
        var twin = new WiredTwin(wired.nodes());
        int node = 0;
        for (int group = 0; group < wired.groups(); group++) {
            for (int router = 0; router < wired.routersPerGroup(); router++) {
                for (int other = 0; other < router; other++) {
                    twin.join(router(group, router), router(group, other), 1_001);
                }
                for (int port = 0; port < wired.nodesPerRouter(); port++) {
                    twin.join("n" + node++, router(group, router), 1_000);
                }
            }
        }
        for (int group = 0; group < wired.groups(); group++) {
            for (int other = 0; other < group; other++) {
                twin.join(
                        router(group, holder(wired, group, other)),
                        router(other, holder(wired, other, group)),
                        3);
            }
        }
        return twin;
    }

    private static String router(int group, int router) {
        return "router" + group + "/" + router;
    }

    /** Deals the other groups out to the routers, the same number to each as long as they last. */
    private static int holder(Dragonfly wired, int group, int sought) {
        int routers = wired.routersPerGroup();
        int others = wired.groups() - 1;
        int each = others / routers + (others % routers == 0 ? 0 : 1);
        int dealt = 0;
        for (int other = 0; other < wired.groups(); other++) {
            if (other == sought) {
                break;
            }
            dealt += other == group ? 0 : 1;
        }
        return dealt / each;
    }

    /** Only through the two groups: for each other group in turn, what is left without the rest. */
    @Override
    int[] distances(Dragonfly wired, WiredTwin twin, int from) {
        int perGroup = wired.routersPerGroup() * wired.nodesPerRouter();
        int home = from / perGroup;
        int[] distances = new int[wired.nodes()];
        for (int group = 0; group < wired.groups(); group++) {
            var near = new LinkedHashSet<String>();
            for (int both : new int[] {home, group}) {
                near.addAll(twin.nodes.subList(both * perGroup, (both + 1) * perGroup));
                for (int router = 0; router < wired.routersPerGroup(); router++) {
                    near.add(router(both, router));
                }
            }
            int[] through = twin.distances(new AsSubgraph<>(twin.graph, near), from);
            System.arraycopy(through, group * perGroup, distances, group * perGroup, perGroup);
        }
        return distances;
    }

    @Test
    void withOneGlobalCableARouterNoWayIsShorter() {
        for (Dragonfly wired : samples()) {
            WiredTwin twin = twin(wired);
            for (int from = 0; from < wired.nodes(); from++) {
                int[] shortest = twin.distances(twin.graph, from);
                for (int to = 0; to < wired.nodes(); to++) {
                    if (wired.groups() <= wired.routersPerGroup() + 1) {
                        assertThat(wired.hops(from, to)).isEqualTo(shortest[to]);
                    } else {
                        assertThat(wired.hops(from, to)).isGreaterThanOrEqualTo(shortest[to]);
                    }
                }
            }
        }
    }

    @Test
    void halfOfTheGroupsReachTheOthersByTheirCables() {
        for (Dragonfly wired : samples()) {
            if (wired.groups() % 2 == 0) {
                assertThat(wired.bisectionBytesPerSecond())
                        .as(describe(wired))
                        .isEqualTo(twin(wired).cutInTheMiddle());
            }
        }
        assertThat(new Dragonfly(2, 2, 3, 5, 1_000, 1_000).bisectionBytesPerSecond()).isEqualTo(30);
        assertThat(new Dragonfly(1, 4, 3, 1_000, 7, 9).bisectionBytesPerSecond()).isEqualTo(28);
    }
}
