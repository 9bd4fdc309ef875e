package dandori.failure;

import org.apache.commons.math3.special.Gamma;

/**
 * How many nodes to hold in reserve for those under repair.
 *
 * <p>While failed nodes are replaced at once, failures are a Poisson stream, and the number of
 * nodes under repair is Poisson with mean n t / M whatever the law of the repairs (Palm's theorem:
 * the M/G/∞ queue). It says how often spares run out, on average over a long time.
 *
 * @param nodes how many nodes (n) work at once; at least 1
 * @param nodeMtbfMillis mean time (M) between failures of one that take it away, in milliseconds
 * @param meanRepairMillis how long (t) it is away on average, in milliseconds
 */
public record Spares(int nodes, double nodeMtbfMillis, double meanRepairMillis) {

    /** Checks the figures. */
    public Spares {
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes (%d) must be at least 1.".formatted(nodes));
        }
        Requirements.mtbf(nodeMtbfMillis);
        Requirements.notNegative("meanRepairMillis", meanRepairMillis);
    }

    /** How many nodes are under repair on average. */
    public double meanUnderRepair() {
        return nodes / nodeMtbfMillis * meanRepairMillis;
    }

    /** The probability that more nodes are under repair than there are spares. */
    public double shortageProbability(int spares) {
        double mean = meanUnderRepair();
        return mean == 0 ? 0 : Gamma.regularizedGammaP(spares + 1.0, mean);
    }

    /** The fewest spares that run out with at most this probability, which is above 0. */
    public int needed(double probability) {
        Requirements.positive("probability", probability);
        int spares = 0;
        while (shortageProbability(spares) > probability) {
            spares++;
        }
        return spares;
    }
}
