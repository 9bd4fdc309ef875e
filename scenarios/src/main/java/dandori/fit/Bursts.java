package dandori.fit;

import dandori.engine.RandomStreams;
import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.rng.UniformRandomProvider;

/** Finds out how long gaps stay short. */
final class Bursts {

    private static final int PAIRS = 20_000;
    private static final double MOST = 0.95;

    private Bursts() {}

    /**
     * How likely a gap is of the phase of the one before, beyond chance: the rank correlation of
     * successive gaps, over that of two gaps of one phase. The latter is estimated from 20,000
     * pairs, always the same.
     */
    static double samePhase(double[] gaps, HyperExponential phases) {
        if (gaps.length < 3) {
            return 0;
        }
        UniformRandomProvider random = new RandomStreams(1).stream("fit phases", 0);
        double[] one = new double[PAIRS];
        double[] other = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            int phase = phases.phase(random.nextDouble());
            one[i] = phases.draw(phase, random.nextDouble());
            other[i] = phases.draw(phase, random.nextDouble());
        }
        double successive =
                new SpearmansCorrelation()
                        .correlation(
                                Arrays.copyOf(gaps, gaps.length - 1),
                                Arrays.copyOfRange(gaps, 1, gaps.length));
        double share = successive / new SpearmansCorrelation().correlation(one, other);
        return share > 0 ? Math.min(MOST, share) : 0;
    }
}
