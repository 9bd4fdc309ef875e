package dandori.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sentence, or a part of one, as data: its form in English and what stands in its places, so that
 * another language can put it together in its own way.
 *
 * @param form the English form, with {@code {0}}, {@code {1}} and so on for what stands in it; it
 *     is also the key under which another language finds its own
 * @param with what stands in the places: a {@link Told}, or a name or number as text
 */
record Told(String form, List<Object> with) {

    /** Nothing, where a part is left out. */
    static final Told NOTHING = of("");

    static Told of(String form, Object... with) {
        return new Told(form, List.of(with));
    }

    /** Several in a row; the form is only places and what stands between. */
    static Told list(String between, List<?> parts) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            places.add("{" + i + "}");
        }
        return new Told(String.join(between, places), List.copyOf(parts));
    }

    /** The English text. */
    String english() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = form.indexOf('{'); open >= 0; open = form.indexOf('{', from)) {
            int close = form.indexOf('}', open);
            Object part = with.get(Integer.parseInt(form.substring(open + 1, close)));
            text.append(form, from, open).append(part instanceof Told its ? its.english() : part);
            from = close + 1;
        }
        return text.append(form.substring(from)).toString();
    }

    /** As a map for JSON. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("form", form);
        if (!with.isEmpty()) {
            tree.put(
                    "with",
                    with.stream()
                            .map(part -> part instanceof Told its ? its.tree() : part)
                            .toList());
        }
        return tree;
    }
}
