package dandori.scenario.sweep;

import dandori.scenario.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A scenario under one combination of the values of its sweeps.
 *
 * @param number its place among the variants, from 0
 * @param values the label of each sweep's value by the sweep's name, in order; empty without sweeps
 * @param world what the jobs and machines depend on: variants of one world meet the same jobs
 * @param scenario the scenario
 */
public record Variant(int number, Map<String, String> values, String world, Scenario scenario) {

    /** Keeps the values in their order. */
    public Variant {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The only variant of a scenario without sweeps. */
    public static Variant only(Scenario scenario) {
        return new Variant(0, Map.of(), "", scenario);
    }

    /** What sets it apart, such as {@code load 0.5, nodes 64}; empty without sweeps. */
    public String text() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
