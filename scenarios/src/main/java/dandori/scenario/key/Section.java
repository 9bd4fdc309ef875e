package dandori.scenario.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keys that stand together in a mapping.
 *
 * @param place where it stands, with capitals for names that the user chooses: {@code
 *     machines.NAME}; empty for the file
 * @param sentence what it is for
 * @param keys the keys, in the order in which they are best written
 * @param notYet keys that will mean something one day, with what they will mean
 * @param isOpen whether other keys are left to somebody else, such as options of a model
 */
public record Section(
        String place, String sentence, List<Key> keys, Map<String, String> notYet, boolean isOpen) {

    /** Keeps the keys. */
    public Section {
        keys = List.copyOf(keys);
        notYet = new TreeMap<>(notYet);
    }

    /** A section that has just these keys. */
    public static Section of(String place, String sentence, Key... keys) {
        return new Section(place, sentence, List.of(keys), Map.of(), false);
    }

    /** The same section, which names keys that will come later. */
    public Section notYet(Map<String, String> later) {
        return new Section(place, sentence, keys, later, isOpen);
    }

    /** The same section with more keys behind so many of its own. */
    Section with(int behind, List<Key> more) {
        List<Key> all = new ArrayList<>(keys);
        all.addAll(behind, more);
        return new Section(place, sentence, all, notYet, isOpen);
    }

    /** The same section, in which further keys may stand. */
    public Section open() {
        return new Section(place, sentence, keys, notYet, true);
    }

    /** The key of a name. */
    public Optional<Key> key(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** The names of the keys, in order. */
    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }
}
