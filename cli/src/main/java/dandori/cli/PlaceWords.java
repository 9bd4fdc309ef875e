package dandori.cli;

import dandori.interconnect.Flat;
import dandori.job.Pattern;
import dandori.machine.Machine;
import dandori.network.Fidelity;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.scenario.CommunicationRule;
import dandori.scenario.DefaultPlacement;
import dandori.scenario.text.NearestName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the words of a call mean that say where jobs run, and what that does to them. */
final class PlaceWords {

    private static final List<String> NETWORKS =
            Stream.of(Fidelity.values()).map(Fidelity::text).toList();
    private static final List<String> PATTERNS =
            Stream.of(Pattern.values()).map(Pattern::text).toList();

    private final PlaceOptions words;
    private final @Nullable Machine machine; // the one that the call names
    final Fidelity network;
    final @Nullable CommunicationRule communication;

    /**
     * Reads the words.
     *
     * @param words the options of the call
     * @param named the machine that it names, whole, or null
     */
    PlaceWords(PlaceOptions words, @Nullable Machine named) {
        this.words = words;
        if (words.groups && (named == null || !DefaultPlacement.hasGroups(named))) {
            throw new WrongCallException(
                    named == null
                            ? "--groups: resource groups are those of a machine."
                            : "--groups: '%s' has no resource groups.".formatted(named.name()),
                    named == null ? "'--machine fugaku --groups'." : "leave it out.");
        }
        machine = named == null || words.groups ? named : named.withoutGroups();
        network = network(words.network);
        communication = words.communication == null ? null : communication(words.communication);
        checkNetwork();
    }

    /** The machine that the call names, with groups if it wants them; null if it names none. */
    @Nullable Machine machine() {
        return machine;
    }

    /**
     * The word for the placement, the machine's own where the call has none.
     *
     * @param backfill the word for the backfill
     */
    String placement(String backfill) {
        if (words.placement != null) {
            return words.placement;
        }
        boolean isBound = backfill.equals("as-logged") || backfill.equals("unlimited");
        return machine == null || isBound
                ? "count"
                : DefaultPlacement.of(machine, network != Fidelity.NONE);
    }

    private static Fidelity network(String word) {
        return Fidelity.named(word)
                .orElseThrow(() ->
                        new WrongCallException(
                                "--network: there is no '%s'.".formatted(word),
                                NearestName.maybe(word, NETWORKS)));
    }

    private static CommunicationRule communication(String word) {
        String[] parts = word.split(":", 2);
        Pattern pattern =
                Pattern.named(parts[0])
                        .orElseThrow(() ->
                                new WrongCallException(
                                        "--communication: there is no pattern '%s'."
                                                .formatted(parts[0]),
                                        NearestName.maybe(parts[0], PATTERNS)));
        CommunicationRule rule =
                parts.length < 2 ? null : CommunicationRule.of(pattern, parts[1].strip());
        if (rule == null) {
            throw new WrongCallException(
                    "--communication: after '%s:' comes how much a node sends, above 0, but it is '%s'."
                            .formatted(parts[0], parts.length < 2 ? "" : parts[1]),
                    "'%s:10GB' over the whole run, or '%s:1GB/s'.".formatted(parts[0], parts[0]));
        }
        return rule;
    }

    private void checkNetwork() {
        if (network == Fidelity.NONE) {
            if (communication != null) {
                throw new WrongCallException(
                        "--communication: costs nothing without a network.",
                        "add '--network static'.");
            }
            return;
        }
        if (machine == null || machine.interconnect() instanceof Flat) {
            throw new WrongCallException(
                    machine == null
                            ? "--network: '%s' needs a machine whose wiring is known."
                                    .formatted(network.text())
                            : "--network: '%s' is flat, so that its network slows nobody."
                                    .formatted(machine.name()),
                    "'--machine fugaku' or another that is wired: dandori catalogue machines.");
        }
        if (communication == null) {
            throw new WrongCallException(
                    "--network: a trace does not say what its jobs send.",
                    "add '--communication ring-all-reduce:1GB/s'.");
        }
    }

    /** Refuses policies that groups or the network cannot do with. */
    void check(Policy policy) {
        boolean isNetworked = network != Fidelity.NONE;
        String what = isNetworked ? "--network" : "--groups";
        if (policy.backfill().ignoresCapacity() && (isNetworked || words.groups)) {
            throw new WrongCallException(
                    "%s: backfill '%s' gives jobs no nodes, so they have no places."
                            .formatted(what, policy.name()),
                    "leave " + what + " out, or take another backfill.");
        }
        if (isNetworked && policy.estimates() == Estimates.EXACT) {
            throw new WrongCallException(
                    "--network: changes run times, so that nobody can know them beforehand.",
                    "'--estimates requested', and another backfill than 'clairvoyant'.");
        }
        if (!policy.placement().hasPlaces() && (isNetworked || words.groups)) {
            throw new WrongCallException(
                    "--placement: '%s' gives jobs no places, but %s goes by places."
                            .formatted(placement(policy.name()), what),
                    "leave it out: it is then the one that suits the machine.");
        }
    }
}
