package dandori.failure;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import java.util.List;
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

/** What a failure costs on a machine of Fugaku's size, and what it costs to begin. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DrawnFailures {

    private static final double DAY_MILLIS = 86_400_000;
    private static final Machine MACHINE = Machine.flat("machine", 158_976);

    /** The law of lives. */
    @Param({"exponential", "weibull"})
    public String law = "";

    private FailureModel model = FailureModel.NONE;
    private Failures failures = Failures.NONE;
    private long seed;

    /** For JMH. */
    public DrawnFailures() {}

    /** Makes the model: a twentieth of the nodes fails as often as all others. */
    @Setup
    public void model() {
        Lifetime life =
                law.equals("weibull")
                        ? new Lifetime.Weibull(0.7, 300 * DAY_MILLIS)
                        : new Lifetime.Exponential(300 * DAY_MILLIS);
        model =
                new FailureModel(
                        List.of(
                                new NodeHazard(
                                        "nodes",
                                        NodeSet.range(0, MACHINE.nodes() - 1),
                                        life,
                                        Age.SETTLED,
                                        Lemons.causing(0.05, 0.5),
                                        new Repair.LogNormal(DAY_MILLIS / 12, DAY_MILLIS))));
        failures = model.of(MACHINE, new RandomStreams(1));
    }

    /** The next failure. */
    @Benchmark
    public Failure next() {
        return failures.next();
    }

    /** Everything before the first failure. */
    @Benchmark
    public Failures begin() {
        return model.of(MACHINE, new RandomStreams(seed++));
    }
}
