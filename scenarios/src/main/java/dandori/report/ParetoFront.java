package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Group;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pairs of a variant and a policy no other beats: none is at least as good by every measure
 * and better by one (Pareto 1896). Measures are the means over the seeds of the 95th percentile of
 * waits, of the utilization and, where every pair has it, of the energy.
 *
 * @param points all pairs that have the measures, in order of variants and policies
 * @param metrics the measures
 */
record ParetoFront(List<Point> points, List<Metric> metrics) {

    /**
     * A pair and its measures.
     *
     * @param variant the variant's text; empty without sweeps
     * @param policy the policy
     * @param values the means, in order of the measures
     */
    record Point(String variant, String policy, List<Double> values) {

        /** What it is called. */
        String name() {
            return variant.isEmpty() ? policy : variant + ", " + policy;
        }
    }

    /** The pairs of an experiment. */
    static ParetoFront of(ExperimentResult result) {
        List<Metric> metrics =
                new ArrayList<>(List.of(Metric.UTILIZATION, Metrics.of(Metric.WAIT_P95.key())));
        boolean hasEnergy =
                result.studies().stream()
                        .allMatch(study ->
                                study.policies().stream()
                                        .allMatch(
                                                policy -> mean(study, policy, Metric.ENERGY) > 0));
        if (hasEnergy) {
            metrics.add(Metric.ENERGY);
        }
        List<Point> points = new ArrayList<>();
        for (Study study : result.studies()) {
            for (String policy : study.policies()) {
                List<Double> values =
                        metrics.stream().map(metric -> mean(study, policy, metric)).toList();
                if (values.stream().allMatch(Double::isFinite)) {
                    points.add(new Point(study.variant().text(), policy, values));
                }
            }
        }
        return new ParetoFront(points, metrics);
    }

    private static double mean(Study study, String policy, Metric metric) {
        return study.spread(policy, Group.ALL, metric.key()).mean();
    }

    /** Whether no other point is better by some measure and worse by none. O(points). */
    boolean isOnFront(Point point) {
        return points.stream().noneMatch(other -> beats(other, point));
    }

    private boolean beats(Point one, Point other) {
        boolean isBetter = false;
        for (int i = 0; i < metrics.size(); i++) {
            double gain = other.values().get(i) - one.values().get(i); // the less the better
            if (metrics.get(i).sense() == Metric.Sense.MORE) {
                gain = -gain;
            }
            if (gain < 0) {
                return false;
            }
            isBetter |= gain > 0;
        }
        return isBetter;
    }

    /** Whether there is something to choose: three pairs that differ. */
    boolean isOfUse() {
        return points.stream().map(Point::values).distinct().count() >= 3;
    }

    /** The pairs on the front, by the first measure, the best first. */
    List<Point> front() {
        return points.stream()
                .filter(this::isOnFront)
                .sorted((one, other) -> Double.compare(other.values().get(0), one.values().get(0)))
                .toList();
    }
}
