package dandori.report;

import dandori.machine.Fact;
import dandori.machine.Specification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a study went by though nobody has looked it up, for {@code summary.json}.
 *
 * @param what what it is, of which machine
 * @param value as it was written
 * @param certainty how sure it is, in the word of machine files
 * @param source by whose word, and how it was derived
 */
record Assumption(String what, String value, String certainty, String source) {

    /** A fact of a machine file, with its sources in full and its note. */
    static Assumption of(String what, String value, Fact fact, Specification known) {
        Stream<String> sources =
                fact.sources().stream().map(key -> known.sources().getOrDefault(key, key));
        String source =
                Stream.concat(sources, Stream.of(fact.note()).filter(note -> !note.isEmpty()))
                        .collect(Collectors.joining("; "));
        return new Assumption(what, value, fact.certainty().text(), source);
    }

    /** The same of something that is called otherwise. */
    Assumption of(String other) {
        return new Assumption(other, value, certainty, source);
    }

    /** As maps for JSON. */
    static List<Map<String, String>> tree(List<Assumption> all) {
        return all.stream()
                .map(one -> {
                    Map<String, String> tree = new LinkedHashMap<>();
                    tree.put("what", one.what());
                    tree.put("value", one.value());
                    tree.put("certainty", one.certainty());
                    tree.put("source", one.source());
                    return tree;
                })
                .toList();
    }
}
