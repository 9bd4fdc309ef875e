package dandori.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names, each with the index at which it was first seen.
 *
 * <p>Cost: one look-up in a plain map a name. Not thread safe.
 */
public final class NameTable {

    private final List<String> names;
    private final Map<String, Integer> indices = new HashMap<>(); // asked by name only

    /** A table without names. */
    public NameTable() {
        this(List.of());
    }

    /** A table that goes on from names which are known, each by its place among them. */
    public NameTable(List<String> known) {
        names = new ArrayList<>(known);
        for (String name : known) {
            indices.putIfAbsent(name, indices.size());
        }
    }

    /** The index of a name, a new one if it has not been seen; -1 for the empty name. */
    public int index(String name) {
        if (name.isEmpty()) {
            return -1;
        }
        Integer known = indices.putIfAbsent(name, names.size());
        if (known != null) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** The names by index, as they are now. */
    public List<String> names() {
        return List.copyOf(names);
    }
}
