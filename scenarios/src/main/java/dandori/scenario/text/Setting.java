package dandori.scenario.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value given on the command line: {@code run.length=2w}, {@code
 * workload.streams[0].trace.file=/data/kth.swf}.
 *
 * <p>It takes the place of what the file says at that path, a mapping as a whole; keys that the
 * file lacks are added. The value is YAML: {@code 5}, {@code text}, {@code {min: 1, max: 64}}.
 *
 * @param path keys with dots between, places of lists in brackets, counted from 0
 * @param value the text behind the equals sign
 */
public record Setting(String path, String value) {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]{1,6})\\]");
    private static final Pattern PATH =
            Pattern.compile("[^.\\[\\]=]+(\\.[^.\\[\\]=]+|\\[[0-9]{1,6}\\])*+");

    /** Reads {@code path=value}; an issue, and null, if it is none. */
    public static @Nullable Setting of(String text, Issues issues) {
        int equals = text.indexOf('=');
        if (equals < 1 || !PATH.matcher(text.substring(0, equals)).matches()) {
            issues.add(
                    "--set",
                    0,
                    "must be path.to.key=VALUE, but is '" + text + "'.",
                    "--set run.length=2w");
            return null;
        }
        return new Setting(text.substring(0, equals), text.substring(equals + 1));
    }

    /**
     * The tree with this value in its place; the tree itself, and an issue, if there is no such
     * place.
     */
    public Node applyTo(Node root, Issues issues) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            steps.add(step.group(1) != null ? step.group(1) : "#" + step.group(2));
        }
        Node set =
                value.isEmpty()
                        ? new Scalar(path, Issue.SET, "", Scalar.Type.NOTHING)
                        : TreeReader.read(value, path, Issue.SET, issues);
        Node changed = set == null ? null : with(root, "", steps, set, issues);
        return changed == null ? root : changed;
    }

    private @Nullable Node with(
            @Nullable Node at, String place, List<String> steps, Node set, Issues issues) {
        if (steps.isEmpty()) {
            return set;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (step.startsWith("#")) {
            return withItem(at, place, Integer.parseInt(step.substring(1)), rest, set, issues);
        }
        if (at != null && !(at instanceof Mapping) && !Scalar.isNothing(at)) {
            issues.add(
                    path,
                    Issue.SET,
                    "there is no key '%s' in %s, which is %s.".formatted(step, place, at.says()),
                    null);
            return null;
        }
        Map<String, Node> entries =
                new LinkedHashMap<>(at instanceof Mapping mapping ? mapping.entries() : Map.of());
        Node below = with(entries.get(step), Node.below(place, step), rest, set, issues);
        if (below == null) {
            return null;
        }
        entries.put(step, below);
        return new Mapping(place, at == null ? Issue.SET : at.line(), entries);
    }

    private @Nullable Node withItem(
            @Nullable Node at,
            String place,
            int index,
            List<String> rest,
            Node set,
            Issues issues) {
        if (at != null && !(at instanceof Sequence) && !Scalar.isNothing(at)) {
            issues.add(path, Issue.SET, "%s is no list, but %s.".formatted(place, at.says()), null);
            return null;
        }
        List<Node> items = new ArrayList<>(at instanceof Sequence list ? list.items() : List.of());
        if (index > items.size()) {
            String count = items.size() == 1 ? "1 item" : items.size() + " items";
            issues.add(
                    path,
                    Issue.SET,
                    "%s has %s, so there is no [%d].".formatted(place, count, index),
                    null);
            return null;
        }
        Node old = index < items.size() ? items.get(index) : null;
        Node item = with(old, place + "[" + index + "]", rest, set, issues);
        if (item == null) {
            return null;
        }
        if (old == null) {
            items.add(item);
        } else {
            items.set(index, item);
        }
        return new Sequence(place, at == null ? Issue.SET : at.line(), items);
    }
}
