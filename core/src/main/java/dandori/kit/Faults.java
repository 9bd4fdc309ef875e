package dandori.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a part breaks: the first case of each rule. */
final class Faults {

    private final Map<String, String> byRule = new LinkedHashMap<>();

    /** Notes that a rule is broken; further cases of it are not told. */
    void add(String rule, String sentence, Object... values) {
        byRule.putIfAbsent(rule, sentence.formatted(values));
    }

    /** The sentences, in the order in which they were found. */
    List<String> list() {
        return new ArrayList<>(byRule.values());
    }

    /** Throws all of them at once, if there are any. */
    static void check(Object part, List<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "%s breaks its contract:\n  %s".formatted(part, String.join("\n  ", faults)));
        }
    }
}
