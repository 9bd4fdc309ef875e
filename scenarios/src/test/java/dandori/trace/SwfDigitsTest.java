package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Numbers of each length as a slow program writes them. */
class SwfDigitsTest {

    private static List<Long> numbers() {
        List<Long> numbers = new ArrayList<>(List.of(-Long.MAX_VALUE, Long.MAX_VALUE, -1L, 0L));
        for (long power = 1; power < Long.MAX_VALUE / 10; power *= 10) {
            for (long near : new long[] {power - 1, power, power + 1, 7 * power, -power}) {
                numbers.add(near);
            }
        }
        for (int bits = 30; bits <= 33; bits++) {
            numbers.addAll(List.of((1L << bits) - 1, 1L << bits));
        }
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2_000; i++) {
            numbers.add(random.nextLong() >>> random.nextInt(64));
        }
        return numbers;
    }

    @Test
    void everyNumberIsWrittenAsItIs() throws IOException {
        List<Long> numbers = numbers();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SwfWriter writer = new SwfWriter(bytes);
        StringBuilder wanted = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            long number = numbers.get(i);
            long other = numbers.get((i * 7 + 3) % numbers.size());
            LoggedJob job = new LoggedJob();
            job.id = number;
            job.submitMillis = number;
            job.runMillis = other;
            job.memoryKilobytes = i % 3 == 0 ? number : -1;
            job.cpuMillis = i % 5 == 0 ? other : -1;
            job.applicationNumber = i % 7 == 0 ? other : -1;
            job.thinkMillis = i % 11 == 0 ? number : -1;
            writer.job(job, number, other, number, other, i % 2 - 1, -1);
            wanted.append(number).append(' ').append(seconds(number, false));
            wanted.append(" -1 ").append(seconds(other, true)).append(' ').append(number);
            wanted.append(' ').append(seconds(job.cpuMillis, true));
            wanted.append(' ').append(job.memoryKilobytes).append(' ').append(other);
            wanted.append(" -1 -1 -1 ").append(number).append(' ').append(other);
            wanted.append(' ').append(job.applicationNumber).append(' ').append(i % 2 - 1);
            wanted.append(" -1 -1 ").append(seconds(job.thinkMillis, true)).append('\n');
        }
        writer.flush();

        assertThat(bytes.toString(StandardCharsets.US_ASCII).split("\n"))
                .containsExactly(wanted.toString().split("\n"));
    }

    private static String seconds(long millis, boolean mayBeUnknown) {
        return mayBeUnknown && millis == -1
                ? "-1"
                : new BigDecimal(millis).movePointLeft(3).stripTrailingZeros().toPlainString();
    }
}
