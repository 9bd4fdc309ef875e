package dandori.report;

import dandori.experiment.Spread;
import dandori.experiment.inquiry.Interval;
import java.util.Arrays;

/**
 * How a figure that is known by its name alone is written.
 *
 * @param scale its unit
 */
record FigureScale(Scale scale) {

    /**
     * The scale of a figure whose largest values are these; those that are no numbers are skipped.
     */
    static FigureScale of(String figure, double... values) {
        double largest =
                Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        return new FigureScale(Scale.of(Metric.Kind.of(figure), largest));
    }

    String unit() {
        return scale.unit();
    }

    double scaled(double value) {
        return value / scale.factor();
    }

    /** The mean and half of the interval, with a mark. */
    Entry entry(Interval interval, String mark) {
        double half = interval.high() - interval.mean();
        double shown = half > 0 && Double.isFinite(half) ? scaled(half) : Double.NaN;
        return Digits.entry(scaled(interval.mean()), shown, interval.atLeast(), mark);
    }

    /** The mean of runs and what stands behind ±, with a mark. */
    Entry entry(Spread spread, String mark) {
        return Digits.entry(
                scaled(spread.mean()), scaled(spread.plusMinus()), spread.atLeast(), mark);
    }

    /** The number in words: {@code 9.31 h}. */
    String words(double value) {
        return Digits.short3(scaled(value)) + (unit().isEmpty() ? "" : " " + unit());
    }
}
