package dandori.metric;

/**
 * Values of one kind, some cut off at what is known of them: mean, exact quantiles and maximum.
 *
 * <p>Cost: 8 bytes for each value above the least that there can be, which most have where most
 * jobs start at once; it is only counted. O(values) for each quantile, by selection.
 */
final class Sample {

    private final double least;
    private int leastCount; // values that are the least
    private final ManyValues above;
    private int count;
    private final ExactSum sum = new ExactSum();
    private double max = Double.NaN;
    private double leastCensored = Double.POSITIVE_INFINITY;

    /**
     * @param least the least value that there can be
     * @param above where the others go
     */
    Sample(double least, ManyValues above) {
        this.least = least;
        this.above = above;
    }

    void add(double value, boolean censored) {
        if (value == least) {
            leastCount++;
        } else {
            above.add(value);
        }
        count++;
        max = count == 1 ? value : Math.max(max, value);
        sum.add(value);
        if (censored) {
            leastCensored = Math.min(leastCensored, value);
        }
    }

    Figure mean() {
        return new Figure(sum.value() / count, leastCensored < Double.POSITIVE_INFINITY);
    }

    /**
     * The smallest value with at least the given share of all values at or below it (nearest rank).
     */
    Figure quantile(double share) {
        if (count == 0) {
            return new Figure(Double.NaN, false);
        }
        int rank = (int) Math.max(1, Math.ceil(share * count));
        double value = rank <= leastCount ? least : above.select(rank - leastCount - 1);
        return new Figure(value, leastCensored <= value);
    }

    Figure max() {
        return new Figure(max, leastCensored <= max);
    }
}
