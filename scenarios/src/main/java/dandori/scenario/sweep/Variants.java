package dandori.scenario.sweep;

import dandori.scenario.Scenario;
import java.util.List;

/**
 * A scenario file with all that it stands for.
 *
 * @param sweeps its sweeps, in the order of the file
 * @param places the paths at which values stand in series, whatever sweeps they are of
 * @param list the scenario under each combination of their values, the last sweep's values nearest
 *     to each other; at least one
 */
public record Variants(List<Sweep> sweeps, List<String> places, List<Variant> list) {

    /** Keeps the lists. */
    public Variants {
        sweeps = List.copyOf(sweeps);
        places = List.copyOf(places);
        list = List.copyOf(list);
    }

    /** Those of a scenario without sweeps. */
    public static Variants of(Scenario scenario) {
        return new Variants(List.of(), List.of(), List.of(Variant.only(scenario)));
    }

    /** The scenario under the first value of each sweep. */
    public Scenario first() {
        return list.get(0).scenario();
    }
}
