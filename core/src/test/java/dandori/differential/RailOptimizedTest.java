package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.RailOptimized;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rails against every leaf, spine and port drawn by itself. */
class RailOptimizedTest extends InterconnectContract<RailOptimized> {

    @Override
    List<RailOptimized> samples() {
        var samples = new ArrayList<RailOptimized>();
        for (int nodes = 1; nodes <= 18; nodes++) {
            for (int perPod = 2; perPod <= 8; perPod += 3) {
                for (double ratio : new double[] {1, 2, 0.5}) {
                    samples.add(new RailOptimized(nodes, 1 + nodes % 4, perPod, 32, ratio));
                }
            }
        }
        return samples;
    }

    /** As many spines as rails; each leaf has a cable to each spine. */
    @Override
    WiredTwin twin(RailOptimized wired) {
        var twin = new WiredTwin(wired.nodes());
        int rails = wired.rails();
        for (int node = 0; node < wired.nodes(); node++) {
            int pod = node / wired.nodesPerPod();
            for (int rail = 0; rail < rails; rail++) {
                twin.join("n" + node, "leaf" + pod + "/" + rail, wired.railBytesPerSecond());
            }
        }
        int pods = (wired.nodes() - 1) / wired.nodesPerPod() + 1;
        for (int pod = 0; pod < pods && pods > 1; pod++) {
            int first = pod * wired.nodesPerPod();
            int inPod = Math.min(wired.nodesPerPod(), wired.nodes() - first);
            double up = inPod * wired.railBytesPerSecond() / wired.spineOversubscription();
            for (int rail = 0; rail < rails; rail++) {
                for (int spine = 0; spine < rails; spine++) {
                    twin.join("leaf" + pod + "/" + rail, "spine" + spine, up / rails);
                }
            }
        }
        return twin;
    }

    @Override
    boolean isBundled() {
        return true;
    }

    @Test
    void itsMiddleCarriesWhatTheGraphCarries() {
        for (RailOptimized wired : samples()) {
            if (wired.nodes() > 1) {
                assertThat(wired.bisectionBytesPerSecond())
                        .as(describe(wired))
                        .isCloseTo(twin(wired).cutInTheMiddle(), within(1e-6));
            }
        }
    }

    @Override
    String describe(RailOptimized wired) {
        return "%d nodes, %d rails, pods of %d, %s"
                .formatted(
                        wired.nodes(),
                        wired.rails(),
                        wired.nodesPerPod(),
                        wired.spineOversubscription());
    }
}
