package dandori.trace.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and spans of time, worked out by hand. */
class CsvNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "12, 12000",
        "-1, -1000",
        "+7, 7000",
        "66.0, 66000",
        "2.3456, 2345",
        ".5, 500",
        "1.5e3, 1500000",
        "1E2, 100000",
        "1e-9, 0",
        "123456789012345, 123456789012345000",
        "12345678901234567890, 9223372036854775807",
        "1e400, 9223372036854775807",
        "x, -9223372036854775808",
        "1x, -9223372036854775808",
        "-, -9223372036854775808",
        "1.2.3, -9223372036854775808",
        "0x10, -9223372036854775808"
    })
    void thousandths(String text, long expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(CsvNumbers.thousandths(bytes, 0, bytes.length)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "90, 90000",
        "1:30, 90000",
        "01:30:00, 5400000",
        "2-01:30:00, 178200000",
        "00:00:01.5, 1500",
        "100:00:00, 360000000",
        "1:2:3:4, -9223372036854775808",
        "1-2-3:00:00, -9223372036854775808",
        "1:30x, -9223372036854775808",
        "-1:00, -9223372036854775808"
    })
    void durations(String text, long expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(CsvNumbers.duration(bytes, 0, bytes.length, 1_000)).isEqualTo(expected);
    }
}
