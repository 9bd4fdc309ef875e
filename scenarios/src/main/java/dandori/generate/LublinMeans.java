package dandori.generate;

import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * What jobs come to on average.
 *
 * @param nodes size
 * @param area nodes times run time, in node-milliseconds
 * @param runMillis run time
 * @param serial share of one node
 * @param powersOfTwo share of larger powers of two
 */
record LublinMeans(double nodes, double area, double runMillis, double serial, double powersOfTwo) {

    /** Those of a type. */
    static LublinMeans of(LublinRules rules) {
        LublinSizes sizes = rules.sizes();
        IntToDoubleFunction runMillis = rules.runMillis();
        return new LublinMeans(
                sizes.mean(nodes -> nodes),
                sizes.mean(nodes -> nodes * runMillis.applyAsDouble(nodes)),
                sizes.mean(runMillis),
                sizes.mean(nodes -> nodes == 1 ? 1 : 0),
                sizes.mean(nodes -> nodes > 1 && Integer.bitCount(nodes) == 1 ? 1 : 0));
    }

    /** Those of a mixture. */
    LublinMeans with(LublinMeans other, double otherShare) {
        return new LublinMeans(
                mixed(other, otherShare, LublinMeans::nodes),
                mixed(other, otherShare, LublinMeans::area),
                mixed(other, otherShare, LublinMeans::runMillis),
                mixed(other, otherShare, LublinMeans::serial),
                mixed(other, otherShare, LublinMeans::powersOfTwo));
    }

    private double mixed(LublinMeans other, double share, ToDoubleFunction<LublinMeans> of) {
        return (1 - share) * of.applyAsDouble(this) + share * of.applyAsDouble(other);
    }
}
