package dandori.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "500ms, 500", "90s, 90000", "15min, 900000", "6h, 21600000", "1h30min, 5400000",
                "1h 30min, 5400000",
        "14d, 1209600000", "8w, 4838400000", "1y, 31536000000", "0, 0", "2.5d, 216000000",
                "0.0005s, 1"
    })
    void durationsHaveUnits(String text, long millis) {
        assertThat(Units.millis(text)).hasValue(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5",
                "-5s",
                "5 m",
                "5m",
                "h",
                "1min2h",
                "5s5s",
                "1e3s",
                "5sx",
                "x5s",
                "999999999999999y",
                "1.s"
            })
    void otherTextIsNone(String text) {
        assertThat(Units.millis(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "5400000, 1h30min",
        "2419200000, 4w",
        "31536000000, 1y",
        "129600000, 1d12h",
        "1001, 1s1ms"
    })
    void durationsAreWrittenShort(long millis, String text) {
        assertThat(Units.duration(millis)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            long millis = random.nextLong(1L << random.nextInt(1, 55));
            assertThat(Units.millis(Units.duration(millis))).hasValue(millis);
        }
    }
}
