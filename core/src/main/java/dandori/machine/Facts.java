package dandori.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Facts by name, in the order in which they were given. What nobody knows is not there.
 *
 * @param all the facts by their names in machine files, such as {@code memory} or {@code peak.fp16}
 */
public record Facts(Map<String, Fact> all) {

    /** Nothing is known. */
    public static final Facts NONE = new Facts(Map.of());

    /** Keeps the facts and their order. */
    public Facts {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** A fact, or null if it is not known. */
    public @Nullable Fact fact(String name) {
        return all.get(name);
    }

    /** The number of a fact in its base unit; empty if it is not known. */
    public OptionalDouble value(String name) {
        Fact fact = all.get(name);
        return fact == null || !fact.isNumber()
                ? OptionalDouble.empty()
                : OptionalDouble.of(fact.value());
    }

    /** The words of a fact; empty if it is not known. */
    public String text(String name) {
        Fact fact = all.get(name);
        return fact == null ? "" : fact.text();
    }
}
