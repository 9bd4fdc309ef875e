package dandori.reference;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Gavel's max–min fairness as it is published: a linear program over the fraction of the time that
 * each job is on each type of accelerator, by simplex.
 *
 * <p>Narayanan et al., OSDI 2020, sections 3.1 and 4.1: the smallest over all jobs of throughput ×
 * accelerators / throughput on an equal share of each type, as large as can be; no job for more
 * than all of the time, no type for more than there is of it.
 */
public final class GavelProgram {

    private final int[] accelerators; // of each type
    private final int[] asked; // by each job
    private final double[][] throughput; // of each job on each type

    /** The program of some jobs. */
    public GavelProgram(int[] accelerators, int[] asked, double[][] throughput) {
        this.accelerators = accelerators;
        this.asked = asked;
        this.throughput = throughput;
    }

    /** The fractions of the time, of each job on each type; then the value of the objective. */
    public double[] solve() {
        int jobs = asked.length;
        int types = accelerators.length;
        int size = jobs * types + 1;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            double[] fair = new double[size];
            double[] whole = new double[size];
            for (int type = 0; type < types; type++) {
                fair[job * types + type] = throughput[job][type] * asked[job] / equal(job);
                whole[job * types + type] = 1;
            }
            fair[size - 1] = -1;
            constraints.add(new LinearConstraint(fair, Relationship.GEQ, 0));
            constraints.add(new LinearConstraint(whole, Relationship.LEQ, 1));
        }
        for (int type = 0; type < types; type++) {
            double[] used = new double[size];
            for (int job = 0; job < jobs; job++) {
                used[job * types + type] = asked[job];
            }
            constraints.add(new LinearConstraint(used, Relationship.LEQ, accelerators[type]));
        }
        double[] smallest = new double[size];
        smallest[size - 1] = 1;
        return new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(smallest, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true))
                .getPoint();
    }

    /** The throughput of a job that has each type for its part of the time. */
    private double equal(int job) {
        double sum = 0;
        for (int type = 0; type < accelerators.length; type++) {
            sum += throughput[job][type] * accelerators[type] / asked.length;
        }
        return sum;
    }
}
