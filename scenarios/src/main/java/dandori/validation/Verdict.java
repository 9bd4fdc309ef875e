package dandori.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whether a published figure is met. */
public enum Verdict {
    /** To the last digit that was printed. */
    EQUAL("equal", true),
    /** As near as the source has rounded. */
    WITHIN_ROUNDING("within rounding", true),
    /** The interval of ours, which is an estimate, holds it. */
    WITHIN_INTERVAL("within interval", true),
    /** Ours is another, which is known and explained. */
    KNOWN("differs, as known", true),
    /** Not compared: a file is not there. */
    SKIPPED("skipped", true),
    /** Ours is another. */
    DIFFERS("differs", false),
    /** A difference that is known is another now. */
    CHANGED("no longer so", false),
    /** The run came to nothing. */
    FAILED("failed", false);

    private final String text;
    private final boolean holds;

    Verdict(String text, boolean holds) {
        this.text = text;
        this.holds = holds;
    }

    /** The verdict in a word or two. */
    public String text() {
        return text;
    }

    /** Whether it is as it should be. */
    public boolean holds() {
        return holds;
    }

    /**
     * The verdict on a figure.
     *
     * @param published what was printed
     * @param ours what came out
     * @param halfWidth of the interval of ours; 0 if it is exact
     */
    static Verdict of(PublishedFigure published, BigDecimal ours, BigDecimal halfWidth) {
        Verdict plain = plain(published, ours, halfWidth);
        PublishedFigure.KnownDifference known = published.known();
        if (known == null) {
            return plain;
        }
        boolean isAsKnown = isPrinted(ours, known.ours());
        return plain == DIFFERS && isAsKnown ? KNOWN : CHANGED;
    }

    private static Verdict plain(PublishedFigure published, BigDecimal ours, BigDecimal halfWidth) {
        BigDecimal away = ours.subtract(published.value()).abs();
        if (isPrinted(ours, published.value())) {
            return EQUAL;
        }
        if (away.multiply(BigDecimal.valueOf(2)).compareTo(published.rounding()) <= 0) {
            return WITHIN_ROUNDING;
        }
        return away.compareTo(halfWidth) <= 0 ? WITHIN_INTERVAL : DIFFERS;
    }

    /** Whether a value has the digits of another. */
    private static boolean isPrinted(BigDecimal value, BigDecimal digits) {
        return value.setScale(digits.scale(), RoundingMode.HALF_UP).compareTo(digits) == 0;
    }
}
