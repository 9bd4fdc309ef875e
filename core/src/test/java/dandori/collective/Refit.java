package dandori.collective;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Finds the constants of the algorithms anew, from some of the measurements. */
final class Refit {

    private static final double BEND = 0.2; // errors beyond count linearly

    /** Which rows of the file an algorithm answers for, beside those of the default. */
    private static final Map<TofuAlgorithm, Set<String>> NAMES =
            new EnumMap<>(
                    Map.of(
                            TofuAlgorithm.RECURSIVE_DOUBLING, Set.of("recursive_doubling"),
                            TofuAlgorithm.PIPELINED_TREES, Set.of("trix3"),
                            TofuAlgorithm.RING, Set.of("ring"),
                            TofuAlgorithm.RECURSIVE_GATHER, Set.of("recursive-doubling"),
                            TofuAlgorithm.TORUS_GATHER, Set.of("3dtorus-sm"),
                            TofuAlgorithm.RECURSIVE_HALVING, Set.of("recursive-halving"),
                            TofuAlgorithm.SPREAD, Set.of("doublespread", "crp"),
                            TofuAlgorithm.TREE, Set.of("binary-tree", "bintree3d", "trinaryx6"),
                            TofuAlgorithm.PIPELINED_BROADCAST, Set.of("trinaryx6")));

    private Refit() {}

    /** The rows that say something about an algorithm. */
    static List<Measurement> rows(TofuAlgorithm algorithm, List<Measurement> all) {
        return all.stream()
                .filter(row -> chosen(row) == algorithm)
                .filter(row ->
                        row.isDefault()
                                || NAMES.getOrDefault(algorithm, Set.of())
                                        .contains(row.algorithm()))
                .toList();
    }

    /** The algorithm that the model takes to stand behind the default for such a row. */
    static TofuAlgorithm chosen(Measurement row) {
        return new TofuCollectives(row.shape(), TofuCollectives.Library.DEFAULT)
                .chosen(row.what(), row.bytes());
    }

    /** The constants that fit some rows best, starting from those in the code. */
    static double[] constants(TofuAlgorithm algorithm, List<Measurement> rows) {
        double[] start = Arrays.stream(algorithm.constants()).map(c -> StrictMath.log(c)).toArray();
        SimplexOptimizer optimizer = new SimplexOptimizer(1e-10, 1e-10);
        double[] best = start;
        for (int round = 0; round < 3; round++) {
            best =
                    optimizer
                            .optimize(
                                    new MaxEval(20_000),
                                    GoalType.MINIMIZE,
                                    new InitialGuess(best),
                                    new NelderMeadSimplex(start.length, 0.3),
                                    new ObjectiveFunction(at -> loss(algorithm, at, rows)))
                            .getPoint();
        }
        return Arrays.stream(best).map(c -> StrictMath.exp(c)).toArray();
    }

    private static double loss(TofuAlgorithm algorithm, double[] logs, List<Measurement> rows) {
        double[] constants = Arrays.stream(logs).map(c -> StrictMath.exp(c)).toArray();
        double loss = 0;
        for (double log : logs) {
            loss += 1e-6 * log * log; // a constant that no row speaks of stays where it is
        }
        for (Measurement row : rows) {
            double model = algorithm.micros(constants, row.shape(), row.bytes());
            double off = StrictMath.log(model / row.micros()) / BEND;
            loss += Math.sqrt(1 + off * off) - 1;
        }
        return loss;
    }
}
