package dandori.interconnect;

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
 * All anchors of a box among the units of Fugaku, 3 % of them busy. How many there are is known
 * from the first call, so that a fast wrong answer fails.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BoxAnchors {

    /** The box, in units. */
    @Param({"1x1x1", "2x3x4", "4x6x16", "8x8x8", "12x12x12", "23x22x23"})
    public String box = "";

    private final Grid grid = new Grid(24, 23, 24, true, true, true);
    private final FreeBoxes boxes = new FreeBoxes(grid);
    private final long[] free = new long[grid.rows()];
    private Box lengths = new Box(1, 1, 1);
    private int expected;

    /** For JMH. */
    public BoxAnchors() {}

    /** Makes units busy, in one corner for the large boxes. */
    @Setup
    public void draw() {
        String[] words = box.split("x");
        lengths =
                new Box(
                        Integer.parseInt(words[0]),
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]));
        SplittableRandom random = new SplittableRandom(1);
        int within = lengths.volume() > 100 ? 3 : free.length;
        for (int row = 0; row < free.length; row++) {
            free[row] = grid.fullRow();
            for (int x = 0; x < 24 && row < within; x++) {
                free[row] &= random.nextInt(33) == 0 ? ~(1L << x) : -1;
            }
        }
        expected = FreeBoxes.count(boxes.anchors(free, lengths));
    }

    /** All anchors. */
    @Benchmark
    public long[] anchors() {
        return boxes.anchors(free, lengths);
    }

    /** All anchors, counted. */
    @Benchmark
    public int counted() {
        int count = FreeBoxes.count(boxes.anchors(free, lengths));
        if (count != expected) {
            throw new IllegalStateException("%d anchors, then %d.".formatted(expected, count));
        }
        return count;
    }
}
