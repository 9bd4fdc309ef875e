package dandori.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.Axis;
import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.FlowTable;
import dandori.interconnect.Interconnect;
import dandori.interconnect.RailOptimized;
import dandori.interconnect.Torus;
import dandori.job.Communication;
import dandori.job.Pattern;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import dandori.reference.SlowFilling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jobs that come and go at random, against a twin that forgets everything and shares all links of
 * the machine among all jobs at each instant.
 */
class LinkSharingTest {

    private record Running(int job, Footprint footprint, double best, Communication sends) {}

    static Stream<Interconnect> wirings() {
        return Stream.of(
                Torus.tofuD(2, 3, 2, 6.8e9),
                new Torus(
                        List.of(new Axis("x", 7, true), new Axis("y", 5, false)),
                        0,
                        List.of(1, 0),
                        1e9),
                new FatTree(50, List.of(4, 4), List.of(2.0, 3.0), 1e9),
                new RailOptimized(40, 8, 10, 5e9, 2),
                new Dragonfly(5, 3, 2, 1e9, 2e9, 1e9));
    }

    @ParameterizedTest
    @MethodSource("wirings")
    void speedsAreThoseOfSharingEverythingAnew(Interconnect wiring) {
        for (int seed = 0; seed < 12; seed++) {
            play(wiring, new SplittableRandom(seed));
        }
    }

    private static void play(Interconnect wiring, SplittableRandom random) {
        Footprints footprints = new Footprints(wiring);
        BestPlace bestPlace = new BestPlace(footprints);
        int nodes = wiring.nodes();
        Machine machine =
                new Machine("m", AllocationUnit.NODE, wiring, List.of(new Pool("m", 0, nodes)));
        NetworkModel model = Networks.maxMin().forRun(machine);
        BitSet free = new BitSet();
        free.set(0, nodes);
        TreeMap<Integer, Running> running = new TreeMap<>();
        TreeMap<Integer, NodeSet> places = new TreeMap<>();
        TreeMap<Integer, Double> speeds = new TreeMap<>();
        for (int job = 0; job < 120; job++) {
            for (int ends = random.nextInt(3); ends > 0 && !running.isEmpty(); ends--) {
                int victim = new ArrayList<>(running.keySet()).get(random.nextInt(running.size()));
                running.remove(victim);
                speeds.remove(victim);
                free.or(bits(places.remove(victim)));
                model.ended(victim);
            }
            NodeSet place = place(free, random, 1 + random.nextInt(nodes / 4));
            if (place.size() > 0) {
                free.andNot(bits(place));
                Pattern pattern = Pattern.values()[random.nextInt(Pattern.values().length)];
                Communication sends = new Communication(pattern, 1e9 * (1 + random.nextInt(99)));
                double best = bestPlace.bytesPerSecond(pattern, place.size());
                Footprint print = footprints.of(pattern, Nodes.of(place));
                model.started(job, place, sends, 60_000);
                running.put(job, new Running(job, print, best, sends));
                places.put(job, place);
                speeds.put(job, 1.0);
            }
            if (random.nextInt(3) > 0) {
                tell(model, speeds);
                check(running, speeds, footprints.capacity());
            }
        }
    }

    private static void tell(NetworkModel model, Map<Integer, Double> speeds) {
        List<Integer> named = new ArrayList<>();
        model.changes((job, speed) -> {
            assertThat(speeds).containsKey(job);
            assertThat(speed).isNotEqualTo(speeds.get(job)).isGreaterThan(0).isLessThanOrEqualTo(1);
            speeds.put(job, speed);
            named.add(job);
        });
        assertThat(named).isSorted().doesNotHaveDuplicates();
        model.changes((job, speed) -> assertThat(job).as("named twice").isNegative());
    }

    private static void check(
            Map<Integer, Running> running, Map<Integer, Double> speeds, double[] capacity) {
        FlowTable flows = new FlowTable();
        for (Running one : running.values()) {
            flows.add(1, Double.POSITIVE_INFINITY);
            for (int i = 0; i < one.footprint.links().length; i++) {
                flows.loads(one.footprint.links()[i], one.footprint.use()[i]);
            }
        }
        double[] rates = SlowFilling.rates(flows, capacity);
        int flow = 0;
        for (Running one : running.values()) {
            double seconds = 60;
            double waiting = Math.min(seconds, one.sends.bytesPerNode() / one.best);
            double slowed = waiting * one.best / rates[flow++];
            double speed =
                    one.best == Double.POSITIVE_INFINITY
                            ? 1
                            : Math.min(1, seconds / (seconds - waiting + slowed));
            assertThat(speeds.get(one.job)).as("job %d", one.job).isCloseTo(speed, within(1e-7));
        }
    }

    private static NodeSet place(BitSet free, SplittableRandom random, int count) {
        BitSet place = new BitSet();
        boolean isScattered = random.nextBoolean();
        int node = free.nextSetBit(random.nextInt(free.length() + 1));
        for (int given = 0; given < count && node >= 0; given++) {
            place.set(node);
            node = free.nextSetBit(node + 1 + (isScattered ? random.nextInt(4) : 0));
        }
        return NodeSet.of(place);
    }

    private static BitSet bits(NodeSet set) {
        BitSet bits = new BitSet();
        for (int node : Nodes.of(set)) {
            bits.set(node);
        }
        return bits;
    }
}
