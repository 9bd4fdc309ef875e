package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.interconnect.Interconnect;
import dandori.interconnect.SwitchTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every interconnect owes; a class that tests one extends this.
 *
 * @param <T> the kind of interconnect
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InterconnectContract<T extends Interconnect> {

    private static final int FEW = 40; // nodes at which all triples may be tried

    /** Many small ones, of all forms. */
    abstract List<T> samples();

    /** The same, drawn cable by cable from its definition. */
    abstract WiredTwin twin(T wired);

    /** Distances that its routing allows; the shortest where it does not limit them. */
    int[] distances(T wired, WiredTwin twin, int from) {
        return twin.distances(twin.graph, from);
    }

    /** Whether routes are spread so that some links may lie on none. */
    boolean linksMayBeIdle() {
        return false;
    }

    /** Whether the route back crosses the same switches. */
    boolean goesBackTheSameWay() {
        return true;
    }

    /** Whether there is no shorter way through a node that passes nothing on. */
    boolean isThrough(T wired, int node) {
        return true;
    }

    /** Whether the real wiring has more cables than links are counted. */
    boolean isBundled() {
        return false;
    }

    @Test
    void hopsAndDiameterAreThoseOfTheGraph() {
        for (T wired : samples()) {
            WiredTwin twin = twin(wired);
            int farthest = 0;
            for (int from = 0; from < wired.nodes(); from++) {
                int[] distances = distances(wired, twin, from);
                for (int to = 0; to < wired.nodes(); to++) {
                    assertThat(wired.hops(from, to))
                            .as("%s: %d to %d", describe(wired), from, to)
                            .isEqualTo(distances[to]);
                    farthest = Math.max(farthest, distances[to]);
                }
            }
            assertThat(wired.diameter()).as(describe(wired)).isEqualTo(farthest);
        }
    }

    @Test
    void routesAreWalksOverItsCables() {
        for (T wired : samples()) {
            if (wired.nodes() == 1) {
                continue; // there is nowhere to go
            }
            var ends = new LinkEnds(wired, goesBackTheSameWay());
            WiredTwin network = ends.network();
            assertThat(ends.allUsed() || linksMayBeIdle()).as(describe(wired)).isTrue();
            if (!isBundled() && !linksMayBeIdle()) {
                WiredTwin twin = twin(wired);
                assertThat(network.graph.vertexSet())
                        .as(describe(wired))
                        .hasSameSizeAs(twin.graph.vertexSet());
                assertThat(2 * twin.graph.edgeSet().size()).isEqualTo(wired.linkCount());
                assertThat(weights(network)).isEqualTo(weights(twin));
                for (String node : twin.nodes) {
                    assertThat(network.graph.degreeOf(node)).isEqualTo(twin.graph.degreeOf(node));
                }
                for (int from = 0; from < wired.nodes(); from++) {
                    assertThat(network.distances(network.graph, from))
                            .isEqualTo(twin.distances(twin.graph, from));
                }
            }
        }
    }

    private static List<Double> weights(WiredTwin twin) {
        return twin.graph.edgeSet().stream().map(twin.graph::getEdgeWeight).sorted().toList();
    }

    @Test
    void hopsAreAMetric() {
        for (T wired : samples()) {
            int nodes = Math.min(wired.nodes(), FEW);
            for (int a = 0; a < nodes; a++) {
                assertThat(wired.hops(a, a)).isZero();
                for (int b = 0; b < nodes; b++) {
                    assertThat(wired.hops(a, b)).isEqualTo(wired.hops(b, a));
                    assertThat(wired.hops(a, b) > 0).isEqualTo(a != b);
                    for (int c = 0; c < nodes; c++) {
                        if (isThrough(wired, b)
                                && wired.hops(a, c) > wired.hops(a, b) + wired.hops(b, c)) {
                            throw new AssertionError(describe(wired) + a + " " + b + " " + c);
                        }
                    }
                }
            }
        }
    }

    @Test
    void theSameWayIsTakenEachTime() {
        for (T wired : samples()) {
            var once = new ArrayList<Integer>();
            var again = new ArrayList<Integer>();
            wired.route(0, wired.nodes() - 1, once::add);
            wired.route(0, wired.nodes() - 1, again::add);
            assertThat(once).isEqualTo(again);
        }
    }

    @Test
    void switchesHoldEveryNodeAndThoseBelowOneLeafAreClose() {
        for (T wired : samples()) {
            SwitchTree tree = wired.switches();
            assertThat(tree.nodes()).isEqualTo(wired.nodes());
            assertThat(tree.switches(tree.levels() - 1)).isEqualTo(1);
            for (int level = 1; level < tree.levels(); level++) {
                assertThat(tree.switches(level))
                        .as(describe(wired))
                        .isLessThan(tree.switches(level - 1));
            }
        }
    }

    @Test
    void linksAndNothingElseHaveABandwidth() {
        for (T wired : samples()) {
            for (int link = 0; link < wired.linkCount(); link++) {
                assertThat(wired.bytesPerSecond(link)).isPositive();
            }
            for (int none : new int[] {-1, wired.linkCount()}) {
                assertThatThrownBy(() -> wired.bytesPerSecond(none))
                        .isInstanceOf(RuntimeException.class);
            }
        }
    }

    String describe(T wired) {
        return wired.toString();
    }
}
