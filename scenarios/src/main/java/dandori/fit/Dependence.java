package dandori.fit;

/**
 * How one property goes with another, or with itself some jobs later, in a log and as drawn: rank
 * correlations (Spearman), from -1 to 1; NaN where a property is constant.
 *
 * @param name which
 * @param lag how many jobs later; 0 for two properties of one job
 * @param log the log's
 * @param drawn that of the jobs drawn
 */
public record Dependence(String name, int lag, double log, double drawn) {

    private static final double WELL = 0.1;

    /** How well it fits: well up to 0.1 apart, fairly up to 0.2. */
    public Fit fit() {
        return Fit.of(log - drawn, WELL);
    }
}
