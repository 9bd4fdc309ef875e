package dandori.statistics;

/**
 * When there are runs enough: once the interval of a figure's mean is narrow enough, or when there
 * are as many as one wants to pay for.
 *
 * <p>The half width of Student's interval must be at most a part of the mean (Law, Simulation
 * Modeling and Analysis, 5th ed., 9.4.1). Looking after each run and stopping when the interval
 * happens to be narrow makes it hold the truth less often than it says, the more so the fewer runs
 * come before the first look (Chow and Robbins, Annals of Mathematical Statistics 36(2), 1965, have
 * the limit): for normal figures from ten runs on, 94 of 100 95 % intervals do; for skewed ones
 * fewer. docs/guide/statistics.md has numbers.
 *
 * @param relativeHalfWidth how wide half of the interval may be, as a part of the mean; above 0
 * @param atLeast how many runs there are before the first look, 2 or more
 * @param atMost how many runs there are at the very most, no fewer
 */
public record Stopping(double relativeHalfWidth, int atLeast, int atMost) {

    /** Checks the numbers. */
    public Stopping {
        if (!(relativeHalfWidth > 0) || atLeast < 2 || atMost < atLeast) {
            throw new IllegalArgumentException(
                    "relativeHalfWidth (%s) must be above 0, atLeast (%d) at least 2, atMost (%d) no less."
                            .formatted(relativeHalfWidth, atLeast, atMost));
        }
    }

    /** Whether the runs so far, none of them NaN, are enough: narrow, or as many as may be. */
    public boolean isEnough(double... figures) {
        return figures.length >= atMost || figures.length >= atLeast && isNarrow(figures);
    }

    /**
     * Whether the interval of the runs so far is narrow enough, however many they are; so it is
     * where all are equal.
     */
    public boolean isNarrow(double... figures) {
        StudentInterval interval = StudentInterval.of(figures);
        return interval.halfWidth() <= relativeHalfWidth * Math.abs(interval.mean());
    }

    /**
     * How many runs to have before the next look: what the deviation so far lets expect, at least
     * one more and at most twice as many, and no more than {@link #atMost}; as many as there are if
     * they are enough.
     *
     * @param figures of the runs so far, none of them NaN
     */
    public int next(double... figures) {
        int count = figures.length;
        if (isEnough(figures)) {
            return count;
        }
        if (count < atLeast) {
            return atLeast;
        }
        double times = StudentInterval.of(figures).relativeHalfWidth() / relativeHalfWidth;
        double expected = Double.isNaN(times) ? 2 * count : Math.ceil(count * times * times);
        return (int) Math.min(atMost, Math.max(count + 1, Math.min(2.0 * count, expected)));
    }
}
