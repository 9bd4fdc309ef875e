package dandori.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a figure is met. */
class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "12.50, 0.01, 12.504, 0, EQUAL",
        "12.50, 0.01, 12.495, 0, EQUAL",
        "12.50, 0.01, 12.4949, 0, DIFFERS",
        "12.50, 0.01, 12.506, 0, DIFFERS",
        "12.5, 0.1, 12.504, 0, EQUAL",
        "2000, 100, 1950, 0, WITHIN_ROUNDING",
        "2000, 100, 2050, 0, WITHIN_ROUNDING",
        "2000, 100, 2050.1, 0, DIFFERS",
        "4.0000, 0.0001, 3.9, 0.1, WITHIN_INTERVAL",
        "4.0000, 0.0001, 3.8999, 0.1, DIFFERS",
        "4.0000, 0.0001, 4.00001, 0.1, EQUAL"
    })
    void aFigureIsMetAsNearAsItWasPrinted(
            String printed, String rounding, String ours, String halfWidth, Verdict verdict) {
        assertThat(of(printed, rounding, ours, halfWidth, null)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"11.54, KNOWN", "11.46, KNOWN", "11.56, CHANGED", "16.1, CHANGED", "20, CHANGED"})
    void aKnownDifferenceMustStay(String ours, Verdict verdict) {
        assertThat(of("16.1", "0.1", ours, "0", new BigDecimal("11.5"))).isEqualTo(verdict);
        assertThat(verdict.holds()).isEqualTo(verdict == Verdict.KNOWN);
    }

    private static Verdict of(
            String printed,
            String rounding,
            String ours,
            String halfWidth,
            @Nullable BigDecimal known) {
        PublishedFigure figure =
                new PublishedFigure(
                        "a",
                        new BigDecimal(printed),
                        "",
                        "",
                        new BigDecimal(rounding),
                        known == null ? null : new PublishedFigure.KnownDifference(known, "so"));
        return Verdict.of(figure, new BigDecimal(ours), new BigDecimal(halfWidth));
    }
}
