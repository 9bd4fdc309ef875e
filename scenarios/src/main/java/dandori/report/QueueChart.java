package dandori.report;

import dandori.engine.Durations;
import dandori.experiment.CellResult;
import dandori.experiment.Group;
import dandori.experiment.Study;
import java.util.List;

/**
 * A picture of how many jobs wait over time, a line for each policy, averaged over the seeds.
 * Colours are those of Okabe and Ito, which the colour-blind can tell apart; lines are labelled at
 * their ends.
 */
final class QueueChart {

    private static final String[] COLOURS = {
        "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999"
    };
    private static final int WIDTH = 900;
    private static final int HEIGHT = 300;
    private static final int LEFT = 56;
    private static final int RIGHT = 130; // for the labels
    private static final int TOP = 12;
    private static final int BOTTOM = 36;

    private final Study study;
    private final StringBuilder svg = new StringBuilder();
    private double most;

    private QueueChart(Study study) {
        this.study = study;
    }

    /** The colour of the policy at a place of the list. */
    static String colour(int policy) {
        return COLOURS[policy % COLOURS.length];
    }

    /** The picture; empty if no cell was played. */
    static String of(Study study) {
        return study.results().isEmpty() ? "" : new QueueChart(study).draw();
    }

    private String draw() {
        List<double[]> lines = study.policies().stream().map(this::mean).toList();
        for (double[] line : lines) {
            for (double value : line) {
                most = Math.max(most, value);
            }
        }
        double step = roundStep(Math.max(most, 1) / 4);
        most = step * Math.ceil(Math.max(most, 1) / step);
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Jobs waiting over time, by policy\">\n"
                        .formatted(WIDTH, HEIGHT));
        for (int i = 0; i * step <= most * 1.0001; i++) {
            double at = y(i * step);
            svg.append(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>"
                            .formatted(LEFT, WIDTH - RIGHT, tenth(at), tenth(at)));
            text(LEFT - 8, at + 4, "end", Digits.plain(i * step, step < 1 ? 1 : 0));
        }
        days();
        double free = HEIGHT; // labels are pushed apart, from the lowest line up
        List<Integer> byEnd =
                java.util.stream.IntStream.range(0, lines.size())
                        .boxed()
                        .sorted(java.util.Comparator.comparingDouble(i -> last(lines.get(i))))
                        .toList();
        for (int i : byEnd) {
            double at = Math.min(y(last(lines.get(i))) + 4, free - 14);
            free = at;
            String colour = colour(i);
            line(lines.get(i), colour);
            svg.append(
                    "<circle cx=\"%d\" cy=\"%s\" r=\"4\" fill=\"%s\"/>"
                            .formatted(WIDTH - RIGHT + 12, tenth(at - 4), colour));
            text(WIDTH - RIGHT + 22, at, "start", study.policies().get(i));
        }
        return svg.append("</svg>\n").toString();
    }

    private double[] mean(String policy) {
        List<CellResult> cells = study.of(policy);
        double[] mean = new double[study.results().get(0).measurement().queue().size()];
        for (CellResult cell : cells) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += cell.measurement().queue().get(i) / cells.size();
            }
        }
        return mean;
    }

    private static double last(double[] line) {
        return line[line.length - 1];
    }

    private void days() {
        CellResult first = study.results().get(0);
        double from = first.measurement().figure(Group.ALL, "window_from_s").value();
        double to = first.measurement().figure(Group.ALL, "window_to_s").value();
        double day = Durations.DAY_MILLIS / 1000.0;
        double step = Math.max(1, roundStep((to - from) / day / 6));
        for (double at = step * Math.ceil(from / day / step); at <= to / day; at += step) {
            double x = LEFT + (at * day - from) / (to - from) * (WIDTH - RIGHT - LEFT);
            text(x, HEIGHT - BOTTOM + 20, "middle", "day " + Digits.plain(at, 0));
        }
    }

    private void line(double[] values, String colour) {
        svg.append("<polyline stroke=\"").append(colour).append("\" points=\"");
        for (int i = 0; i < values.length; i++) {
            double x = LEFT + (i + 0.5) / values.length * (WIDTH - RIGHT - LEFT);
            svg.append(i == 0 ? "" : " ").append(tenth(x)).append(',').append(tenth(y(values[i])));
        }
        svg.append("\"/>\n");
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                        .formatted(tenth(x), tenth(y), anchor, HtmlReport.escaped(words)));
    }

    private double y(double value) {
        return TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
    }

    /** 1, 2 or 5 times a power of ten, at least the value. */
    static double roundStep(double value) {
        double power = 1;
        while (power * 10 <= value) {
            power *= 10;
        }
        while (power > value) {
            power /= 10;
        }
        for (double times : new double[] {1, 2, 5}) {
            if (times * power >= value) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static String tenth(double value) {
        return Digits.plain(value, 1).replace("−", "-").replace(",", "");
    }
}
