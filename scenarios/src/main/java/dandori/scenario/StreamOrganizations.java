package dandori.scenario;

import dandori.scenario.key.Values;
import dandori.scenario.text.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose jobs those of a stream are that names organizations in its own way. */
final class StreamOrganizations {

    private StreamOrganizations() {}

    /** The mapping of a section: organizations by what stands in the stream for them. */
    static Map<String, String> mapping(Values values, OrganizationReader organizations) {
        Map<String, String> mapping = new LinkedHashMap<>();
        values.terms("organizations")
                .forEach((value, term) -> {
                    String name = organizations.named(term);
                    mapping.put(value, name == null ? "" : name);
                });
        return mapping;
    }

    /** The organization at a node, or null if there is no node or none of that name. */
    static @Nullable String named(@Nullable Node node, OrganizationReader organizations) {
        return node == null ? null : organizations.named(node);
    }

    /**
     * The organization of a job.
     *
     * @param value what stands in the stream, or nothing
     * @param all the organization of all its jobs, or null
     * @param mapping organizations by values; other values are names themselves
     * @param other the organization of values that are not in the mapping, or null
     */
    static String of(
            String value,
            @Nullable String all,
            Map<String, String> mapping,
            @Nullable String other) {
        if (all != null) {
            return all;
        }
        String mapped = mapping.get(value);
        if (mapped != null) {
            return mapped;
        }
        return other != null ? other : value.isEmpty() ? "unknown" : value;
    }

    /** Writes what is not left out of the mapping and of the organization of other values. */
    static void put(TreeBuilder tree, Map<String, String> mapping, @Nullable String other) {
        if (!mapping.isEmpty()) {
            TreeBuilder terms = new TreeBuilder();
            mapping.forEach(terms::text);
            tree.put("organizations", terms.mapping());
        }
        if (other != null) {
            tree.text("other", other);
        }
    }
}
