package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Axis;
import dandori.interconnect.Torus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Grids of one to six axes, of which some wrap, numbered in any order. */
class TorusTest extends InterconnectContract<Torus> {

    @Override
    List<Torus> samples() {
        var samples = new ArrayList<Torus>();
        for (int length = 1; length <= 6; length++) {
            samples.add(grid(1, new Axis("X", length, true)));
            samples.add(grid(1, new Axis("X", length, false)));
        }
        var random = new Random(3);
        while (samples.size() < 90) {
            var axes = new ArrayList<Axis>();
            int nodes = 1;
            for (int axis = 0; axis <= samples.size() % 6; axis++) {
                int length = 1 + random.nextInt(axis < 3 ? 4 : 3);
                axes.add(new Axis("A" + axis, length, random.nextBoolean()));
                nodes *= length;
            }
            if (nodes <= 72) {
                samples.add(grid(samples.size(), axes.toArray(Axis[]::new)));
            }
        }
        samples.add(Torus.tofuD(2, 1, 3, 7));
        return samples;
    }

    private static Torus grid(long seed, Axis... axes) {
        var numbering = new ArrayList<>(IntStream.range(0, axes.length).boxed().toList());
        Collections.shuffle(numbering, new Random(seed));
        return new Torus(List.of(axes), (int) (seed % (axes.length / 2 + 1)), numbering, 7);
    }

    @Override
    WiredTwin twin(Torus torus) {
        var twin = new WiredTwin(torus.nodes());
        for (int node = 0; node < torus.nodes(); node++) {
            int[] place = place(torus, node);
            for (int i = 0; i < place.length; i++) {
                Axis axis = torus.axes().get(i);
                int[] next = place.clone();
                next[i]++;
                if (next[i] == axis.length()) {
                    next[i] = 0;
                    if (!axis.wraps() || axis.length() < 3) {
                        continue; // the border, or the cable that is there already
                    }
                }
                twin.join("n" + node, "n" + number(torus, next), 7);
            }
        }
        return twin;
    }

    @Override
    boolean goesBackTheSameWay() {
        return false; // along the same axis first, so over other corners
    }

    private static int[] place(Torus torus, int node) {
        int[] place = new int[torus.axes().size()];
        int rest = node;
        for (int i = place.length - 1; i >= 0; i--) {
            int axis = torus.numbering().get(i);
            place[axis] = rest % torus.axes().get(axis).length();
            rest /= torus.axes().get(axis).length();
        }
        return place;
    }

    private static int number(Torus torus, int[] place) {
        int number = 0;
        for (int axis : torus.numbering()) {
            number = number * torus.axes().get(axis).length() + place[axis];
        }
        return number;
    }

    @Test
    void coordinatesNameNodes() {
        for (Torus torus : samples()) {
            for (int node = 0; node < torus.nodes(); node++) {
                int[] place = place(torus, node);
                assertThat(torus.node(place)).isEqualTo(node);
                for (int axis = 0; axis < place.length; axis++) {
                    assertThat(torus.coordinate(node, axis)).isEqualTo(place[axis]);
                }
            }
        }
    }

    @Test
    void noHalvesAreJoinedByLess() {
        int compared = 0;
        for (Torus torus : samples()) {
            if (torus.nodes() > 1 && torus.nodes() <= 12) {
                assertThat(torus.bisectionBytesPerSecond())
                        .as(describe(torus))
                        .isEqualTo(twin(torus).bisection());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void foldedPositionsAreNeighboursByCable() {
        for (Torus torus : samples()) {
            var grid = torus.folded();
            var seen = new BitSet();
            for (int node = 0; node < torus.nodes(); node++) {
                int[] at = new int[grid.axes()];
                for (int axis = 0; axis < at.length; axis++) {
                    at[axis] = grid.position(node, axis);
                }
                assertThat(grid.node(at)).isEqualTo(node);
                seen.set(node);
                for (int axis = 0; axis < at.length; axis++) {
                    if (at[axis] + 1 < grid.length(axis)) {
                        int[] next = at.clone();
                        next[axis]++;
                        assertThat(torus.hops(node, grid.node(next))).isEqualTo(1);
                    }
                }
            }
            assertThat(seen.cardinality()).isEqualTo(torus.nodes());
        }
    }

    @Override
    String describe(Torus torus) {
        return torus.axes() + " numbered " + torus.numbering();
    }
}
