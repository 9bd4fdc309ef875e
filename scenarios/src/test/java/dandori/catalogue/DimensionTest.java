package dandori.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers with units. */
class DimensionTest {

    @ParameterizedTest
    @CsvSource({
        "BANDWIDTH, 6.8 GB/s, 6.8e9",
        "BANDWIDTH, 400 Gbit/s, 50e9",
        "BANDWIDTH, 163PB/s, 163e15",
        "BYTES, 32 GiB, 34359738368",
        "BYTES, 4.85 PiB, 5460614548186726.4",
        "SPEED, 3.3792 TFLOP/s, 3.3792e12",
        "POWER, 29.899 MW, 29899000",
        "RATIO, 0.037 %, 0.00037",
        "RATIO, 1.15, 1.15",
        "DURATION, 4h, 14400000",
        "LATENCY, 2.8 us, 2.8e-6",
        "CARBON, 420 g/kWh, 0.42",
        "COUNT, 1.5e3, 1500",
        "RATE, 2.3, 2.3"
    })
    void textsBecomeNumbers(Dimension dimension, String text, double value) {
        assertThat(dimension.value(text)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({
        "BANDWIDTH, 6.8",
        "BANDWIDTH, 6.8 gb/s",
        "BANDWIDTH, GB/s",
        "BYTES, 1 GB/s",
        "COUNT, 1.5",
        "COUNT, 3 nodes",
        "COUNT, 3e9",
        "DURATION, 4",
        "SPEED, 3 TFLOPS"
    })
    void othersDoNot(Dimension dimension, String text) {
        assertThat(dimension.value(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itsExampleIsOneOfItsKind(Dimension dimension) {
        assertThat(dimension.isNumber())
                .isEqualTo(dimension.value(dimension.example()).isPresent());
        assertThat(dimension.words()).isNotBlank();
    }

    @Test
    void baseUnitsAreUnits() {
        for (Dimension dimension : Dimension.values()) {
            if (!dimension.unit().isEmpty() && !dimension.units().isEmpty()) {
                assertThat(dimension.units()).contains(dimension.unit());
                assertThat(dimension.value("1" + dimension.unit())).hasValue(1);
            }
        }
    }
}
