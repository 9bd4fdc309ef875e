package dandori.cli;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.backfill.Depth;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.scenario.KnownParts;
import dandori.scenario.key.OptionValues;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a policy of the words of a call: {@code --order fcfs --backfill depth:4}. */
final class PolicyWords {

    private static final String DEPTH = "depth:";
    private static final String CLAIRVOYANT = "clairvoyant";

    private final KnownParts parts = KnownParts.found();

    /** The policy; it is called after its backfill. */
    Policy policy(String order, String backfill, String placement, Estimates estimates) {
        boolean isClairvoyant = backfill.equals(CLAIRVOYANT);
        return new Policy(
                backfill,
                part(Order.class, "--order", order),
                Admission.OPEN,
                backfill(isClairvoyant ? "easy" : backfill),
                part(Placement.class, "--placement", placement),
                isClairvoyant ? Estimates.EXACT : estimates,
                Preemption.NONE);
    }

    private Backfill backfill(String word) {
        if (!(word + ':').startsWith(DEPTH)) {
            return part(Backfill.class, "--backfill", word);
        }
        String count = word.substring(Math.min(word.length(), DEPTH.length()));
        if (!count.matches("[1-9][0-9]{0,8}")) {
            throw new WrongCallException(
                    "--backfill: after 'depth:' comes how many jobs hold a reservation, but it is '%s'."
                            .formatted(count),
                    "'depth:4'.");
        }
        return new Depth(Integer.parseInt(count));
    }

    /** A part by its word: {@code random}, {@code random:7}, {@code torus:unit,small=0}. */
    private <T> T part(Class<T> kind, String option, String text) {
        String[] pieces = text.split(",", -1);
        String name = parts.nameIn(kind, pieces[0]).orElseThrow(() -> unknown(kind, option, text));
        PartProvider<?> provider = parts.named(kind, name).orElseThrow();
        Map<String, Node> given = new LinkedHashMap<>();
        if (pieces[0].length() > name.length()) {
            if (provider.options().isEmpty()) {
                throw new WrongCallException(
                        "%s: '%s' takes no value.".formatted(option, name),
                        "'%s'.".formatted(name));
            }
            put(given, provider.options().get(0).name(), pieces[0].substring(name.length() + 1));
        }
        for (int i = 1; i < pieces.length; i++) {
            String[] pair = pieces[i].split("=", 2);
            if (pair.length < 2 || given.containsKey(pair[0])) {
                throw new WrongCallException(
                        "%s: '%s' %s."
                                .formatted(
                                        option,
                                        pieces[i],
                                        pair.length < 2
                                                ? "is no key=value"
                                                : "gives an option twice"),
                        "'%s,key=value'.".formatted(name));
            }
            put(given, pair[0], pair[1]);
        }
        return kind.cast(provider.create(options(option, provider, given)));
    }

    private WrongCallException unknown(Class<?> kind, String option, String text) {
        return new WrongCallException(
                "%s: there is no %s '%s'.".formatted(option, option.substring(2), text),
                NearestName.maybe(text, words(kind)));
    }

    private static void put(Map<String, Node> given, String key, String value) {
        Scalar.Type type =
                value.matches("true|false")
                        ? Scalar.Type.FLAG
                        : value.matches("[-+]?[0-9.]+(e[0-9]+)?")
                                ? Scalar.Type.NUMBER
                                : Scalar.Type.TEXT;
        given.put(key, new Scalar(key, 0, value, type));
    }

    private static Options options(
            String option, PartProvider<?> provider, Map<String, Node> given) {
        if (provider.options().isEmpty() && given.isEmpty()) {
            return Options.NONE;
        }
        Issues issues = new Issues();
        Mapping mapping = new Mapping("", 0, given);
        String owner = "'%s'".formatted(provider.name());
        Options options = OptionValues.read(owner, provider.options(), mapping, Set.of(), issues);
        if (!issues.isEmpty()) {
            Issue first = issues.list().get(0);
            boolean namesNone = first.path().isEmpty() || first.message().startsWith(owner);
            String place = namesNone ? "" : " '" + first.path() + "'";
            throw new WrongCallException(
                    "%s:%s %s".formatted(option, place, first.message()),
                    first.maybe() == null
                            ? "see dandori catalogue policies."
                            : String.valueOf(first.maybe()));
        }
        return options;
    }

    private List<String> words(Class<?> kind) {
        List<String> words = new ArrayList<>(parts.names(kind));
        if (kind == Backfill.class) {
            words.add(CLAIRVOYANT);
            words.sort(null);
        }
        return words;
    }
}
