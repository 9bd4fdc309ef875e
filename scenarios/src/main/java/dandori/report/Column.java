package dandori.report;

import java.util.List;

/**
 * A column of a table.
 *
 * @param heading what stands in it
 * @param unit the unit of all of its numbers; empty: none
 * @param isText whether it is a text, on the left; else a number, aligned at its decimal point
 * @param entries its places, from the first row on
 */
public record Column(String heading, String unit, boolean isText, List<Entry> entries) {

    /** Keeps the entries. */
    public Column {
        entries = List.copyOf(entries);
    }

    static Column text(String heading, List<String> texts) {
        return new Column(heading, "", true, texts.stream().map(Entry::text).toList());
    }

    /** The heading with its unit: {@code Mean wait, h}. */
    String headingWithUnit() {
        return unit.isEmpty() ? heading : heading + ", " + unit;
    }

    /**
     * The places as texts of one width, aligned at the decimal points.
     *
     * @param space what stands for a missing digit
     * @param point what stands for a missing decimal point
     */
    List<String> aligned(String space, String point) {
        int[] widest = new int[5];
        for (Entry entry : entries) {
            widest[0] = Math.max(widest[0], entry.whole().length());
            widest[1] = Math.max(widest[1], entry.fraction().length());
            widest[2] = Math.max(widest[2], entry.half().length());
            widest[3] = Math.max(widest[3], entry.halfFraction().length());
            widest[4] = Math.max(widest[4], entry.mark().length());
        }
        return entries.stream().map(entry -> aligned(entry, widest, space, point)).toList();
    }

    private String aligned(Entry entry, int[] widest, String space, String point) {
        if (isText) {
            return entry.whole() + space.repeat(widest[0] - entry.whole().length());
        }
        StringBuilder text = new StringBuilder();
        text.append(space.repeat(widest[0] - entry.whole().length())).append(entry.whole());
        fraction(text, entry.fraction(), widest[1], space, point);
        if (widest[2] > 0 && !entry.half().isEmpty()) {
            text.append(" ± ").append(space.repeat(widest[2] - entry.half().length()));
            text.append(entry.half());
            fraction(text, entry.halfFraction(), widest[3], space, point);
        } else if (widest[2] > 0) {
            text.append("   ").append(space.repeat(widest[2]));
            fraction(text, "", widest[3], space, point);
        }
        if (widest[4] > 0) {
            text.append(entry.mark().isEmpty() ? " " + space : " " + entry.mark());
        }
        return text.toString();
    }

    private static void fraction(
            StringBuilder text, String fraction, int widest, String space, String point) {
        text.append(fraction);
        if (fraction.isEmpty() && widest > 0) {
            text.append(point).append(space.repeat(widest - 1));
        } else {
            text.append(space.repeat(widest - fraction.length()));
        }
    }
}
