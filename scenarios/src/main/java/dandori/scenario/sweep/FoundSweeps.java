package dandori.scenario.sweep;

import java.util.List;
import java.util.stream.Stream;

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

    /** Where values stand in series: first those of one sweep. */
    List<String> places() {
        return Stream.concat(
                        list.stream().flatMap(sweep -> sweep.places().keySet().stream()),
                        together.stream().map(Together::path))
                .toList();
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
