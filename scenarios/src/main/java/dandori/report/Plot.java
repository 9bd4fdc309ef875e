package dandori.report;

import java.util.List;

/** A drawing of values over numbers: axes, lines of points with bars, a bound. */
final class Plot {

    private static final String[] COLOURS = {
        "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999"
    };
    private static final int WIDTH = 900;
    private static final int LEFT = 64;
    private static final int RIGHT = 150; // for the labels
    private static final int TOP = 14;
    private static final int BOTTOM = 34;

    private final StringBuilder svg = new StringBuilder();
    private final int height;
    private final double fromX;
    private final double toX;
    private final double fromY;
    private final double toY;
    private final double stepY;
    private double lowestLabel = Double.POSITIVE_INFINITY;

    /** An empty drawing of some height that covers ranges of values. */
    Plot(int height, String label, double fromX, double toX, double fromY, double toY) {
        this.height = height;
        this.fromX = fromX;
        this.toX = toX;
        stepY = step(Math.max(toY - fromY, 1e-9) / 5);
        this.fromY = stepY * Math.floor(fromY / stepY);
        this.toY = stepY * Math.max(1, Math.ceil(toY / stepY));
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                        .formatted(WIDTH, height, HtmlReport.escaped(label)));
    }

    /** Numbers on both sides, with a grid. */
    void axes() {
        for (double at = fromY; at <= toY + stepY / 2; at += stepY) {
            svg.append(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>\n"
                            .formatted(LEFT, WIDTH - RIGHT, tenth(y(at)), tenth(y(at))));
            text(LEFT - 8, y(at) + 4, "end", number(at, stepY));
        }
        double step = step((toX - fromX) / 6);
        for (double at = step * Math.ceil(fromX / step - 1e-9);
                at <= toX + step / 1e6;
                at += step) {
            text(x(at), height - BOTTOM + 20, "middle", number(at, step));
        }
    }

    /** A line across at a bound, with its words. */
    void bound(double at, String words) {
        svg.append(
                "<line class=\"due\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke-dasharray=\"6 4\"/>\n"
                        .formatted(LEFT, WIDTH - RIGHT, tenth(y(at)), tenth(y(at))));
        text(WIDTH - RIGHT - 4, y(at) - 5, "end", words);
    }

    /**
     * A line through points.
     *
     * @param points x, y, and the lower and upper end of a bar, which may be infinite
     * @param place which line it is, for its colour
     * @param label what stands at its end
     */
    void line(List<double[]> points, int place, String label) {
        if (points.isEmpty()) {
            return;
        }
        String colour = COLOURS[place % COLOURS.length];
        for (int i = 1; i < points.size(); i++) {
            piece(points.get(i - 1), points.get(i), colour);
        }
        for (double[] point : points) {
            if (point[1] <= toY) {
                bar(point, colour);
            }
        }
        double[] last = points.get(points.size() - 1);
        double at = y(Math.min(last[1], toY)) + 4;
        at = Math.min(at, lowestLabel - 14);
        lowestLabel = at;
        svg.append(
                "<circle cx=\"%d\" cy=\"%s\" r=\"4\" fill=\"%s\"/>"
                        .formatted(WIDTH - RIGHT + 12, tenth(at - 4), colour));
        text(WIDTH - RIGHT + 22, at, "start", label);
    }

    /** A line from one point to the next, as far as it is not above the drawing. */
    private void piece(double[] one, double[] other, String colour) {
        if (one[1] > toY && other[1] > toY) {
            return;
        }
        double[] from = one[1] > toY ? atTop(one, other) : one;
        double[] to = other[1] > toY ? atTop(other, one) : other;
        svg.append(
                "<polyline stroke=\"%s\" points=\"%s,%s %s,%s\"/>\n"
                        .formatted(
                                colour,
                                tenth(x(from[0])),
                                tenth(y(from[1])),
                                tenth(x(to[0])),
                                tenth(y(to[1]))));
    }

    private double[] atTop(double[] above, double[] below) {
        double part = (toY - below[1]) / (above[1] - below[1]);
        return new double[] {below[0] + part * (above[0] - below[0]), toY};
    }

    private void bar(double[] point, String colour) {
        String x = tenth(x(point[0]));
        double low = y(Math.max(point[2], fromY));
        double high = y(Math.min(point[3], toY));
        svg.append(
                "<line stroke=\"%s\" stroke-width=\"1.5\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                        .formatted(colour, x, x, tenth(low), tenth(high)));
        svg.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>\n"
                        .formatted(x, tenth(y(point[1])), colour));
    }

    /** A box from one value to another along the numbers, in a row. */
    void box(double from, double to, double middle, double thick, int place) {
        double left = Math.min(x(from), x(to));
        double width = Math.max(Math.abs(x(to) - x(from)), 1);
        svg.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                        .formatted(
                                tenth(left),
                                tenth(middle - thick / 2),
                                tenth(width),
                                tenth(thick),
                                COLOURS[place % COLOURS.length]));
    }

    void text(double x, double y, String anchor, String words) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                        .formatted(tenth(x), tenth(y), anchor, HtmlReport.escaped(words)));
    }

    /** A line from top to bottom. */
    void upright(double at) {
        svg.append(
                "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>\n"
                        .formatted(tenth(x(at)), tenth(x(at)), TOP, height - BOTTOM));
    }

    double x(double value) {
        return LEFT + (value - fromX) / (toX - fromX) * (WIDTH - RIGHT - LEFT);
    }

    private double y(double value) {
        return TOP + (toY - value) / (toY - fromY) * (height - TOP - BOTTOM);
    }

    String svg() {
        return svg + "</svg>\n";
    }

    /** 1, 2 or 5 times a power of ten, at least the value. */
    static double step(double value) {
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

    static String number(double value, double step) {
        int decimals = 0;
        for (double one = step; one < 0.99 && decimals < 6; one *= 10) {
            decimals++;
        }
        return Digits.plain(value, decimals);
    }

    private static String tenth(double value) {
        return Digits.plain(value, 1).replace("−", "-").replace(",", "");
    }
}
