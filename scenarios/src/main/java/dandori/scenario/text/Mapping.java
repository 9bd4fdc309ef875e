package dandori.scenario.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys and what stands behind them.
 *
 * @param path where it stands
 * @param line its line
 * @param entries in the order of the file
 */
public record Mapping(String path, int line, Map<String, Node> entries) implements Node {

    /** Keeps the order of the entries. */
    public Mapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** What stands behind a key, or null. */
    public @Nullable Node get(String key) {
        return entries.get(key);
    }

    @Override
    public String says() {
        return entries.isEmpty() ? "an empty mapping" : "a mapping";
    }
}
