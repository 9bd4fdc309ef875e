package dandori.report;

import dandori.metric.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A variant of a study as its files tell of it, to be compared with others; of a study without
 * sweeps the only one.
 *
 * @param folder the study's folder
 * @param values the label of each sweep's value by the sweep's name
 * @param given what its scenario says but for policies, seeds and reports, by path
 * @param summary its part of {@code summary.json}
 */
record StudyVariant(
        Path folder, Map<String, String> values, Map<String, String> given, JsonNode summary) {

    /** Keeps the maps in their order. */
    StudyVariant {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** What sets it apart, such as {@code load 0.5, nodes 64}; empty without sweeps. */
    static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<Integer> seeds() {
        List<Integer> seeds = new ArrayList<>();
        summary.path("seeds").forEach(seed -> seeds.add(seed.asInt(0)));
        return seeds;
    }

    List<String> policies() {
        return List.copyOf(summary.path("policies").propertyNames());
    }

    /** The names of a policy's figures of all jobs. */
    List<String> figureNames(String policy) {
        return List.copyOf(summary.path("policies").path(policy).path("all").propertyNames());
    }

    /** A figure of all jobs by seed; NaN where there is none. */
    Map<Integer, Figure> figures(String policy, String name) {
        JsonNode spread = summary.path("policies").path(policy).path("all").path(name);
        boolean atLeast = spread.path("at_least").asBoolean(false);
        Map<Integer, Figure> figures = new LinkedHashMap<>();
        List<Integer> seeds = seeds();
        for (int i = 0; i < seeds.size(); i++) {
            figures.put(
                    seeds.get(i),
                    new Figure(spread.path("values").path(i).asDouble(Double.NaN), atLeast));
        }
        return figures;
    }
}
