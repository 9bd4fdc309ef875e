package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with as many digits as are known. */
class DigitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "84.567 | 0.4 | 84.6 ± 0.4",
                "84.567 | 0.14 | 84.57 ± 0.14",
                "84.567 | 3.2 | 85 ± 3",
                "84.567 | 1.9 | 84.6 ± 1.9",
                "84.567 | 0.00001 | 84.567 ± 0.000",
                "84.567 | 1e-14 | 84.6 ± 0.0",
                "1234.5 | 56 | 1,235 ± 56",
                "100 | 0 | 100 ± 0",
                "84.567 | NaN | 84.6",
                "1234567.8 | NaN | 1,234,568",
                "9.996 | NaN | 10.0",
                "0.12345 | NaN | 0.123",
                "-0.5 | 0.3 | −0.5 ± 0.3",
                "0 | NaN | 0",
                "NaN | NaN | –",
            })
    void theIntervalSaysHowMany(double value, double half, String text) {
        assertThat(Digits.entry(value, half, false, "").plain()).isEqualTo(text);
    }

    @Test
    void aLowerBoundAndAMarkAreShown() {
        assertThat(Digits.entry(2, 0.5, true, "▼").plain()).isEqualTo("≥2.0 ± 0.5 ▼");
    }
}
