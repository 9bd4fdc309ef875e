package dandori.cli;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Policy;
import dandori.policy.backfill.Depth;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.scenario.KnownParts;
import dandori.scenario.key.OptionValues;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestName;
import java.util.ArrayList;
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
                isClairvoyant ? Estimates.EXACT : estimates);
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

    private <T> T part(Class<T> kind, String option, String word) {
        PartProvider<?> provider =
                parts.named(kind, word)
                        .orElseThrow(() ->
                                new WrongCallException(
                                        "%s: there is no %s '%s'."
                                                .formatted(option, option.substring(2), word),
                                        NearestName.maybe(word, words(kind))));
        return kind.cast(provider.create(defaults(option, provider)));
    }

    private static Options defaults(String option, PartProvider<?> provider) {
        if (provider.options().isEmpty()) {
            return Options.NONE;
        }
        Issues issues = new Issues();
        Mapping nothing = new Mapping(option, 0, Map.of());
        String owner = "'%s'".formatted(provider.name());
        Options options = OptionValues.read(owner, provider.options(), nothing, Set.of(), issues);
        if (!issues.isEmpty()) {
            throw new WrongCallException(
                    "%s: %s".formatted(option, issues.list().get(0).message()),
                    "'%s:4'.".formatted(provider.name()));
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
