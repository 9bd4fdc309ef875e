package dandori.interconnect;

import java.util.Arrays;
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

/** One full solve of flows over links drawn at random. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaxMinSolving {

    /** Flows, links and links a flow crosses. */
    @Param({"100/500/6", "1000/2000/6", "1000/20000/12", "10000/20000/6"})
    public String size = "100/500/6";

    private final FlowTable flows = new FlowTable();
    private final MaxMinSharing sharing = new MaxMinSharing();
    private double[] capacity = new double[0];

    /** For JMH. */
    public MaxMinSolving() {}

    /** Draws the flows. */
    @Setup
    public void draw() {
        int[] sizes = Arrays.stream(size.split("/")).mapToInt(Integer::parseInt).toArray();
        SplittableRandom random = new SplittableRandom(1);
        capacity = random.doubles(sizes[1], 1, 10).toArray();
        flows.clear();
        for (int flow = 0; flow < sizes[0]; flow++) {
            flows.add(1, Double.POSITIVE_INFINITY);
            for (int hop = 0; hop < sizes[2]; hop++) {
                flows.loads(random.nextInt(sizes[1]), 1);
            }
        }
    }

    /** Solves; the rate of the first flow. */
    @Benchmark
    public double solve() {
        sharing.solve(flows, capacity, capacity.length);
        return sharing.rate(0);
    }
}
