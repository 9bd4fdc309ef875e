package dandori.catalogue;

import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the keys of sources stand for in a file of facts. */
final class Sources {

    private Sources() {}

    /** The sources that the file names, in order; none, and an issue, if they are no mapping. */
    static Map<String, String> of(Mapping root, Issues issues) {
        Map<String, String> sources = new LinkedHashMap<>();
        Node named = root.get("sources");
        if (named instanceof Mapping mapping) {
            mapping.entries()
                    .forEach((key, value) -> {
                        if (!Scalars.isName(key)) {
                            issues.add(
                                    value, "'" + key + "' must be a name without spaces.", "'S1'.");
                        }
                        String text = Scalars.text(value, issues);
                        sources.put(key, text == null ? "" : text.strip());
                    });
        } else if (named != null) {
            issues.add(
                    named,
                    "must name sources, but is " + named.says() + ".",
                    "'S1: the paper, page or address where facts are from'.");
        }
        return sources;
    }
}
