package dandori.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How well drawn jobs fit, for people and for programs. */
public final class GoodnessText {

    private static final int COLUMNS = 100;
    private static final double LARGE = 1_000;

    private GoodnessText() {}

    /**
     * Three tables and what follows from them, at most 100 columns wide; every line ends in a line
     * feed.
     */
    public static String of(GoodnessOfFit fit) {
        StringBuilder text = new StringBuilder();
        text.append(row("Distribution", "D", "chance", "median", "drawn", "mean", "drawn", "fits"));
        for (Marginal one : fit.marginals()) {
            String unit = one.unit().isEmpty() ? "" : " in " + one.unit();
            text.append(
                    row(
                            one.name() + unit,
                            fraction(one.distance()),
                            fraction(one.chance()),
                            number(one.median()),
                            number(one.medianDrawn()),
                            number(one.mean()),
                            number(one.meanDrawn()),
                            one.fit().word()));
        }
        appendDependences(text, fit, "Cross-correlation", false);
        appendDependences(text, fit, "Autocorrelation", true);
        return text.append(
                        """

                        D: the largest distance of the two distribution functions (Kolmogorov, Smirnov). Chance: what
                        D reaches in 5 of 100 cases if jobs were independent. A distribution fits well if D is up to
                        0.05 and the mean up to 5 % off, fairly up to twice that, else badly. Correlations are of ranks
                        (Spearman): well up to 0.1 apart, fairly up to 0.2, else badly.
                        """)
                .append(overall(fit))
                .toString();
    }

    private static void appendDependences(
            StringBuilder text, GoodnessOfFit fit, String title, boolean areLater) {
        text.append('\n').append(row(title, "log", "drawn", "", "", "", "", "fits"));
        for (Dependence one : fit.dependences()) {
            if (one.lag() > 0 == areLater) {
                text.append(
                        row(
                                one.name(),
                                fraction(one.log()),
                                fraction(one.drawn()),
                                "",
                                "",
                                "",
                                "",
                                one.fit().word()));
            }
        }
    }

    /** What fits badly, and what fairly, by the words of the tables. */
    private static String overall(GoodnessOfFit fit) {
        String badly = listed("Fits badly: ", named(fit, Fit.BADLY));
        String fairly = listed("Fits fairly: ", named(fit, Fit.FAIRLY));
        String worse = badly + fairly;
        return worse.isEmpty()
                ? "All that can be judged here fits well; what is not listed is not known.\n"
                : worse
                        + "What else can be judged here fits well; what is not listed is not known.\n";
    }

    private static List<String> named(GoodnessOfFit fit, Fit step) {
        List<String> names = new ArrayList<>();
        for (Marginal one : fit.marginals()) {
            if (one.fit() == step) {
                names.add(
                        Double.isNaN(one.meanOff())
                                ? one.name()
                                : String.format(
                                        Locale.ROOT,
                                        "%s (D %.3f, mean %+.0f %%)",
                                        one.name(),
                                        one.distance(),
                                        100 * one.meanOff()));
            }
        }
        fit.dependences().stream()
                .filter(one -> one.fit() == step)
                .forEach(one -> names.add(one.name()));
        return names;
    }

    /** A list in lines that are not too long; nothing if it is empty. */
    private static String listed(String title, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        String line = title + names.get(0);
        for (String one : names.subList(1, names.size())) {
            if (line.length() + one.length() > COLUMNS - 3) {
                text.append(line).append(";\n");
                line = "  " + one;
            } else {
                line += "; " + one;
            }
        }
        return text.append(line).append(".\n").toString();
    }

    private static String row(String name, String... cells) {
        StringBuilder line = new StringBuilder("  " + String.format(Locale.ROOT, "%-22s", name));
        for (String cell : cells) {
            line.append(String.format(Locale.ROOT, "%10s", cell));
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static String fraction(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String number(double value) {
        return value >= LARGE
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    /** The same as a tree of maps and numbers. */
    public static Map<String, Object> tree(GoodnessOfFit fit) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("fits", fit.fit().word());
        tree.put("distributions", fit.marginals().stream().map(GoodnessText::tree).toList());
        tree.put("rank_correlations", fit.dependences().stream().map(GoodnessText::tree).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> tree(Marginal one) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", one.name());
        tree.put("unit", one.unit());
        tree.put("n", one.n());
        tree.put("n_drawn", one.nDrawn());
        tree.put("d", one.distance());
        tree.put("d_by_chance", one.chance());
        tree.put("median", one.median());
        tree.put("median_drawn", one.medianDrawn());
        tree.put("mean", one.mean());
        tree.put("mean_drawn", one.meanDrawn());
        tree.put("fits", one.fit().word());
        return tree;
    }

    private static Map<String, @Nullable Object> tree(Dependence one) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", one.name());
        tree.put("lag", one.lag());
        tree.put("log", one.log());
        tree.put("drawn", one.drawn());
        tree.put("fits", one.fit().word());
        return tree;
    }
}
