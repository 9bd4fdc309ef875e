package dandori.scenario.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans of time as people write them: {@code 90s}, {@code 1h30min}, {@code 2.5d}, {@code 26w}.
 *
 * <p>Units: {@code ms}, {@code s}, {@code min}, {@code h}, {@code d} (24 h), {@code w} (7 d),
 * {@code y} (365 d). Parts stand from the largest to the smallest, each unit once, with or without
 * spaces between. A number without a unit is no span of time, except 0.
 */
public final class Units {

    private static final String[] NAMES = {"y", "w", "d", "h", "min", "s", "ms"};
    private static final long[] MILLIS = {
        365L * 86_400_000, 7L * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000, 1
    };
    private static final Pattern PART =
            Pattern.compile("\\s*([0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*(ms|min|[ywdhs])");

    private static final int LONGEST = 1_000; // characters; adding takes longer with each digit

    private Units() {}

    /** The span in milliseconds; empty if the text is none, or longer than 292 million years. */
    public static OptionalLong millis(String text) {
        if (text.equals("0")) {
            return OptionalLong.of(0);
        }
        if (text.length() > LONGEST) {
            return OptionalLong.empty();
        }
        Matcher part = PART.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int end = 0;
        int latest = -1;
        while (end < text.length() && part.find(end) && part.start() == end) {
            int unit = indexOf(part.group(2));
            if (unit <= latest) {
                return OptionalLong.empty();
            }
            latest = unit;
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(MILLIS[unit])));
            end = part.end();
        }
        boolean whole = end == text.length() && end > 0;
        boolean fits = sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
        return whole && fits
                ? OptionalLong.of(sum.setScale(0, RoundingMode.CEILING).longValue())
                : OptionalLong.empty();
    }

    /** The span as text that {@link #millis} reads back: {@code 1d12h}, {@code 0s}. */
    public static String duration(long millis) {
        if (millis == 0) {
            return "0s";
        }
        // Years are left out: "1y" reads well only for exact years, and days say the same.
        StringBuilder text = new StringBuilder();
        long rest = millis;
        int first = millis % MILLIS[0] == 0 ? 0 : millis % MILLIS[1] == 0 ? 1 : 2;
        for (int unit = first; unit < NAMES.length; unit++) {
            if (rest / MILLIS[unit] > 0) {
                text.append(rest / MILLIS[unit]).append(NAMES[unit]);
                rest %= MILLIS[unit];
            }
        }
        return text.toString();
    }

    private static int indexOf(String name) {
        for (int unit = 0; unit < NAMES.length; unit++) {
            if (NAMES[unit].equals(name)) {
                return unit;
            }
        }
        throw new IllegalStateException("There is no unit '%s'.".formatted(name));
    }
}
