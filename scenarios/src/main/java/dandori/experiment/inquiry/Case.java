package dandori.experiment.inquiry;

import dandori.scenario.inquiry.FigureOf;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.inquiry.Search;
import dandori.scenario.inquiry.Target;
import java.util.List;

/**
 * A search under one policy: targets that name no policy are about each that is run, so that there
 * is a search for each.
 *
 * @param policy the policy; where all targets name their own, those, with commas between
 * @param targets the targets, each with its policy
 */
public record Case(String policy, List<Target> targets) {

    /** Keeps the targets. */
    public Case {
        targets = List.copyOf(targets);
    }

    /** The cases of a search among policies that are run. */
    static List<Case> of(Search search, List<String> policies) {
        return names(search, policies).stream()
                .map(policy ->
                        new Case(
                                policy,
                                search.targets().stream().map(one -> under(one, policy)).toList()))
                .toList();
    }

    /** The policies under which an inquiry is made, or one name for them all. */
    static List<String> names(Inquiry inquiry, List<String> policies) {
        List<String> named =
                inquiry.figures().stream()
                        .map(FigureOf::policy)
                        .filter(policy -> !policy.isEmpty())
                        .distinct()
                        .toList();
        boolean areAllNamed =
                inquiry.figures().stream().noneMatch(figure -> figure.policy().isEmpty());
        return areAllNamed ? List.of(String.join(", ", named)) : policies;
    }

    private static Target under(Target target, String policy) {
        FigureOf of = target.figure();
        String its = of.policy().isEmpty() ? policy : of.policy();
        return new Target(
                new FigureOf(of.figure(), its, of.whose(), of.name()),
                target.isAtMost(),
                target.bound());
    }
}
