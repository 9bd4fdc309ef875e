package dandori.scenario.inquiry;

import dandori.scenario.text.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values in equal steps from a lowest to a highest.
 *
 * @param low the lowest; of spans of time in milliseconds
 * @param high the highest, a whole number of steps above it
 * @param step the step, above 0
 * @param unit what stands behind each number, such as {@code %}, or {@value #TIME} for spans of
 *     time, or nothing
 */
public record Grid(BigDecimal low, BigDecimal high, BigDecimal step, String unit) {

    /** The unit of spans of time. */
    public static final String TIME = "time";

    /** How many values there are at most. */
    public static final int MOST = 100_000;

    /** Makes equal numbers equal. */
    public Grid {
        low = plain(low);
        high = plain(high);
        step = plain(step);
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** How many values there are. */
    public int count() {
        return high.subtract(low).divideToIntegralValue(step).intValueExact() + 1;
    }

    /** A value as a number; of spans of time in hours. */
    public double number(int place) {
        double number = at(place).doubleValue();
        return unit.equals(TIME) ? number / 3_600_000 : number;
    }

    /** What its numbers count: hours of spans of time, else what stands behind them, or nothing. */
    public String numberUnit() {
        return unit.equals(TIME) ? "h" : unit.strip();
    }

    /** A value as it is written in a file. */
    public String text(int place) {
        return text(at(place));
    }

    /** All values in order, as they are written in a file. */
    public List<String> texts() {
        return IntStream.range(0, count()).mapToObj(this::text).toList();
    }

    /** The step as it is written in a file. */
    public String stepText() {
        return text(step);
    }

    /** The lowest and the highest value as they are written in a file. */
    public String betweenText() {
        return text(low) + ".." + text(high);
    }

    private BigDecimal at(int place) {
        return low.add(step.multiply(BigDecimal.valueOf(place)));
    }

    private String text(BigDecimal value) {
        return unit.equals(TIME)
                ? Units.duration(value.longValueExact())
                : plain(value).toPlainString() + unit;
    }
}
