package dandori.report;

/**
 * One place of a table, cut where columns are aligned: {@code ≥}{@code 31}{@code .2} ± {@code
 * 1}{@code .4} {@code ▼}.
 *
 * @param whole a text, or a number up to its decimal point, with what stands before it
 * @param fraction the decimal point and what follows, or nothing
 * @param half what stands behind ±, up to its decimal point, or nothing
 * @param halfFraction the rest of it
 * @param mark what is to be noticed, or nothing
 */
public record Entry(String whole, String fraction, String half, String halfFraction, String mark) {

    /** Nothing to show. */
    static final Entry NONE = text("–");

    static Entry text(String text) {
        return new Entry(text, "", "", "", "");
    }

    /** Everything in a row, without alignment. */
    String plain() {
        return whole
                + fraction
                + (half.isEmpty() ? "" : " ± " + half + halfFraction)
                + (mark.isEmpty() ? "" : " " + mark);
    }
}
