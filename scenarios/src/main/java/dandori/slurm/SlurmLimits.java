package dandori.slurm;

import java.util.LinkedHashMap;
import java.util.Map;

/** The limits of a policy, as a section. */
final class SlurmLimits {

    private final Map<String, Map<String, Map<String, Integer>>> limits = new LinkedHashMap<>();

    /** Limits somebody; of two numbers for one thing, the smaller holds. */
    void add(String subjects, String name, String key, int most) {
        limits.computeIfAbsent(subjects, one -> new LinkedHashMap<>())
                .computeIfAbsent(name, one -> new LinkedHashMap<>())
                .merge(key, most, Math::min);
    }

    /** The section; empty where nothing is limited. */
    String yaml() {
        StringBuilder text = new StringBuilder();
        limits.forEach((subjects, names) -> {
            text.append(text.length() == 0 ? "    limits:\n" : "");
            text.append("      ").append(subjects).append(":\n");
            names.forEach((name, keys) -> {
                StringBuilder terms = new StringBuilder();
                keys.forEach((key, most) -> {
                    terms.append(terms.length() == 0 ? "" : ", ");
                    terms.append(key).append(": ").append(most);
                });
                text.append("        ").append(SlurmText.quoted(name));
                text.append(": {").append(terms).append("}\n");
            });
        });
        return text.toString();
    }
}
