package dandori.policy.placement;

import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.policy.Placement;
import dandori.policy.spi.Options;
import dandori.policy.spi.Parts;
import dandori.reference.Desk;
import dandori.reference.Switched;
import java.util.Arrays;
import java.util.Map;
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
 * What a placement costs a job: nodes are found, taken and given back, on 12,288 nodes below 512
 * leaves and 16 groups of which some nine tenths are busy, with jobs of 1, 2, 4 … 128 nodes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlacedJobs {

    private static final int BUSY = 11_000;

    /** The placement. */
    @Param({"first-fit", "best-fit", "leaf-packing", "rail-packing", "group-pack", "group-spread"})
    public String placement = "";

    /** How many groups the leaves are in; none where there are two levels. */
    @Param({"0", "16"})
    public int groups;

    private final SplittableRandom random = new SplittableRandom(1);
    private final NodeSet[] running = new NodeSet[BUSY];
    private Desk desk = new Desk(Machine.flat("none", 1), Placements.firstFit());
    private int count;

    /** For JMH. */
    public PlacedJobs() {}

    /** Fills the machine. */
    @Setup
    public void fill() {
        int[] nodesOfLeaves = new int[512];
        Arrays.fill(nodesOfLeaves, 24);
        int[] leavesOfGroups = new int[groups];
        Arrays.fill(leavesOfGroups, 512 / Math.max(1, groups));
        Placement part =
                Parts.named(Placement.class, placement)
                        .orElseThrow()
                        .create(new Options(Map.of("router-first", 0.0)));
        desk = new Desk(Switched.machine(nodesOfLeaves, leavesOfGroups), part);
        while (12_288 - desk.freeNodes() < BUSY) {
            running[count++] = desk.start(1 << random.nextInt(8));
        }
    }

    /** One job comes, and others go until there is room for the next. */
    @Benchmark
    public int job() {
        int nodes = 1 << random.nextInt(8);
        running[count++] = desk.start(nodes);
        while (12_288 - desk.freeNodes() > BUSY) {
            int gone = random.nextInt(count);
            desk.give(running[gone]);
            running[gone] = running[--count];
        }
        return count;
    }
}
