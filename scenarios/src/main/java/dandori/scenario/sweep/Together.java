package dandori.scenario.sweep;

import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a place that depend on several sweeps: {@code nodes: {sweep: [8, 16, 16, 32], of:
 * {size: [small, large], load: [low, high]}}}.
 *
 * @param path the place
 * @param names the sweeps
 * @param values the value for each combination of theirs, the last sweep's changing first
 */
record Together(String path, List<String> names, List<Node> values) {

    /** Keeps the lists. */
    Together {
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    /** The value of a combination of all sweeps. */
    Node value(int[] chosen, List<Sweep> sweeps) {
        return values.get(Combinations.number(chosen, sweeps, names));
    }

    /** Whether the values depend on a sweep. */
    boolean dependsOn(String name, List<Sweep> sweeps) {
        List<Sweep> its = new ArrayList<>();
        for (String one : names) {
            sweeps.stream().filter(sweep -> sweep.name().equals(one)).forEach(its::add);
        }
        return names.contains(name) && Combinations.depend(values, its, names.indexOf(name));
    }
}
