package dandori.cli;

import dandori.generate.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said of jobs that were made: for people, and as a tree for JSON. */
final class GeneratedText {

    private static final int DIGITS = 4;
    private static final int[] WIDTHS = {44, 14, 14, 14};

    private GeneratedText() {}

    /** The figures asked for beside those that came out. */
    static String of(GeneratedTrace trace, Path file) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %,d job%s for %,d node%s, in %s%n%n",
                        trace.made(),
                        trace.jobs().count(),
                        trace.jobs().count() == 1 ? "" : "s",
                        trace.nodes(),
                        trace.nodes() == 1 ? "" : "s",
                        file));
        boolean isPublished =
                trace.figures().stream().anyMatch(its -> Double.isFinite(its.published()));
        text.append(row("Figure", "Expected", "Drawn", isPublished ? "Published" : ""));
        for (Figure figure : trace.figures()) {
            text.append(
                    row(
                            figure.name(),
                            number(figure.asked()),
                            number(figure.achieved()),
                            Double.isFinite(figure.published()) ? number(figure.published()) : ""));
        }
        trace.warnings()
                .forEach(warning -> text.append("\nWarning: ").append(warning).append('\n'));
        return text.toString();
    }

    private static String row(String name, String... numbers) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (String number : numbers) {
            cells.add(" ".repeat(Math.max(0, WIDTHS[1] - number.length())) + number);
        }
        return CellText.row(WIDTHS, cells);
    }

    /** Four digits, and no fewer than there are before the point. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        int decimals = Math.max(0, rounded.stripTrailingZeros().scale());
        return String.format(
                Locale.ROOT,
                "%,." + decimals + "f",
                decimals == 0 ? new BigDecimal(value).setScale(0, RoundingMode.HALF_UP) : rounded);
    }

    /** The same as a tree. */
    static Map<String, Object> tree(GeneratedTrace trace, Path file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file.toString());
        tree.put("made_by", trace.made());
        tree.put("jobs", trace.jobs().count());
        tree.put("nodes", trace.nodes());
        tree.put("notes", trace.notes());
        tree.put("warnings", trace.warnings());
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Figure figure : trace.figures()) {
            Map<String, Object> its = new LinkedHashMap<>();
            its.put("name", figure.name());
            its.put("expected", figure.asked());
            its.put("drawn", figure.achieved());
            if (Double.isFinite(figure.published())) {
                its.put("published", figure.published());
                its.put("source", figure.source());
            }
            figures.add(its);
        }
        tree.put("figures", figures);
        return tree;
    }
}
