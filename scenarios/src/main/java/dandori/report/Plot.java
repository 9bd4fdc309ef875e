package dandori.report;

import java.util.List;

/** A drawing of values over numbers: axes, lines of points with bars, a bound. */
final class Plot {

    private static final int LEFT = 64;
    private static final int RIGHT = Svg.WIDTH - 150; // what is beyond is for the labels
    private static final int TOP = 14;
    private static final int BOTTOM = 34;

    private final Svg svg;
    private final int bottom;
    private final Axis along;
    private final Axis up;
    private final double step; // between the numbers on the left
    private double lowestLabel = Double.POSITIVE_INFINITY;

    /** An empty drawing of some height that covers ranges of values. */
    Plot(int height, String label, double fromX, double toX, double fromY, double toY) {
        svg = new Svg(height, label);
        bottom = height - BOTTOM;
        along = new Axis(fromX, toX, LEFT, RIGHT);
        step = Axis.roundStep(Math.max(toY - fromY, 1e-9) / 5);
        double least = step * Math.floor(fromY / step);
        up = new Axis(least, step * Math.max(1, Math.ceil(toY / step)), bottom, TOP);
    }

    /** Numbers on both sides, with a grid. */
    void axes() {
        for (double at : up.every(step)) {
            svg.grid(LEFT, up.at(at), RIGHT, up.at(at));
            text(LEFT - 8, up.at(at) + 4, "end", Axis.words(at, step));
        }
        double apart = Axis.roundStep((along.to() - along.from()) / 6);
        for (double at : along.every(apart)) {
            text(x(at), bottom + 20, "middle", Axis.words(at, apart));
        }
    }

    /** A line across at a bound, with its words. */
    void bound(double at, String words) {
        svg.dashed("due", LEFT, up.at(at), RIGHT, up.at(at));
        text(RIGHT - 4, up.at(at) - 5, "end", words);
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
        for (int i = 1; i < points.size(); i++) {
            piece(points.get(i - 1), points.get(i), place);
        }
        for (double[] point : points) {
            if (point[1] <= up.to()) {
                bar(point, Svg.colour(place));
            }
        }
        double[] last = points.get(points.size() - 1);
        double at = Math.min(up.at(Math.min(last[1], up.to())) + 4, lowestLabel - 14);
        lowestLabel = at;
        svg.dot(RIGHT + 12, at - 4, 4, Svg.colour(place));
        text(RIGHT + 22, at, "start", label);
    }

    /** A line from one point to the next, as far as it is not above the drawing. */
    private void piece(double[] one, double[] other, int place) {
        if (one[1] > up.to() && other[1] > up.to()) {
            return;
        }
        double[] from = one[1] > up.to() ? atTop(one, other) : one;
        double[] to = other[1] > up.to() ? atTop(other, one) : other;
        svg.line(
                place,
                new double[] {x(from[0]), x(to[0])},
                new double[] {up.at(from[1]), up.at(to[1])});
    }

    private double[] atTop(double[] above, double[] below) {
        double part = (up.to() - below[1]) / (above[1] - below[1]);
        return new double[] {below[0] + part * (above[0] - below[0]), up.to()};
    }

    private void bar(double[] point, String colour) {
        double low = up.at(Math.max(point[2], up.from()));
        double high = up.at(Math.min(point[3], up.to()));
        svg.stroke(colour, x(point[0]), low, x(point[0]), high);
        svg.dot(x(point[0]), up.at(point[1]), 3, colour);
    }

    /** A box from one value to another along the numbers, in a row. */
    void box(double from, double to, double middle, double thick, int place) {
        double width = Math.max(Math.abs(x(to) - x(from)), 1);
        double left = Math.min(x(from), x(to));
        svg.box(left, middle - thick / 2, width, thick, Svg.colour(place), 1);
    }

    void text(double x, double y, String anchor, String words) {
        svg.text(x, y, anchor, words);
    }

    /** A line from top to bottom. */
    void upright(double at) {
        svg.grid(x(at), TOP, x(at), bottom);
    }

    double x(double value) {
        return along.at(value);
    }

    String svg() {
        return svg.close();
    }
}
