package dandori.scenario.sweep;

import java.util.List;

/**
 * What a file sweeps.
 *
 * @param list the sweeps, in the order of the file
 * @param together places whose values depend on several of them
 */
record FoundSweeps(List<Sweep> list, List<Together> together) {

    /** Keeps the lists. */
    FoundSweeps {
        list = List.copyOf(list);
        together = List.copyOf(together);
    }

    /** Whether only policies differ from value to value of a sweep. */
    boolean isOfPolicies(Sweep sweep) {
        return sweep.isOfPolicies()
                && together.stream()
                        .noneMatch(one ->
                                !Sweep.isOfPolicies(one.path())
                                        && one.dependsOn(sweep.name(), list));
    }
}
