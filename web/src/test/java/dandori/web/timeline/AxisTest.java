package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against a look at each centre. */
final class AxisTest {

    private static final int PIXELS = 300;

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void theNextCentreIsFoundOnAxesOfEveryScale() {
        for (int round = 0; round < 3_000; round++) {
            double length = Math.pow(10, random.nextDouble(-4, 13));
            double from = random.nextDouble(-1.5, 1) * length;
            Axis axis = new Axis(from, from + length, 1 + random.nextInt(PIXELS));
            int[] centres = IntStream.range(0, axis.pixels()).map(axis::centre).toArray();
            for (int value : values(centres)) {
                int obvious = 0;
                while (obvious < centres.length && centres[obvious] < value) {
                    obvious++;
                }
                assertThat(axis.firstFrom(value)).as("%s of %s", value, from).isEqualTo(obvious);
                for (int end : List.of(value, value + 1, value + random.nextInt(1, 1 << 20))) {
                    assertThat(axis.isWithin(value, end))
                            .isEqualTo(obvious < centres.length && centres[obvious] < end);
                }
            }
        }
    }

    /** Centres and what is beside them, what lies anywhere between, and the ends of all. */
    private int[] values(int[] centres) {
        int first = centres[0];
        int last = centres[centres.length - 1];
        int[] values = random.ints(24, first, last == first ? last + 1 : last).toArray();
        for (int i = 0; i < 12; i++) {
            values[i] = centres[random.nextInt(centres.length)] + random.nextInt(3) - 1;
        }
        values[12] = Jobs.NEVER;
        values[13] = Jobs.OPEN - (1 << 21);
        values[14] = first;
        values[15] = last;
        return values;
    }
}
