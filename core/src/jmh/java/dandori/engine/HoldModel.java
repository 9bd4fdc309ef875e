package dandori.engine;

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
 * The hold model (Jones, CACM 29(4), 1986): take the next event out, put one in later. Time for the
 * pair.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HoldModel {

    /** How many events are pending. */
    @Param({"100", "1000", "10000", "100000"})
    public int pending;

    private final long[] spans = new long[1 << 16];
    private EventQueue queue = new EventQueue();
    private int next;

    /** For JMH. */
    public HoldModel() {}

    /** Fills the queue. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < spans.length; i++) {
            spans[i] = 1 + (long) (-1_000_000 * StrictMath.log(1 - random.nextDouble()));
        }
        queue = new EventQueue();
        for (int i = 0; i < pending; i++) {
            queue.push(spans[i % spans.length], EventKind.JOB_END, i, i);
        }
    }

    /** One event out, one in. */
    @Benchmark
    public long hold() {
        long at = queue.nextAtMillis();
        int subject = queue.nextSubject();
        queue.pop();
        queue.push(at + spans[next++ & 0xffff], EventKind.JOB_END, subject, subject);
        return at;
    }
}
