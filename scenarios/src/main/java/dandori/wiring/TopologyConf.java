package dandori.wiring;

import static java.util.Objects.requireNonNull;

import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads Slurm's {@code topology.conf}: a line a switch, with the nodes that hang on it or the
 * switches below it. Slurm documentation, topology.conf(5), plugin topology/tree.
 *
 * <p>The file says nothing of bandwidth ({@code LinkSpeed} is a remark there and is not read): a
 * node's cable carries what the caller says, a switch's cable upwards that for each node below it.
 */
final class TopologyConf {

    private static final List<String> KEYS =
            List.of("SwitchName", "Nodes", "Switches", "LinkSpeed");

    private final Draft draft;
    private final Issues issues;
    private final double cableBytesPerSecond;
    private final Map<String, Below> switches = new LinkedHashMap<>();
    private final Map<String, String> above = new LinkedHashMap<>();

    /** What a switch holds. */
    private record Below(int line, List<String> nodes, List<String> switches) {}

    TopologyConf(Draft draft, Issues issues, double cableBytesPerSecond) {
        this.draft = draft;
        this.issues = issues;
        this.cableBytesPerSecond = cableBytesPerSecond;
    }

    /** Fills the draft; false if what it says cannot be drawn, with issues. */
    boolean read(String text) {
        String[] lines = text.split("\\R", -1);
        var statement = new StringBuilder();
        int begins = 1;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].replaceFirst("#.*", "").strip();
            boolean goesOn = line.endsWith("\\");
            statement.append(goesOn ? line.substring(0, line.length() - 1) : line);
            if (!goesOn) {
                readStatement(statement.toString().strip(), begins);
                statement.setLength(0);
                begins = i + 2;
            }
        }
        readStatement(statement.toString().strip(), begins);
        switches.forEach((name, below) -> below.nodes().forEach(n -> addNode(n, name)));
        switches.forEach(this::hang);
        boolean tree = isTree();
        if (tree) {
            var order = new ArrayList<>(switches.keySet());
            order.forEach(this::join);
        }
        return tree;
    }

    private void readStatement(String statement, int line) {
        if (statement.isEmpty()) {
            return;
        }
        var values = new LinkedHashMap<String, String>();
        for (String word : statement.split("\\s+")) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            String known = KEYS.stream().filter(key::equalsIgnoreCase).findFirst().orElse("");
            if (known.isEmpty() || equals < 0) {
                issues.add(
                        "",
                        line,
                        "'%s' is not known here; it must be KEY=VALUE.".formatted(word),
                        NearestName.maybe(key, KEYS));
                draft.lackCable();
            } else if (values.put(known, word.substring(equals + 1)) != null) {
                issues.add(known, line, "stands twice in one line.", "leave one out.");
            }
        }
        String name = values.getOrDefault("SwitchName", "");
        if (name.isEmpty()) {
            issues.add("", line, "A line must name its switch.", "begin it with SwitchName=NAME.");
            draft.lackCable();
            return;
        }
        var nodes = names(name, "Nodes", values, line);
        var below = names(name, "Switches", values, line);
        if (!values.containsKey("Nodes") && !values.containsKey("Switches")) {
            issues.add(
                    name, line, "This switch holds nothing.", "add Nodes=LIST or Switches=LIST.");
        }
        draft.addSwitch(name, line);
        switches.putIfAbsent(name, new Below(line, nodes, below));
    }

    private List<String> names(String at, String key, Map<String, String> values, int line) {
        String list = values.get(key);
        if (list == null) {
            return List.of();
        }
        try {
            var names = HostList.names(list);
            var distinct = new LinkedHashSet<>(names);
            if (distinct.size() < names.size()) {
                var twice = new ArrayList<>(names);
                distinct.forEach(twice::remove);
                issues.add(
                        at,
                        line,
                        "%s names '%s' twice.".formatted(key, twice.get(0)),
                        "leave one out.");
            }
            return List.copyOf(distinct);
        } catch (IllegalArgumentException e) {
            issues.add(
                    at,
                    line,
                    "%s=%s %s.".formatted(key, list, e.getMessage()),
                    key.toLowerCase(Locale.ROOT) + "[01-16,20] shows the form.");
            draft.lackCable();
            return List.of();
        }
    }

    private Below below(String name) {
        return requireNonNull(switches.get(name));
    }

    private void addNode(String node, String name) {
        draft.addNode(node, below(name).line());
        above.putIfAbsent(node, name);
    }

    /** Says which switch stands above those that a switch names. */
    private void hang(String name, Below below) {
        for (String lower : below.switches()) {
            if (!switches.containsKey(lower)) {
                issues.add(
                        name,
                        below.line(),
                        "Switches names '%s', which is no switch of this file.".formatted(lower),
                        NearestName.maybe(lower, switches.keySet()));
                draft.lackCable();
                continue;
            }
            String before = above.putIfAbsent(lower, name);
            if (before != null) {
                issues.add(
                        name,
                        below.line(),
                        "Switch '%s' stands below '%s' already.".formatted(lower, before),
                        "leave one out: in a tree there is one switch above another.");
            }
        }
    }

    private boolean isTree() {
        for (String name : switches.keySet()) {
            String at = name;
            for (int steps = 0; at != null; steps++) {
                at = above.get(at);
                if (steps > switches.size() || name.equals(at)) {
                    issues.add(
                            name,
                            below(name).line(),
                            "This switch stands below itself.",
                            "leave out the line's Switches that leads back to it.");
                    return false;
                }
            }
        }
        return true;
    }

    private void join(String name) {
        Below below = below(name);
        for (String node : below.nodes()) {
            if (name.equals(above.get(node))) {
                draft.join(node, name, cableBytesPerSecond, below.line());
            }
        }
        String upper = above.get(name);
        int nodes = nodesBelow(name);
        if (upper != null && nodes > 0) {
            draft.join(name, upper, nodes * cableBytesPerSecond, below.line());
        }
    }

    private int nodesBelow(String name) {
        int nodes = below(name).nodes().size();
        for (String lower : below(name).switches()) {
            if (name.equals(above.get(lower))) {
                nodes += nodesBelow(lower);
            }
        }
        return nodes;
    }
}
