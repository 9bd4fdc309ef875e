package dandori.validation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A published figure and ours.
 *
 * @param run the name of the run
 * @param figure its path in the answer, or {@link #STARTS}
 * @param unit its unit; empty if it has none
 * @param published what was printed
 * @param printed where it is printed; empty if the study's source says it all
 * @param ours what came out; null if nothing did
 * @param halfWidth half the width of the interval of ours; 0 if it is exact
 * @param verdict whether it is met
 * @param why why it was skipped, failed or differs; empty if there is nothing to say
 */
public record ComparedFigure(
        String run,
        String figure,
        String unit,
        BigDecimal published,
        String printed,
        @Nullable BigDecimal ours,
        BigDecimal halfWidth,
        Verdict verdict,
        String why) {

    /** The figure of a schedule: how many jobs start when they should. */
    public static final String STARTS = "starts";
}
