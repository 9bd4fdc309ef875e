package dandori.wiring;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where names stand in a text whose reader forgets its lines: the first line that holds a
 * name, or both names of a cable; 0 if none does.
 */
final class LineFinder {

    private static final Pattern WORD =
            Pattern.compile("\"([^\"]*)\"|'([^']*)'|[^\\s\"'<>=\\[\\]{};,]+");

    private static final Set<Integer> NOWHERE = Set.of();

    private final Map<String, Set<Integer>> lines = new HashMap<>();

    LineFinder(String text) {
        List<String> all = List.of(text.split("\\R", -1));
        for (int i = 0; i < all.size(); i++) {
            Matcher word = WORD.matcher(all.get(i));
            while (word.find()) {
                String quoted = word.group(1) != null ? word.group(1) : word.group(2);
                String name = quoted != null ? quoted : word.group();
                lines.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(i + 1);
            }
        }
    }

    int of(String name) {
        var found = lines.get(name);
        return found == null ? 0 : found.iterator().next();
    }

    int of(String one, String other) {
        var ones = lines.getOrDefault(one, NOWHERE);
        var others = lines.getOrDefault(other, NOWHERE);
        boolean fewer = ones.size() < others.size();
        var rest = fewer ? others : ones;
        for (int line : fewer ? ones : others) {
            if (rest.contains(line)) {
                return line;
            }
        }
        return Math.max(of(one), of(other));
    }
}
