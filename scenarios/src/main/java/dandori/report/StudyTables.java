package dandori.report;

import dandori.experiment.Comparison;
import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.metric.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of a study: policies side by side. */
final class StudyTables {

    private static final String LESS = "▼";
    private static final String MORE = "▲";

    private final Study study;
    private final List<String> policies;
    private final String baseline;

    StudyTables(Study study) {
        this.study = study;
        policies = study.policies();
        baseline = study.scenario().report().compareTo();
    }

    /** Policies in rows, a column for each metric, of all jobs. */
    Table all(List<Metric> metrics) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Policy", policies));
        for (Metric metric : metrics) {
            List<Cells> cells = new ArrayList<>();
            for (Cells one : ofAll(metric)) {
                String policy = policies.get(cells.size());
                Spread spread = study.spread(policy, Group.ALL, metric.key());
                cells.add(new Cells(spread, one.comparison()));
            }
            Column column = column(metric.heading(), metric, cells, largest(cells));
            columns.add(metric == Metric.LATE ? outOfAll(column) : column);
        }
        return new Table(columns);
    }

    /** The column of campaigns that are late, with the number of those that have a deadline. */
    private Column outOfAll(Column late) {
        long all =
                study.scenario().campaigns().stream()
                        .filter(plan -> plan.deadline() != null)
                        .count();
        return new Column(late.heading(), "of " + all, false, late.entries());
    }

    /** Groups in rows, a column for each policy, of one metric; how many jobs stand before. */
    Table by(String heading, Rows rows, Metric metric) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(heading, rows.names()));
        columns.add(ofFirst("Jobs", rows, "jobs", Metric.Kind.COUNT));
        columns.addAll(policyColumns(rows, metric, ""));
        return new Table(columns);
    }

    /** What each organization is due, asked for, and got under each policy. */
    Table shares(Rows rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Organization", rows.names()));
        if (study.scenario().machines().size() > 1) {
            columns.add(Column.text("Home", homes(rows)));
        }
        columns.add(ofFirst("Share", rows, "share_due", Metric.Kind.SHARE));
        columns.add(ofFirst("Asked", rows, "share_demanded", Metric.Kind.SHARE));
        columns.addAll(policyColumns(rows, Metric.DELIVERED, "Got: "));
        return new Table(columns);
    }

    /** How each policy differs from the one that it is compared with, of all jobs. */
    Table differences(List<Metric> metrics) {
        List<String> others = policies.stream().filter(name -> !name.equals(baseline)).toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Policy", others));
        for (Metric metric : metrics) {
            List<Cells> cells = new ArrayList<>();
            for (Cells one : ofAll(metric)) {
                if (one.comparison() != null) {
                    cells.add(new Cells(one.comparison().difference(), one.comparison()));
                }
            }
            columns.add(column(metric.heading(), metric, cells, largest(cells)));
        }
        return new Table(columns);
    }

    private List<String> homes(Rows rows) {
        List<String> homes = new ArrayList<>();
        rows.shown().forEach(group -> homes.add(study.scenario().homeOf(group.name()).name()));
        while (homes.size() < rows.count()) {
            homes.add("");
        }
        return homes;
    }

    /** A figure that is the same under all policies. */
    private Column ofFirst(String heading, Rows rows, String key, Metric.Kind kind) {
        Scale scale = Scale.of(kind, 0);
        List<Entry> entries = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            double mean = Spread.of(rows.figures(row, policies.get(0), key)).mean();
            boolean isCount = kind == Metric.Kind.COUNT;
            entries.add(
                    isCount && Double.isFinite(mean)
                            ? Entry.text(Digits.plain(mean, 0))
                            : Digits.entry(mean / scale.factor(), Double.NaN, false, ""));
        }
        return new Column(heading, scale.unit(), false, entries);
    }

    private List<Column> policyColumns(Rows rows, Metric metric, String before) {
        List<List<Cells>> all = new ArrayList<>();
        policies.forEach(policy -> all.add(new ArrayList<>()));
        for (int i = 0; i < rows.count(); i++) {
            int row = i;
            List<Cells> cells = cells(policy -> rows.figures(row, policy, metric.key()));
            for (int policy = 0; policy < cells.size(); policy++) {
                all.get(policy).add(cells.get(policy));
            }
        }
        double largest = all.stream().mapToDouble(StudyTables::largest).max().orElse(0);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            columns.add(column(before + policies.get(i), metric, all.get(i), largest));
        }
        return columns;
    }

    /** A spread and how it compares; null: with itself. */
    record Cells(Spread spread, @Nullable Comparison comparison) {}

    /** A metric of all jobs, under each policy. */
    List<Cells> ofAll(Metric metric) {
        return cells(policy -> study.figures(policy, Group.ALL, metric.key()));
    }

    /** A figure under each policy, those under the others corrected together. */
    private List<Cells> cells(Function<String, List<Figure>> figures) {
        List<Figure> base = figures.apply(baseline);
        List<String> others = policies.stream().filter(name -> !name.equals(baseline)).toList();
        List<Comparison> pairs =
                Comparison.together(
                        others.stream()
                                .map(policy -> Comparison.of(figures.apply(policy), base))
                                .toList());
        List<Cells> cells = new ArrayList<>();
        for (String policy : policies) {
            int other = others.indexOf(policy);
            Spread spread = Spread.of(figures.apply(policy));
            cells.add(new Cells(spread, other < 0 ? null : pairs.get(other)));
        }
        return cells;
    }

    static double largest(List<Cells> cells) {
        return cells.stream()
                .mapToDouble(one -> Math.abs(one.spread().mean()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    static Column column(String heading, Metric metric, List<Cells> cells, double largest) {
        Scale scale = Scale.of(metric.kind(), largest);
        List<Entry> entries =
                cells.stream()
                        .map(one ->
                                Digits.entry(
                                        one.spread().mean() / scale.factor(),
                                        one.spread().plusMinus() / scale.factor(),
                                        one.spread().atLeast(),
                                        mark(metric, one)))
                        .toList();
        return new Column(heading, scale.unit(), false, entries);
    }

    private static String mark(Metric metric, Cells cells) {
        Comparison pairs = cells.comparison();
        if (pairs == null || metric.sense() == Metric.Sense.NEITHER) {
            return "";
        }
        if (metric.sense() == Metric.Sense.LESS) {
            return pairs.isLess() ? LESS : "";
        }
        return pairs.isMore() ? MORE : "";
    }
}
