package dandori.scenario.sweep;

import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.TreeWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A series of values in a scenario file: {@code load: {sweep: [0.5, 0.7]}}.
 *
 * @param name what it is called in results: its key, its path, or the {@code name} beside it
 * @param labels what each value is called in results
 * @param places the values by the path at which they stand, as many as there are labels; places
 *     that share a name go in step; none where all depend on other sweeps, too
 */
public record Sweep(String name, List<String> labels, Map<String, List<Node>> places) {

    /** Where policies are described: what is swept there leaves the jobs as they are. */
    private static final String POLICIES = "policies.";

    /** Keeps the collections. */
    public Sweep {
        labels = List.copyOf(labels);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** How many values there are. */
    public int size() {
        return labels.size();
    }

    /** Whether only policies differ from value to value. */
    boolean isOfPolicies() {
        return places.keySet().stream().allMatch(Sweep::isOfPolicies);
    }

    /** Whether a path leads to what belongs to a policy. */
    static boolean isOfPolicies(String path) {
        return path.startsWith(POLICIES);
    }

    /** What a value is called that has no label: its text, of more than one word on one line. */
    static String label(Node value) {
        return value instanceof Scalar scalar
                ? scalar.text()
                : TreeWriter.write(value).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
