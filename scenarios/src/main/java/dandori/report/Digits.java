package dandori.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers with as many digits as are known: what stands behind ± has one significant digit, two
 * where the first is 1, and the value as many decimals; without it the value has three significant
 * digits. Three decimals at most; thousands with commas.
 */
final class Digits {

    private static final int MOST_DECIMALS = 3;
    private static final double NOISE = 1e-12; // what sums of the same numbers may differ by

    private Digits() {}

    /**
     * A number as a place of a table.
     *
     * @param value the number; NaN: nothing to show
     * @param plusMinus what stands behind ±; NaN: nothing
     * @param atLeast whether the truth may be more
     * @param mark what is to be noticed, or nothing
     */
    static Entry entry(double value, double plusMinus, boolean atLeast, String mark) {
        if (!Double.isFinite(value)) {
            return Entry.NONE;
        }
        boolean hasHalf = Double.isFinite(plusMinus);
        int decimals =
                hasHalf && plusMinus > NOISE * Math.abs(value)
                        ? decimalsOfHalf(plusMinus)
                        : decimals(value);
        String[] number = split(plain(value, decimals));
        String[] half = hasHalf ? split(plain(plusMinus, decimals)) : new String[] {"", ""};
        return new Entry((atLeast ? "≥" : "") + number[0], number[1], half[0], half[1], mark);
    }

    /** A number with three significant digits. */
    static String short3(double value) {
        return Double.isFinite(value) ? plain(value, decimals(value)) : "–";
    }

    private static int decimalsOfHalf(double half) {
        int decimals = 0;
        double scaled = half;
        while (scaled < 1 && decimals < MOST_DECIMALS) {
            scaled *= 10;
            decimals++;
        }
        return scaled < 1.95 && decimals < MOST_DECIMALS ? decimals + 1 : decimals;
    }

    private static int decimals(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return 0;
        }
        int decimals = 2;
        for (double bound = 9.995; size >= bound && decimals > 0; bound *= 10) {
            decimals--;
        }
        return size < 0.9995 ? MOST_DECIMALS : decimals;
    }

    /** The number, rounded half up, with commas between thousands; a dash where there is none. */
    static String plain(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–"; // of a policy none of whose cells was played
        }
        String digits =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int place = end - 3; place > first; place -= 3) {
            text.insert(place, ',');
        }
        return text.toString().replace("-", "−");
    }

    private static String[] split(String number) {
        int point = number.indexOf('.');
        return point < 0
                ? new String[] {number, ""}
                : new String[] {number.substring(0, point), number.substring(point)};
    }
}
