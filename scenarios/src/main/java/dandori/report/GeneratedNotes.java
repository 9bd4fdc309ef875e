package dandori.report;

import dandori.experiment.CellResult;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.generate.Figure;
import dandori.generate.Thinning;
import dandori.scenario.GeneratedStream;
import dandori.scenario.Scenario;
import dandori.scenario.Stream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What there is to say about generated jobs: what was asked for, drawn, published, left out. */
final class GeneratedNotes {

    /** Models whose published figures are told in brief; the others stand in the full report. */
    private static final int MOST_MODELS = 3;

    /** Loads are sums: 0.7 and 0.3 are no more than a machine has. */
    private static final double ROUNDING = 1e-9;

    private static final String IN_PERCENT = " in %";

    private final Scenario scenario;
    private final List<CellResult> cells; // of one policy: all have the same jobs

    GeneratedNotes(Study study) {
        scenario = study.scenario();
        cells = study.of(study.policies().get(0));
    }

    /** The figures over the seeds: asked, drawn, published. */
    List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, List<Figure>> stream : streams().entrySet()) {
            for (int i = 0; i < stream.getValue().size(); i++) {
                Figure figure = stream.getValue().get(i);
                Spread drawn = drawn(stream.getKey(), i);
                rows.add(
                        List.of(
                                stream.getKey().replace("workload.", ""),
                                figure.name(),
                                Digits.short3(figure.asked()),
                                Digits.entry(drawn.mean(), drawn.plusMinus(), false, "").plain(),
                                Digits.short3(figure.published()),
                                figure.source()));
            }
        }
        return rows;
    }

    /** The same in a few lines: loads, what is published, what was thinned. */
    List<String> brief() {
        List<String> lines = new ArrayList<>();
        String loads = loads();
        if (!loads.isEmpty()) {
            lines.add(
                    "Load of the generated streams, asked → drawn, in % of the home machine: "
                            + loads
                            + ".");
        }
        lines.addAll(overloaded());
        lines.addAll(published());
        lines.addAll(thinned());
        return lines;
    }

    private String loads() {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, List<Figure>> stream : streams().entrySet()) {
            for (int i = 0; i < stream.getValue().size(); i++) {
                Figure figure = stream.getValue().get(i);
                if (figure.name().equals("load")) {
                    double mean = drawn(stream.getKey(), i).mean();
                    parts.add(
                            Digits.plain(100 * figure.asked(), 0)
                                    + " → "
                                    + Digits.plain(100 * mean, 0));
                }
            }
        }
        return String.join(", ", parts);
    }

    /** A line for each machine of which the jobs at home there ask for more than all. */
    private List<String> overloaded() {
        Map<String, Double> asked = new LinkedHashMap<>();
        List<Stream> all = scenario.workload().streams();
        streams()
                .forEach((path, figures) -> {
                    if (all.get(number(path)) instanceof GeneratedStream its) {
                        String home = scenario.homeOf(its.organization()).name();
                        figures.stream()
                                .filter(figure -> figure.name().equals("load"))
                                .forEach(figure -> asked.merge(home, figure.asked(), Double::sum));
                    }
                });
        String elsewhere = scenario.machines().size() > 1 ? ", unless they go elsewhere" : "";
        List<String> lines = new ArrayList<>();
        asked.forEach((home, load) -> {
            if (load > 1 + ROUNDING) {
                lines.add(
                        "Generated jobs ask for %s %% of %s: its queue grows as long as they come, and waits with the length of the run%s."
                                .formatted(Digits.plain(100 * load, 0), home, elsewhere));
            }
        });
        return lines;
    }

    /** A line for each model of whose jobs something is published, of its first stream. */
    private List<String> published() {
        List<String> lines = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        int more = 0;
        List<Stream> all = scenario.workload().streams();
        for (Map.Entry<String, List<Figure>> stream : streams().entrySet()) {
            String path = stream.getKey();
            String parts = published(path, stream.getValue());
            if (parts.isEmpty()
                    || !(all.get(number(path)) instanceof GeneratedStream its)
                    || !told.add(its.model())) {
                continue;
            }
            if (told.size() > MOST_MODELS) {
                more++;
            } else {
                lines.add("%s, published → drawn: %s.".formatted(its.model(), parts));
            }
        }
        if (more > 0) {
            lines.add("The same of %d more models is in report.md.".formatted(more));
        }
        return lines;
    }

    /** Which stream it is, from 0. */
    private static int number(String path) {
        return Integer.parseInt(path.replaceAll("[^0-9]", ""));
    }

    private String published(String stream, List<Figure> figures) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            boolean canBe = figure.asked() > 0; // not on a machine that is too small for it
            if (Double.isFinite(figure.published()) && canBe) {
                boolean isShare = figure.name().endsWith(IN_PERCENT);
                parts.add(
                        "%s %s → %s%s"
                                .formatted(
                                        figure.name().replace(IN_PERCENT, ""),
                                        Digits.short3(figure.published()),
                                        Digits.short3(drawn(stream, i).mean()),
                                        isShare ? " %" : ""));
            }
        }
        return String.join(", ", parts);
    }

    /** A line for each stream whose small jobs were made fewer. */
    private List<String> thinned() {
        List<String> lines = new ArrayList<>();
        List<Stream> all = scenario.workload().streams();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof GeneratedStream stream && stream.thinning() != null) {
                Thinning thinning = stream.thinning();
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "Thinned in streams[%d]: of the jobs of up to %,d node%s one in %d"
                                        + " is kept, with %d times its nodes. They count as fewer"
                                        + " jobs and wait longer than they would.",
                                i,
                                thinning.upTo(),
                                thinning.upTo() == 1 ? "" : "s",
                                thinning.by(),
                                thinning.by()));
            }
        }
        return lines;
    }

    private Map<String, List<Figure>> streams() {
        return cells.isEmpty() ? Map.of() : cells.get(0).generated();
    }

    private Spread drawn(String stream, int figure) {
        return Spread.of(
                cells.stream()
                        .map(cell -> cell.generated().get(stream))
                        .map(figures ->
                                new dandori.metric.Figure(
                                        figures == null
                                                ? Double.NaN
                                                : figures.get(figure).achieved(),
                                        false))
                        .toList());
    }
}
