package dandori.scenario;

import dandori.catalogue.Dimension;
import dandori.job.Communication;
import dandori.job.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What jobs send of which no log tells it: all of them the same, over the whole run or in each
 * second of it. A job of one node sends nothing.
 *
 * @param pattern who talks to whom
 * @param bytes how many bytes a node sends, above 0
 * @param isPerSecond whether that is for each second of the run time; else for the run as a whole
 */
public record CommunicationRule(Pattern pattern, double bytes, boolean isPerSecond) {

    private static final List<String> PREFIXES = List.of("P", "T", "G", "M");

    /** Checks the amount. */
    public CommunicationRule {
        if (!(bytes > 0 && bytes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bytes (%s) must be positive.".formatted(bytes));
        }
    }

    /**
     * The rule of an amount: {@code 10 GB} for the whole run, {@code 1 GB/s} for each second; null
     * if the text is neither, or not above 0.
     */
    public static @Nullable CommunicationRule of(Pattern pattern, String amount) {
        OptionalDouble whole = Dimension.BYTES.value(amount);
        OptionalDouble rate = Dimension.BANDWIDTH.value(amount);
        double bytes = whole.orElse(rate.orElse(0));
        return bytes > 0 && bytes < Double.POSITIVE_INFINITY
                ? new CommunicationRule(pattern, bytes, whole.isEmpty())
                : null;
    }

    /**
     * What a job sends; null if nothing.
     *
     * @param nodes how many nodes it asks for
     * @param runMillis its run time on the best place of the machine, in milliseconds
     */
    public @Nullable Communication of(int nodes, long runMillis) {
        double sent = isPerSecond ? bytes * (runMillis / 1000.0) : bytes;
        return nodes < 2 || !(sent > 0) ? null : new Communication(pattern, sent);
    }

    /** The amount as {@link #of(Pattern, String)} reads it: {@code 10 GB}, {@code 1.5 MB/s}. */
    public String amount() {
        BigDecimal number = BigDecimal.valueOf(bytes);
        String prefix = "";
        for (int i = 0; i < PREFIXES.size() && prefix.isEmpty(); i++) {
            BigDecimal unit = BigDecimal.TEN.pow(15 - 3 * i);
            if (number.compareTo(unit) >= 0) {
                number = number.divide(unit);
                prefix = PREFIXES.get(i);
            }
        }
        return number.stripTrailingZeros().toPlainString()
                + " "
                + prefix
                + (isPerSecond ? "B/s" : "B");
    }

    /** The rule in words. */
    @Override
    public String toString() {
        return pattern.text() + ", " + amount() + (isPerSecond ? " a node" : " a node and job");
    }
}
