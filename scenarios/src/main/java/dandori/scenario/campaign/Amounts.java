package dandori.scenario.campaign;

import dandori.catalogue.Dimension;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/** Reads tokens, bytes, bandwidths and shares, and writes them so that they are read back. */
public final class Amounts {

    private static final double MOST_TOKENS = 1e18;
    private static final List<String> PREFIXES = List.of("P", "T", "G", "M");

    private Amounts() {}

    /** Tokens: {@code 2.1 T}, {@code 300e9}; 0, and an issue, if it is none above 0. */
    static long tokens(Node node, Issues issues) {
        String text = text(node);
        OptionalDouble amount = Dimension.AMOUNT.value(text);
        OptionalDouble plain = Dimension.RATIO.value(text);
        double tokens =
                amount.isPresent() || text.endsWith("%") ? amount.orElse(0) : plain.orElse(0);
        if (tokens >= 1 && tokens <= MOST_TOKENS) {
            return (long) Math.ceil(tokens);
        }
        issues.add(
                node,
                "must be a number of tokens from 1 to 1e18, but is " + node.says() + ".",
                "'300 B', or '2.1 T'.");
        return 0;
    }

    /** A positive number of a dimension; 0, and an issue, if it is none. */
    static double positive(Node node, Dimension dimension, Issues issues) {
        double value = dimension.value(text(node)).orElse(0);
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        issues.add(
                node,
                "must be %s above 0, but is %s.".formatted(dimension.words(), node.says()),
                "'"
                        + dimension.example()
                        + "'. Units: "
                        + String.join(", ", dimension.units())
                        + ".");
        return 0;
    }

    /** A share in per cent: {@code 5 %}. */
    public static String ofShare(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
                + " %";
    }

    /** Tokens as {@link #tokens} reads them: {@code 2.1 T}. */
    public static String ofTokens(long tokens) {
        return tokens >= 1_000_000
                ? scaled(BigDecimal.valueOf(tokens), List.of("T", "B", "M"), 12)
                : Scalars.plain(tokens);
    }

    /** Bytes as {@link #positive} reads them: {@code 2.3 TB}. */
    public static String ofBytes(double bytes) {
        return scaled(BigDecimal.valueOf(bytes), PREFIXES, 15) + "B";
    }

    private static String scaled(BigDecimal number, List<String> prefixes, int largest) {
        for (int i = 0; i < prefixes.size(); i++) {
            BigDecimal unit = BigDecimal.TEN.pow(largest - 3 * i);
            if (number.compareTo(unit) >= 0) {
                return number.divide(unit).stripTrailingZeros().toPlainString()
                        + " "
                        + prefixes.get(i);
            }
        }
        return number.stripTrailingZeros().toPlainString() + " ";
    }

    static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text().strip() : "";
    }
}
