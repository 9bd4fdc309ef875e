package dandori.report;

import dandori.experiment.Comparison;
import dandori.experiment.Spread;
import dandori.metric.Figure;
import java.util.ArrayList;
import java.util.List;

/** Any figures of policies, side by side, by the names that {@code summary.json} has for them. */
public final class FiguresTable {

    private FiguresTable() {}

    /**
     * A figure of each policy.
     *
     * @param name as in {@code summary.json}
     * @param figures of each policy, the figure under each seed
     */
    public record Named(String name, List<List<Figure>> figures) {

        /** Keeps the lists. */
        public Named {
            figures = figures.stream().map(List::copyOf).toList();
        }
    }

    /**
     * The table: a row for each policy; marked where it is less (▼) or more (▲) than the first,
     * beyond chance by paired runs, all policies together. A unit that ends a name stands below it,
     * as the one that suits the column.
     */
    public static Table of(String heading, List<String> policies, List<Named> named) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(heading, policies));
        named.forEach(one -> columns.add(column(one)));
        return new Table(columns);
    }

    private static Column column(Named named) {
        List<Spread> spreads = named.figures().stream().map(Spread::of).toList();
        double largest =
                spreads.stream()
                        .mapToDouble(one -> Math.abs(one.mean()))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
        Metric.Kind kind = Metric.Kind.of(named.name());
        Scale scale = Scale.of(kind, largest);
        List<Comparison> pairs =
                Comparison.together(
                        named.figures().stream()
                                .skip(1)
                                .map(one -> Comparison.of(one, named.figures().get(0)))
                                .toList());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < spreads.size(); i++) {
            Spread one = spreads.get(i);
            entries.add(
                    Digits.entry(
                            one.mean() / scale.factor(),
                            one.plusMinus() / scale.factor(),
                            one.atLeast(),
                            i == 0 ? "" : mark(pairs.get(i - 1))));
        }
        return new Column(withoutUnit(named.name(), kind), scale.unit(), false, entries);
    }

    private static String mark(Comparison pairs) {
        if (pairs.isLess()) {
            return "▼";
        }
        return pairs.isMore() ? "▲" : "";
    }

    private static String withoutUnit(String name, Metric.Kind kind) {
        return switch (kind) {
            case SECONDS -> name.substring(0, name.length() - "_s".length());
            case ENERGY -> name.substring(0, name.length() - "_kwh".length());
            case NODE_HOURS -> name.substring(0, name.length() - "_node_hours".length());
            case SHARE, RATIO, COUNT, MASS, MONEY -> name;
        };
    }
}
