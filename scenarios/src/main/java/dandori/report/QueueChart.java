package dandori.report;

import dandori.experiment.CellResult;
import dandori.experiment.Study;
import java.util.List;

/**
 * A picture of how many jobs wait over time, a line for each policy, averaged over the seeds; lines
 * are labelled at their ends.
 *
 * @param study the study
 */
record QueueChart(Study study) {

    private static final int LEFT = 56;
    private static final int RIGHT = 130; // for the labels
    private static final int TOP = 12;
    private static final int BOTTOM = 36;

    /** The picture; empty if no cell was played. */
    static String of(Study study) {
        return study.results().isEmpty() ? "" : new QueueChart(study).draw();
    }

    private String draw() {
        List<double[]> lines = study.policies().stream().map(this::mean).toList();
        int height = Svg.heightFor(lines.size(), 300);
        double most = 1;
        for (double[] line : lines) {
            for (double value : line) {
                most = Math.max(most, value);
            }
        }
        Svg svg = new Svg(height, "Jobs waiting over time, by policy");
        Axis up = Axis.fromZero(most, height - BOTTOM, TOP);
        for (double tick : up.ticks(4)) {
            svg.grid(LEFT, up.at(tick), Svg.WIDTH - RIGHT, up.at(tick));
            svg.text(LEFT - 8, up.at(tick) + 4, "end", Digits.plain(tick, up.to() < 4 ? 1 : 0));
        }
        TimeAxis days = TimeAxis.of(study, LEFT, Svg.WIDTH - RIGHT);
        days.days(svg, height - BOTTOM + 20);
        double[] ends = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            double[] y = new double[lines.get(i).length];
            for (int part = 0; part < y.length; part++) {
                y[part] = up.at(lines.get(i)[part]);
            }
            svg.line(i, days.middles(y.length), y);
            ends[i] = y[y.length - 1];
        }
        svg.labels(Svg.WIDTH - RIGHT, ends, TOP, height - BOTTOM, study.policies());
        return svg.close();
    }

    private double[] mean(String policy) {
        return mean(study, policy);
    }

    /** How many jobs wait under a policy in each part of the window, on average. */
    static double[] mean(Study study, String policy) {
        return Pooled.mean(study.of(policy).stream().map(QueueChart::queue).toList());
    }

    private static List<Double> queue(CellResult cell) {
        return cell.measurement().queue();
    }
}
