package dandori.report;

import dandori.report.JoinedVariant.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How policies differ from one of them, as a table: a row for each policy of each variant.
 *
 * @param baselines what the policies of each variant are compared with; at least one
 */
record JoinedTable(Map<JoinedVariant, Contender> baselines) {

    private static final List<String> SHOWN =
            List.of(
                    "utilization",
                    "wait_mean_s",
                    "wait_median_s",
                    "wait_p95_s",
                    "bounded_slowdown_mean");
    private static final String UNPAIRED = "unpaired";

    String title() {
        String title = "Differences from " + baseline();
        return sweeps().isEmpty() ? title : title + ", by " + String.join(" and ", sweeps());
    }

    private String baseline() {
        return baselines.values().iterator().next().name();
    }

    private List<String> sweeps() {
        return List.copyOf(baselines.keySet().iterator().next().values().keySet());
    }

    Table table() {
        List<Column> columns = new ArrayList<>();
        for (String sweep : sweeps()) {
            columns.add(Column.text(SweepTable.heading(sweep), values(sweep)));
        }
        List<String> names = new ArrayList<>();
        baselines.forEach((variant, baseline) ->
                variant.others(baseline).forEach(one -> names.add(one.name())));
        columns.add(Column.text("Policy", names));
        columns.add(Column.text("Runs", runs()));
        for (String key : SHOWN) {
            columns.add(column(Metrics.of(key)));
        }
        return new Table(columns, sweeps().size() + 1);
    }

    /** The values of a sweep, in the first row of each variant. */
    private List<String> values(String sweep) {
        List<String> values = new ArrayList<>();
        baselines.forEach((variant, baseline) -> {
            int rows = variant.others(baseline).size();
            for (int row = 0; row < rows; row++) {
                values.add(row == 0 ? variant.values().getOrDefault(sweep, "") : "");
            }
        });
        return values;
    }

    /** A figure of every row. */
    private List<Joined> all(String key) {
        List<Joined> all = new ArrayList<>();
        baselines.forEach((variant, baseline) -> all.addAll(variant.against(baseline, key)));
        return all;
    }

    private List<String> runs() {
        return all(SHOWN.get(0)).stream()
                .map(one ->
                        switch (one.pairs()) {
                            case 0 -> UNPAIRED;
                            case 1 -> "1 pair";
                            default -> one.pairs() + " pairs";
                        })
                .toList();
    }

    private Column column(Metric metric) {
        List<Joined> all = all(metric.key());
        double largest =
                all.stream()
                        .mapToDouble(one -> Math.abs(one.difference()))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
        Scale scale = Scale.of(metric.kind(), largest);
        List<Entry> entries =
                all.stream()
                        .map(one ->
                                Digits.entry(
                                        one.difference() / scale.factor(),
                                        one.halfWidth() / scale.factor(),
                                        false,
                                        mark(metric, one)))
                        .toList();
        return new Column(metric.heading(), scale.unit(), false, entries);
    }

    private static String mark(Metric metric, Joined one) {
        if (metric.sense() == Metric.Sense.LESS) {
            return one.isLess() ? "▼" : "";
        }
        return one.isMore() ? "▲" : "";
    }

    /** What the signs mean. */
    List<String> legend() {
        boolean areSeveral =
                baselines.entrySet().stream()
                        .anyMatch(one -> one.getKey().others(one.getValue()).size() > 1);
        List<String> lines = new ArrayList<>();
        lines.add(
                "±: half of the 95 %% interval. ▼ ▲ better than %s, beyond chance by paired runs%s."
                        .formatted(baseline(), areSeveral ? ", all policies together" : ""));
        if (runs().contains(UNPAIRED)) {
            lines.add(
                    "Unpaired: fewer than two seeds are in both, so the difference is that of the"
                            + " means of all runs, with Welch's interval: wider, since the jobs"
                            + " differ too.");
        }
        return lines;
    }
}
