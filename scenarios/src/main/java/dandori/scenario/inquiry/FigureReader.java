package dandori.scenario.inquiry;

import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which figure of whom is meant, by names that are known. */
public final class FigureReader {

    private final Known known;
    private final Issues issues;

    FigureReader(Known known, Issues issues) {
        this.known = known;
        this.issues = issues;
    }

    /**
     * The names of a scenario that figures may be about.
     *
     * @param policies the policies that are run
     * @param names those of organizations, machines (or their pools) and campaigns; a kind that is
     *     not there is one of which any name may come
     * @param has what the scenario has beside jobs
     */
    public record Known(
            List<String> policies, Map<Whose, List<String>> names, FigureNames.Has has) {

        /** Keeps the collections. */
        public Known {
            policies = List.copyOf(policies);
            names = Map.copyOf(names);
        }
    }

    /** The figure; null, and an issue, if there is no such. */
    @Nullable FigureOf figure(Values values) {
        List<Whose> given = new ArrayList<>();
        for (Whose one : Whose.values()) {
            if (one != Whose.ALL && values.has(one.key())) {
                given.add(one);
            }
        }
        if (given.size() > 1) {
            issues.add(
                    values.mapping(),
                    "is about '%s' or about '%s', not both."
                            .formatted(given.get(0).key(), given.get(1).key()),
                    "leave one out.");
            return null;
        }
        Whose whose = given.isEmpty() ? Whose.ALL : given.get(0);
        String name = whose == Whose.ALL ? "" : values.text(whose.key());
        String policy = values.has("policy") ? values.text("policy") : "";
        String figure = values.text("figure");
        boolean isRight = !figure.isEmpty();
        if (isRight) {
            isRight =
                    isIn(
                            "figure",
                            figure,
                            FigureNames.of(whose, known.has()),
                            values,
                            words(whose));
        }
        if (values.has("policy")) {
            isRight &=
                    isIn("policy", policy, known.policies(), values, "no policy '%s' that is run");
        }
        List<String> names = known.names().get(whose);
        if (whose != Whose.ALL && names != null) {
            isRight &= isIn(whose.key(), name, names, values, "no " + whose.key() + " '%s' here");
        }
        return isRight ? new FigureOf(figure, policy, whose, name) : null;
    }

    private static String words(Whose whose) {
        String of =
                whose == Whose.ALL
                        ? "all jobs"
                        : (whose == Whose.ORGANIZATION ? "an " : "a ") + whose.key();
        return "no figure '%s' of " + of + " in such a scenario";
    }

    private boolean isIn(String key, String name, List<String> names, Values values, String words) {
        Node node = values.node(key);
        if (names.contains(name) || node == null) {
            return true;
        }
        String maybe = NearestName.maybe(name, names);
        issues.add(node, "there is " + words.formatted(name) + ".", maybe);
        return false;
    }
}
