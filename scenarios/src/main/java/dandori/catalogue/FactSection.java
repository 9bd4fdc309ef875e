package dandori.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Facts that stand together, and what else stands beside them.
 *
 * @param place where they stand: {@code nodeTypes.NAME}; empty for the file
 * @param sentence what they are about
 * @param facts the facts
 * @param others keys that are no facts, with what they mean, each {@code key: sentence}; a {@code
 *     !} before the key says that it must be given
 */
public record FactSection(String place, String sentence, List<FactKey> facts, List<String> others) {

    /** Keeps the lists. */
    public FactSection {
        facts = List.copyOf(facts);
        others = List.copyOf(others);
    }

    /** A section of facts only. */
    public static FactSection of(String place, String sentence, FactKey... facts) {
        return new FactSection(place, sentence, List.of(facts), List.of());
    }

    /** The same section with keys that are no facts. */
    public FactSection with(String... keys) {
        return new FactSection(place, sentence, facts, List.of(keys));
    }

    /** The fact of a name, if it is declared. */
    public Optional<FactKey> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /** The names of the keys that are no facts. */
    public List<String> otherNames() {
        return others.stream()
                .map(other -> other.substring(other.startsWith("!") ? 1 : 0, other.indexOf(':')))
                .toList();
    }

    /** Whether a key that is no fact must be given. */
    public boolean isRequired(String other) {
        return others.stream().anyMatch(text -> text.startsWith("!" + other + ":"));
    }

    /** What a key that is no fact means. */
    public String sentenceOf(String other) {
        return others.stream()
                .filter(text -> text.startsWith(other + ":") || text.startsWith("!" + other + ":"))
                .map(text -> text.substring(text.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Whether facts stand one level deeper below a key. */
    public boolean isGroup(String key) {
        return facts.stream().anyMatch(fact -> fact.name().startsWith(key + "."));
    }
}
