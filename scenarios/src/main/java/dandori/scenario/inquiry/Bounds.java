package dandori.scenario.inquiry;

import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Units;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Bounds of figures as people write them: spans of time for figures in seconds or hours ({@code
 * _s}, {@code _h}), numbers or per cent for all others.
 */
public final class Bounds {

    private static final Pattern PER_CENT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*%");

    private Bounds() {}

    /** The bound in the unit of the figure; empty, and an issue, if it is none. */
    static OptionalDouble read(String figure, Node node, Issues issues) {
        double unitMillis = unitMillis(figure);
        if (unitMillis > 0) {
            OptionalLong millis = Scalars.millis(node, 0, Double.POSITIVE_INFINITY, issues);
            return millis.isPresent()
                    ? OptionalDouble.of(millis.getAsLong() / unitMillis)
                    : OptionalDouble.empty();
        }
        var share = PER_CENT.matcher(node instanceof Scalar scalar ? scalar.text() : "");
        return share.matches()
                ? OptionalDouble.of(new BigDecimal(share.group(1)).movePointLeft(2).doubleValue())
                : Scalars.number(node, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, issues);
    }

    /** The bound as it is written in a file. */
    public static String text(String figure, double bound) {
        double unitMillis = unitMillis(figure);
        return unitMillis > 0
                ? Units.duration(Math.round(bound * unitMillis))
                : Scalars.plain(bound);
    }

    private static double unitMillis(String figure) {
        return figure.endsWith("_s") ? 1_000 : figure.endsWith("_h") ? 3_600_000 : 0;
    }
}
