package dandori.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A drawing that is put together from lines, boxes and words, as part of a page of HTML.
 *
 * <p>Colours are those of Okabe and Ito, which the colour-blind can tell apart; from the ninth line
 * on they come again, dashed, and from the seventeenth on dotted.
 */
final class Svg {

    /** The width of all drawings; pages scale them. */
    static final int WIDTH = 900;

    private static final String[] COLOURS = {
        "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999", "#F0E442"
    };
    private static final String[] DASHES = {"", "7 3", "2 3"};
    private static final int LINE = 14; // between the labels at the ends of lines
    private static final int LONGEST = 17; // characters of such a label

    private final StringBuilder svg = new StringBuilder();

    Svg(int height, String label) {
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                        .formatted(WIDTH, height, HtmlReport.escaped(label)));
    }

    /** The colour of the policy at a place of the list. */
    static String colour(int policy) {
        return COLOURS[policy % COLOURS.length];
    }

    /** A line of the grid. */
    void grid(double fromX, double fromY, double toX, double toY) {
        line("grid", fromX, fromY, toX, toY);
    }

    /** A straight line of a class of the page's style. */
    void line(String kind, double fromX, double fromY, double toX, double toY) {
        svg.append(
                "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n"
                        .formatted(kind, tenth(fromX), tenth(toX), tenth(fromY), tenth(toY)));
    }

    /** A dashed line of a class of the page's style. */
    void dashed(String kind, double fromX, double fromY, double toX, double toY) {
        svg.append(
                "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke-dasharray=\"6 4\"/>\n"
                        .formatted(kind, tenth(fromX), tenth(toX), tenth(fromY), tenth(toY)));
    }

    /** A line of a colour. */
    void stroke(String colour, double fromX, double fromY, double toX, double toY) {
        svg.append(
                "<line stroke=\"%s\" stroke-width=\"1.5\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n"
                        .formatted(colour, tenth(fromX), tenth(toX), tenth(fromY), tenth(toY)));
    }

    /** A point. */
    void dot(double x, double y, int radius, String colour) {
        svg.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%d\" fill=\"%s\"/>\n"
                        .formatted(tenth(x), tenth(y), radius, colour));
    }

    void text(double x, double y, String anchor, String words) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                        .formatted(tenth(x), tenth(y), anchor, HtmlReport.escaped(words)));
    }

    /** Words in smaller letters. */
    void small(double x, double y, String words) {
        svg.append(
                "<text class=\"small\" x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>\n"
                        .formatted(tenth(x), tenth(y), HtmlReport.escaped(words)));
    }

    /** Words within a box, in the colour that can be read there. */
    void inside(double x, double y, String words) {
        svg.append(
                "<text class=\"in\" x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>\n"
                        .formatted(tenth(x), tenth(y), HtmlReport.escaped(words)));
    }

    void box(double x, double y, double width, double height, String colour, double opacity) {
        svg.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"%s/>\n"
                        .formatted(
                                tenth(x),
                                tenth(y),
                                tenth(width),
                                tenth(height),
                                colour,
                                opacity < 1 ? " fill-opacity=\"" + opacity + "\"" : ""));
    }

    /** The line of a policy, through points. */
    void line(int policy, double[] x, double[] y) {
        svg.append("<polyline stroke=\"").append(colour(policy)).append('"').append(dash(policy));
        svg.append(" points=\"");
        for (int i = 0; i < x.length; i++) {
            svg.append(i == 0 ? "" : " ").append(tenth(x[i])).append(',').append(tenth(y[i]));
        }
        svg.append("\"/>\n");
    }

    /**
     * The names of lines at their ends, pushed apart so that each can be read.
     *
     * @param x where lines end
     * @param ends at which height each ends
     * @param top where the highest may stand
     * @param bottom where the lowest may stand
     */
    void labels(double x, double[] ends, double top, double bottom, List<String> names) {
        List<Integer> byHeight =
                IntStream.range(0, ends.length)
                        .boxed()
                        .sorted((one, other) -> Double.compare(ends[one], ends[other]))
                        .toList();
        double[] at = new double[ends.length];
        double free = top;
        for (int i : byHeight) {
            at[i] = Math.max(ends[i], free);
            free = at[i] + LINE;
        }
        double least = bottom;
        for (int place = byHeight.size() - 1; place >= 0; place--) {
            int i = byHeight.get(place);
            at[i] = Math.min(at[i], least);
            least = at[i] - LINE;
        }
        for (int i : byHeight) {
            svg.append(
                    "<line stroke=\"%s\" stroke-width=\"3\"%s x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n"
                            .formatted(
                                    colour(i),
                                    dash(i),
                                    tenth(x + 4),
                                    tenth(x + 18),
                                    tenth(at[i]),
                                    tenth(at[i])));
            text(x + 22, at[i] + 4, "start", shortened(names.get(i)));
        }
    }

    private static String dash(int policy) {
        String dash = DASHES[policy / COLOURS.length % DASHES.length];
        return dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    }

    /** How high a drawing must be for so many labels at the ends of lines. */
    static int heightFor(int labels, int least) {
        return Math.max(least, labels * LINE + 60);
    }

    /** The drawing. */
    String close() {
        return svg.append("</svg>\n").toString();
    }

    /** Which colour is which policy, with words behind, as a paragraph. */
    static String legend(List<String> policies, String words) {
        String names =
                IntStream.range(0, policies.size())
                        .mapToObj(i ->
                                "<span class=\"key\"><b style=\"color:%s\">%s</b> %s</span> "
                                        .formatted(
                                                colour(i),
                                                i < COLOURS.length ? "■" : "▤",
                                                HtmlReport.escaped(policies.get(i))))
                        .collect(Collectors.joining());
        return "<p>" + names + words + "</p>\n";
    }

    /** A coordinate, to a tenth. */
    static String tenth(double value) {
        String text = Digits.plain(value, 1).replace("−", "-").replace(",", "");
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
