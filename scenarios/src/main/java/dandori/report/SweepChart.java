package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.List;

/**
 * A metric over the values of a sweep, a line for each policy, with bars as long as the 95 %
 * intervals.
 *
 * @param studies the variants along the axis, in order
 * @param axis where each stands
 * @param metric the metric
 */
record SweepChart(List<Study> studies, SweepAxis axis, Metric metric) {

    private static final int LEFT = 64;
    private static final int RIGHT = 130; // for the labels
    private static final int TOP = 24;
    private static final int BOTTOM = 36;
    private static final int INSET = 16; // so that bars at the ends stand free

    /** The picture; empty where the metric has no values. */
    String draw() {
        List<String> policies = studies.get(0).policies();
        double most = 0;
        int known = 0;
        for (Study study : studies) {
            for (String policy : policies) {
                Spread spread = study.spread(policy, Group.ALL, metric.key());
                if (Double.isFinite(spread.mean())) {
                    known++;
                    most = Math.max(most, spread.mean() + half(spread));
                }
            }
        }
        if (known == 0) {
            return "";
        }
        int height = Svg.heightFor(policies.size(), 260);
        Scale scale = Scale.of(metric.kind(), most);
        Svg svg = new Svg(height, metric.heading() + " over the values of the sweep, by policy");
        Axis up = Axis.fromZero(most / scale.factor(), height - BOTTOM, TOP);
        for (double tick : up.ticks(4)) {
            svg.grid(LEFT, up.at(tick), Svg.WIDTH - RIGHT, up.at(tick));
            svg.text(LEFT - 8, up.at(tick) + 4, "end", Axis.words(tick, up.ticks(4)));
        }
        if (!scale.unit().isEmpty()) {
            svg.text(LEFT - 8, TOP - 10, "end", scale.unit());
        }
        Axis along = along();
        for (int i = 0; i < studies.size(); i++) {
            double x = along.at(axis.places().get(i));
            svg.text(x, height - BOTTOM + 20, "middle", axis.labels().get(i));
        }
        double[] ends = new double[policies.size()];
        for (int policy = 0; policy < ends.length; policy++) {
            ends[policy] = line(svg, policy, policies.get(policy), along, up, scale);
        }
        svg.labels(Svg.WIDTH - RIGHT, ends, TOP, height - BOTTOM, policies);
        return svg.close();
    }

    private Axis along() {
        boolean isOne = axis.most() == axis.least();
        return new Axis(
                axis.least(),
                isOne ? axis.least() + 1 : axis.most(),
                LEFT + INSET,
                Svg.WIDTH - RIGHT - INSET);
    }

    /** Draws a policy's line; gives the height at which it ends. */
    private double line(Svg svg, int policy, String name, Axis along, Axis up, Scale scale) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            Spread spread = studies.get(i).spread(name, Group.ALL, metric.key());
            if (Double.isFinite(spread.mean())) {
                double at = along.at(axis.places().get(i));
                double mean = spread.mean() / scale.factor();
                double half = half(spread) / scale.factor();
                x.add(at);
                y.add(up.at(mean));
                if (half > 0) {
                    double low = up.at(Math.max(0, mean - half));
                    svg.line(policy, new double[] {at, at}, new double[] {low, up.at(mean + half)});
                }
            }
        }
        svg.line(policy, array(x), array(y));
        return y.isEmpty() ? up.at(0) : y.get(y.size() - 1);
    }

    private static double half(Spread spread) {
        return Double.isFinite(spread.plusMinus()) ? spread.plusMinus() : 0;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
