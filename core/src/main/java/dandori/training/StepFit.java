package dandori.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresFactory;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Fits the constants of a machine to steps that were measured on it.
 *
 * <p>What is least: the sum of the soft L1 loss of {@code ln(predicted / measured) / 0.05}, which
 * forgives outliers, and of the squared distances of the constants' logarithms from where they
 * began, over their spread, which keeps constants that nothing was measured of where they were.
 * Solved by Levenberg and Marquardt's method from that same beginning, so that equal measurements
 * give equal constants.
 *
 * <p>Cost: about 30 iterations of 13 predictions a measurement; 0.1 s for 700 measurements.
 */
public final class StepFit {

    private static final double SCALE = 0.05; // of the logarithm: 5 % is what noise may be
    private static final double DIFFERENCE = 1e-5; // of a spread, for slopes
    private static final double TOLERANCE = 1e-9;
    private static final int MOST = 500;
    private static final double MOST_WEIGHT = 2;

    /** A machine of fewer measurements begins with what others measured. */
    public static final int FEW = 50;

    private final List<StepMeasurement> measured;
    private final double[] weight;
    private final double[] start; // logarithms
    private final double[] spread;

    private StepFit(List<StepMeasurement> measured, double[] weight, StepConstants start) {
        this.measured = measured;
        this.weight = weight;
        this.start = start.values().stream().mapToDouble(StrictMath::log).toArray();
        spread = new double[this.start.length];
        for (StepParameter parameter : StepParameter.values()) {
            spread[parameter.ordinal()] = parameter.spread();
        }
    }

    /**
     * The constants of a machine.
     *
     * @param measured its steps; where fewer of them are of several nodes than of one, those weigh
     *     up to twice as much
     * @param start what to begin with, and to stay at where nothing was measured
     */
    public static StepConstants of(List<StepMeasurement> measured, StepConstants start) {
        double several = measured.stream().filter(StepMeasurement::isMultiNode).count();
        double one = measured.size() - several;
        double more = Math.min(MOST_WEIGHT, Math.max(1, Math.sqrt(one / Math.max(1, several))));
        double[] weight =
                measured.stream().mapToDouble(each -> each.isMultiNode() ? more : 1).toArray();
        return new StepFit(measured, weight, start).solve();
    }

    /**
     * The constants of several machines as if they were one, which are what to take for a machine
     * that nobody measured. A machine's measurements weigh together as the square root of their
     * number, those of one node apart from those of several.
     *
     * @param measured by machine
     */
    public static StepConstants pooled(Map<String, List<StepMeasurement>> measured) {
        List<StepMeasurement> all = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (List<StepMeasurement> machine : measured.values()) {
            double several = machine.stream().filter(StepMeasurement::isMultiNode).count();
            for (StepMeasurement each : machine) {
                double like = each.isMultiNode() ? several : machine.size() - several;
                all.add(each);
                weights.add(1 / Math.sqrt(like));
            }
        }
        double[] weight = weights.stream().mapToDouble(each -> each).toArray();
        return new StepFit(all, weight, StepConstants.START).solve();
    }

    /**
     * What to begin with on a machine: the pool of the others where it has few measurements of its
     * own and there are others, else the values before anything was measured.
     *
     * @param machine its name in {@code measured}
     * @param size how many measurements it has
     * @param measured by machine
     */
    public static StepConstants start(
            String machine, int size, Map<String, List<StepMeasurement>> measured) {
        Map<String, List<StepMeasurement>> others = new LinkedHashMap<>(measured);
        others.remove(machine);
        others.values().removeIf(List::isEmpty);
        return size >= FEW || others.isEmpty() ? StepConstants.START : pooled(others);
    }

    private StepConstants solve() {
        if (measured.isEmpty()) {
            return constants(new double[start.length]);
        }
        MultivariateJacobianFunction model = this::valueAndSlopes;
        LeastSquaresProblem problem =
                LeastSquaresFactory.create(
                        model,
                        new ArrayRealVector(measured.size() + start.length),
                        new ArrayRealVector(start.length),
                        null,
                        MOST,
                        MOST);
        double[] best =
                new LevenbergMarquardtOptimizer()
                        .withCostRelativeTolerance(TOLERANCE)
                        .withParameterRelativeTolerance(TOLERANCE)
                        .optimize(problem)
                        .getPoint()
                        .toArray();
        return constants(best);
    }

    private Pair<RealVector, RealMatrix> valueAndSlopes(RealVector at) {
        double[] point = at.toArray();
        double[] value = residuals(point);
        double[][] slopes = new double[value.length][point.length];
        for (int i = 0; i < point.length; i++) {
            double[] moved = point.clone();
            moved[i] += DIFFERENCE;
            double[] there = residuals(moved);
            for (int j = 0; j < value.length; j++) {
                slopes[j][i] = (there[j] - value[j]) / DIFFERENCE;
            }
        }
        return new Pair<>(
                new ArrayRealVector(value, false), new Array2DRowRealMatrix(slopes, false));
    }

    /** What is squared and summed: losses, then distances from the beginning in spreads. */
    private double[] residuals(double[] point) {
        StepConstants constants = constants(point);
        double[] residuals = new double[measured.size() + point.length];
        for (int i = 0; i < measured.size(); i++) {
            StepMeasurement each = measured.get(i);
            double seconds = TrainingStep.of(each.what(), constants).seconds();
            double off = StrictMath.log(seconds / each.seconds()) / SCALE;
            // Squared, this is the soft L1 loss; its sign keeps it smooth at 0.
            double root = Math.abs(off) / Math.sqrt((Math.sqrt(1 + off * off) + 1) / 2);
            residuals[i] = Math.sqrt(weight[i]) * Math.copySign(root, off);
        }
        System.arraycopy(point, 0, residuals, measured.size(), point.length);
        return residuals;
    }

    /** The constants so many spreads from the beginning. */
    private StepConstants constants(double[] point) {
        List<Double> values = new ArrayList<>(point.length);
        for (int i = 0; i < point.length; i++) {
            double value = StrictMath.exp(start[i] + spread[i] * point[i]);
            boolean isPower = i == StepParameter.OVERLAP_POWER.ordinal();
            values.add(isPower ? Math.max(1, value) : value); // nothing takes longer than the sum
        }
        return StepConstants.of(values);
    }
}
