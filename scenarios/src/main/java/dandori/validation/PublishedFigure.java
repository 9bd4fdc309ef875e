package dandori.validation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure that somebody has printed.
 *
 * @param figure its path in the answer, such as {@code all.wait_mean_s}
 * @param value the figure with the digits that were printed
 * @param unit its unit; empty if it has none
 * @param printed where it is printed
 * @param rounding to what its source has rounded, above 0: one of the last digit, if nothing else
 *     is known
 * @param known why ours is another, and which; null if it should be the same
 */
public record PublishedFigure(
        String figure,
        BigDecimal value,
        String unit,
        String printed,
        BigDecimal rounding,
        @Nullable KnownDifference known) {

    /**
     * A difference that is known.
     *
     * @param ours what the program gives, to so many digits
     * @param because why
     */
    public record KnownDifference(BigDecimal ours, String because) {}
}
