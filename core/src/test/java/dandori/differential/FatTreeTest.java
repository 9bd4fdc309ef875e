package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.FatTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Fat trees of one to four levels, with partly filled switches and with fewer nodes than levels.
 */
class FatTreeTest extends InterconnectContract<FatTree> {

    @Override
    List<FatTree> samples() {
        var samples = new ArrayList<FatTree>();
        var random = new Random(5);
        for (int i = 0; i < 120; i++) {
            var fanOut = new ArrayList<Integer>();
            var ratios = new ArrayList<Double>();
            for (int level = 0; level <= i % 3; level++) {
                fanOut.add(2 + random.nextInt(4));
                ratios.add(List.of(1.0, 2.0, 4.0, 0.5).get(random.nextInt(4)));
            }
            samples.add(new FatTree(1 + random.nextInt(48), fanOut, ratios, 64));
        }
        return samples;
    }

    @Override
    WiredTwin twin(FatTree tree) {
        var twin = new WiredTwin(tree.nodes());
        var below = new ArrayList<>(twin.nodes); // what a level joins, in order
        var carried = new ArrayList<Double>();
        below.forEach(node -> carried.add(tree.nodeBytesPerSecond()));
        for (int level = 0; level <= tree.fanOut().size(); level++) {
            boolean last = level == tree.fanOut().size();
            int fan = last ? below.size() : tree.fanOut().get(level);
            var names = new ArrayList<String>();
            var sums = new ArrayList<Double>();
            for (int i = 0; i < below.size(); i++) {
                if (i % fan == 0) {
                    names.add("s" + level + "/" + names.size());
                    sums.add(0.0);
                }
                int at = names.size() - 1;
                twin.join(below.get(i), names.get(at), carried.get(i));
                sums.set(at, sums.get(at) + carried.get(i));
            }
            if (names.size() == 1) {
                return twin;
            }
            double ratio = tree.oversubscription().get(level);
            carried.clear();
            sums.forEach(sum -> carried.add(sum / ratio));
            below.clear();
            below.addAll(names);
        }
        throw new AssertionError("The top joins all.");
    }

    @Test
    void itsMiddleCarriesWhatTheGraphCarries() {
        for (FatTree tree : samples()) {
            if (tree.nodes() > 1) {
                assertThat(tree.bisectionBytesPerSecond())
                        .as(describe(tree))
                        .isCloseTo(twin(tree).cutInTheMiddle(), within(1e-6));
            }
        }
    }

    @Test
    void noHalvesOfARegularTreeAreJoinedByLess() {
        for (var fanOut : List.of(List.of(2, 2), List.of(3, 2), List.of(2, 2, 2))) {
            for (double ratio : new double[] {1, 2}) {
                var ratios = fanOut.stream().map(any -> ratio).toList();
                int nodes = fanOut.stream().reduce(2, (a, b) -> a * b) / (fanOut.size() - 1);
                var tree = new FatTree(nodes, fanOut, ratios, 64);
                assertThat(tree.bisectionBytesPerSecond())
                        .as(describe(tree))
                        .isEqualTo(twin(tree).bisection());
            }
        }
    }

    @Override
    String describe(FatTree tree) {
        return tree.nodes() + " below " + tree.fanOut() + " by " + tree.oversubscription();
    }
}
