package dandori.network;

import dandori.interconnect.Torus;
import dandori.job.Communication;
import dandori.job.Pattern;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A job of a thousand that run on Fugaku ends, and starts again at its place: time for the two
 * events and for asking what has changed after each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JobsOnFugaku {

    private static final int JOBS = 1_000;

    /** What all jobs send. */
    @Param({"RING_ALL_REDUCE", "TORUS_ALL_REDUCE", "NEIGHBOUR_EXCHANGE", "ALL_TO_ALL"})
    public Pattern pattern = Pattern.RING_ALL_REDUCE;

    /**
     * How they lie: whole units of their own; the lowest free nodes after a thousand others came
     * and went; or pieces of 12 nodes anywhere.
     */
    @Param({"units", "first-fit", "pieces"})
    public String place = "units";

    private final List<NodeSet> nodes = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(7);
    private NetworkModel network = Networks.none();
    private Communication sends = new Communication(pattern, 1e12);
    private double sum;

    /** For JMH. */
    public JobsOnFugaku() {}

    /** Starts a thousand jobs of 1 to 317 nodes, 159 on average. */
    @Setup
    public void start() {
        Torus torus = Torus.tofuD(24, 23, 24, 6.8e9);
        Machine machine =
                new Machine(
                        "fugaku",
                        AllocationUnit.NODE,
                        torus,
                        List.of(new Pool("all", 0, torus.nodes())));
        sends = new Communication(pattern, 1e12);
        network = Networks.maxMin().forRun(machine);
        BitSet free = new BitSet();
        free.set(0, torus.nodes());
        while (nodes.size() < JOBS) {
            nodes.add(place(free, 1 + random.nextInt(place.equals("units") ? 300 : 317)));
        }
        for (int turn = 0; turn < JOBS && place.equals("first-fit"); turn++) {
            int job = random.nextInt(JOBS);
            free.or(bits(nodes.get(job)));
            nodes.set(job, place(free, Math.min(free.cardinality(), 1 + random.nextInt(317))));
        }
        for (int job = 0; job < JOBS; job++) {
            network.started(job, nodes.get(job), sends, 3_600_000);
        }
        network.changes((job, speed) -> sum += speed);
    }

    private NodeSet place(BitSet free, int count) {
        BitSet taken = new BitSet();
        int node = 0;
        for (int given = 0; given < count; given++) {
            if (place.equals("pieces") && given % 12 == 0) {
                node = random.nextInt(free.length());
            }
            node = free.nextSetBit(node);
            node = node < 0 ? free.nextSetBit(0) : node;
            taken.set(node);
            free.clear(node);
        }
        if (place.equals("units")) {
            free.clear(0, (taken.length() + 11) / 12 * 12);
        }
        return NodeSet.of(taken);
    }

    private static BitSet bits(NodeSet set) {
        BitSet bits = new BitSet();
        for (int i = 0; i < set.intervalCount(); i++) {
            bits.set(set.first(i), set.last(i) + 1);
        }
        return bits;
    }

    /** One end and one start, each followed by the question who has changed. */
    @Benchmark
    public double endAndStart() {
        int job = random.nextInt(JOBS);
        network.ended(job);
        network.changes((row, speed) -> sum += speed);
        network.started(job, nodes.get(job), sends, 3_600_000);
        network.changes((row, speed) -> sum += speed);
        return sum;
    }
}
