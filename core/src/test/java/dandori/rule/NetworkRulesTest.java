package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.interconnect.FatTree;
import dandori.interconnect.Interconnect;
import dandori.interconnect.RailOptimized;
import dandori.interconnect.Torus;
import dandori.job.Communication;
import dandori.job.Pattern;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.network.Fidelity;
import dandori.network.NetworkModel;
import dandori.network.Networks;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of docs/models/network.md, by numbers that can be worked out by hand. */
class NetworkRulesTest {

    // Two leaves of 4 nodes; a node's link carries 10 B/s, a leaf's uplink 40 / 4 = 10 B/s.
    private static final Interconnect TWO_LEAVES = new FatTree(8, List.of(4), List.of(4.0), 10);

    @Test
    void twoRingsOverOneUplinkGetHalfOfIt() {
        // Alone each gets 10 B/s on every link. 200 B take 20 of the 100 s; at 5 B/s they take 40.
        NetworkModel network = run(Networks.maxMin(), TWO_LEAVES);
        network.started(1, nodes(0, 1, 4, 5), ring(200), 100_000);
        assertThat(changes(network)).isEmpty();
        network.started(2, nodes(2, 3, 6, 7), ring(200), 100_000);
        assertThat(changes(network)).isEqualTo("1 0.8333, 2 0.8333");
        network.ended(1);
        assertThat(changes(network)).isEqualTo("2 1.0000");
    }

    @Test
    void whoWaitsLessForMessagesIsSlowedLess() {
        // 100 B are 10 s of 100; at half the bandwidth 20: 100 / 110.
        NetworkModel network = run(Networks.maxMin(), TWO_LEAVES);
        network.started(2, nodes(0, 1, 4, 5), ring(100), 100_000);
        network.started(1, nodes(2, 3, 6, 7), ring(200), 100_000);
        assertThat(changes(network)).isEqualTo("1 0.8333, 2 0.9091");
    }

    @Test
    void aJobThatSendsMoreThanItHasTimeForOnlyCommunicates() {
        NetworkModel network = run(Networks.maxMin(), TWO_LEAVES);
        network.started(1, nodes(0, 1, 4, 5), ring(5_000), 100_000);
        network.started(2, nodes(2, 3, 6, 7), ring(1e9), 100_000);
        assertThat(changes(network)).isEqualTo("1 0.5000, 2 0.5000");
    }

    @Test
    void jobsThatShareNoLinkDoNotKnowEachOther() {
        NetworkModel network = run(Networks.maxMin(), TWO_LEAVES);
        network.started(1, NodeSet.range(0, 3), ring(1e9), 100_000);
        network.started(2, NodeSet.range(4, 7), ring(1e9), 100_000);
        assertThat(changes(network)).isEmpty();
    }

    @Test
    void whoStandsApartIsSlowedWithNobodyElseAbout() {
        // All-to-all of 4: on one leaf 10 B/s. On two leaves a node sends 2/3 of its bytes across,
        // 2 nodes a leaf: 4/3 over an uplink of 10, so 7.5 B/s. 1,000 B: 100 s become 133.
        NetworkModel network = run(Networks.maxMin(), TWO_LEAVES);
        network.started(1, nodes(0, 1, 4, 5), allToAll(1_000), 100_000);
        assertThat(changes(network)).isEqualTo("1 0.7500");
    }

    @Test
    void startsAndEndsOfOneInstantCountTogether() {
        NetworkModel network = run(Networks.maxMin(), TWO_LEAVES);
        network.started(1, nodes(0, 1, 4, 5), ring(200), 100_000);
        network.started(2, nodes(2, 3, 6, 7), ring(200), 100_000);
        network.ended(1);
        assertThat(changes(network)).isEmpty();
        network.started(3, nodes(0, 1, 4, 5), ring(200), 100_000);
        network.ended(2);
        network.started(2, nodes(2, 3, 6, 7), ring(200), 100_000);
        assertThat(changes(network)).isEqualTo("2 0.8333, 3 0.8333");
    }

    @Test
    void overTwoPodsMessagesTakeAsMuchLongerAsMeasured() {
        // SAKURAONE, 32 nodes: 16.4 % of the time within a pod, 19.3 % over two.
        NetworkModel network =
                run(Networks.staticSlowdown(), new RailOptimized(100, 8, 50, 50e9, 1));
        Communication sends = allToAll(0.164 * 100 * 8 * 50e9);
        network.started(1, NodeSet.range(0, 31), sends, 100_000);
        assertThat(changes(network)).isEmpty();
        network.started(2, NodeSet.range(34, 65), sends, 100_000);
        assertThat(changes(network)).isEqualTo("2 0.9652"); // 83.6 / (83.6 + 20.0) = 80.7 %
    }

    @Test
    void onATorusMessagesTakeLongerAsTheirWaysAreLonger() {
        Torus torus = Torus.tofuD(4, 4, 4, 1e9);
        NetworkModel network = run(Networks.staticSlowdown(), torus);
        network.started(1, NodeSet.range(0, 11), ring(1e15), 100_000);
        assertThat(changes(network)).isEmpty();
        network.started(2, nodes(12, 112, 212, 312, 412, 512), ring(1e15), 100_000);
        String slow = changes(network);
        assertThat(slow).startsWith("2 0.");
        assertThat(Double.parseDouble(slow.substring(2))).isBetween(0.1, 0.5);
        network.ended(2);
        network.ended(1);
        assertThat(changes(network)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fidelity.class)
    void whereNoLinkIsCountedEveryJobRunsAtFullSpeed(Fidelity fidelity) {
        NetworkModel network = fidelity.model().forRun(Machine.flat("flat", 10));
        network.started(1, nodes(0, 9), ring(1e30), 1);
        network.started(2, nodes(5), ring(1e30), 0);
        assertThat(changes(network)).isEmpty();
        network.ended(1);
        assertThat(changes(network)).isEmpty();
        assertThat(Fidelity.named(fidelity.text())).contains(fidelity);
    }

    @Test
    void aModelThatIsInNoRunSaysSo() {
        assertThatThrownBy(() -> Networks.maxMin().ended(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe call forRun");
    }

    private static NetworkModel run(NetworkModel model, Interconnect wiring) {
        int nodes = wiring.nodes();
        return model.forRun(
                new Machine("m", AllocationUnit.NODE, wiring, List.of(new Pool("m", 0, nodes))));
    }

    private static Communication ring(double bytesPerNode) {
        return new Communication(Pattern.RING_ALL_REDUCE, bytesPerNode);
    }

    private static Communication allToAll(double bytesPerNode) {
        return new Communication(Pattern.ALL_TO_ALL, bytesPerNode);
    }

    private static NodeSet nodes(int... nodes) {
        java.util.BitSet set = new java.util.BitSet();
        for (int node : nodes) {
            set.set(node);
        }
        return NodeSet.of(set);
    }

    private static String changes(NetworkModel network) {
        StringBuilder text = new StringBuilder();
        network.changes((job, speed) ->
                text.append(text.isEmpty() ? "" : ", ")
                        .append(String.format(Locale.ROOT, "%d %.4f", job, speed)));
        return text.toString();
    }
}
