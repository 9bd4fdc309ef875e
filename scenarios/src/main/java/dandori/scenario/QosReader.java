package dandori.scenario;

import dandori.policy.PreemptMode;
import dandori.policy.limit.Subject;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.scenario.key.Branches;
import dandori.scenario.key.Key;
import dandori.scenario.key.LimitSections;
import dandori.scenario.key.QosSections;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the qualities of service of a policy. */
final class QosReader {

    private static final String QOS = "qos";
    private static final List<String> USERS = List.of("limits", "factors", "nice");
    private static final List<Subject> MEMBERS =
            List.of(Subject.ORGANIZATION, Subject.USER, Subject.PARTITION);

    private final KnownNames known;
    private final Issues issues;

    /**
     * A reader.
     *
     * @param known the names that may be used
     * @param issues where faults go
     */
    QosReader(KnownNames known, Issues issues) {
        this.known = known;
        this.issues = issues;
    }

    /** The qualities of a policy with its preemption; none where it has none. */
    QosTable table(Mapping policy, @Nullable Part preemption) {
        Node node = policy.get(QOS);
        boolean isNamed = USERS.stream().anyMatch(key -> names(policy.get(key)));
        boolean isUsed = preemption != null && preemption.use().equals(QOS);
        Node part = policy.get("preemption");
        if (node == null) {
            if (isUsed && part != null) {
                issues.add(
                        part,
                        "'qos' is missing, so nobody would make way.",
                        "qos: {urgent: {priority: 1, preempts: [default], organizations: [NAME]}}");
            }
            return QosTable.NONE;
        }
        boolean isIdle = part == null || preemption != null && !isUsed;
        if (isIdle && !isNamed) {
            issues.add(node, "says nothing without 'preemption: qos'.", "'preemption: qos'.");
        }
        if (!isUsed && !isNamed) {
            return QosTable.NONE; // what a policy takes from another, that of `none` too
        }
        Map<String, Node> nodes = Branches.sections(node, issues);
        int before = issues.count();
        List<Qos> qualities = new ArrayList<>();
        Map<Subject, Map<String, String>> members = new EnumMap<>(Subject.class);
        nodes.forEach((name, section) -> {
            Values values = Values.of(QosSections.QOS, section, issues);
            Qos quality = quality(name, values, nodes);
            qualities.add(isUsed ? quality : Qos.named(name));
            for (Subject subject : MEMBERS) {
                members(name, values, subject, members);
            }
            if (isIdle) {
                checkIdle(values);
            }
        });
        checkPriorities(qualities, nodes);
        if (issues.count() == before) {
            nodes.forEach(this::checkMembers);
        }
        return issues.count() > before
                ? named(nodes.keySet())
                : new QosTable(
                        qualities,
                        members.getOrDefault(Subject.USER, Map.of()),
                        members.getOrDefault(Subject.PARTITION, Map.of()),
                        members.getOrDefault(Subject.ORGANIZATION, Map.of()));
    }

    /** Names alone, so that what goes by them is not told to be wrong too. */
    private static QosTable named(Set<String> names) {
        return new QosTable(names.stream().map(Qos::named).toList(), Map.of(), Map.of(), Map.of());
    }

    /** Whether qualities of service are named behind a key of a policy. */
    private static boolean names(@Nullable Node node) {
        return node instanceof Mapping mapping && mapping.get(QOS) != null;
    }

    /** Tells of a name that is none of a policy's qualities of service. */
    static void check(QosTable table, String name, Node node, Issues issues) {
        List<String> names = table.names();
        if (!names.contains(name)) {
            issues.add(
                    node,
                    "there is no quality of service '" + name + "'.",
                    names.size() == 1
                            ? "name it under 'qos' of the policy."
                            : issues.maybe(name, names));
        }
    }

    /** Names that nobody makes way by have members only. */
    private void checkIdle(Values values) {
        for (Key key : QosSections.QOS.keys()) {
            Node node = values.mapping().get(key.name());
            boolean isMember =
                    MEMBERS.stream().map(LimitSections::key).anyMatch(key.name()::equals);
            if (node != null && !isMember) {
                issues.add(node, "says nothing without 'preemption: qos'.", "'preemption: qos'.");
            }
        }
    }

    private Qos quality(String name, Values values, Map<String, Node> nodes) {
        Set<String> names = new LinkedHashSet<>(nodes.keySet());
        names.add(QosTable.DEFAULT);
        Set<String> preempts = new LinkedHashSet<>();
        for (Node item : values.has("preempts") ? values.items("preempts") : List.<Node>of()) {
            String other = Scalars.name(item, issues);
            if (other != null && !names.contains(other)) {
                issues.addUnknown(
                        item, "there is no quality of service '" + other + "'.", other, names);
            } else if (other != null) {
                preempts.add(other);
            }
        }
        String word = values.word("mode");
        PreemptMode mode = PreemptMode.REQUEUE;
        for (PreemptMode one : PreemptMode.values()) {
            mode = one.text().equals(word) ? one : mode;
        }
        Node every = values.node("checkpointEvery");
        if (every != null && mode != PreemptMode.CHECKPOINT) {
            issues.add(
                    every,
                    "says nothing with 'mode: %s'.".formatted(mode.text()),
                    "'mode: checkpoint-requeue'.");
        }
        return new Qos(
                name,
                values.count("priority"),
                preempts,
                values.flag("yields"),
                mode,
                values.millis("exempt"),
                values.millis("checkpointEvery"),
                values.millis("restart"));
    }

    private void checkPriorities(List<Qos> qualities, Map<String, Node> nodes) {
        Map<String, Integer> priorities = new LinkedHashMap<>(Map.of(QosTable.DEFAULT, 0));
        qualities.forEach(one -> priorities.put(one.name(), one.priority()));
        for (Qos one : qualities) {
            for (String other : one.preempts()) {
                int priority = priorities.getOrDefault(other, 0);
                Node node = nodes.get(one.name());
                if (priority >= one.priority() && node != null) {
                    issues.add(
                            node,
                            "preempts '%s', whose priority (%d) is not below its own (%d)."
                                    .formatted(other, priority, one.priority()),
                            "priority: " + (priority + 1));
                }
            }
        }
    }

    /** Tells of a quality that nobody has, once all else is right. */
    private void checkMembers(String quality, Node node) {
        boolean hasSome = quality.equals(QosTable.DEFAULT);
        for (Subject subject : Subject.values()) {
            hasSome |= node instanceof Mapping keys && keys.get(subject.text() + "s") != null;
        }
        if (!hasSome) {
            issues.add(
                    node,
                    "is nobody's.",
                    "'organizations: [NAME]', 'users: [NAME]' or 'partitions: [NAME]'.");
        }
    }

    private void members(
            String quality,
            Values values,
            Subject subject,
            Map<Subject, Map<String, String>> members) {
        String key = LimitSections.key(subject);
        if (!values.has(key)) {
            return;
        }
        Map<String, String> taken = members.computeIfAbsent(subject, one -> new LinkedHashMap<>());
        for (Node item : values.items(key)) {
            String name = Scalars.name(item, issues);
            if (name == null) {
                continue;
            }
            known.check(subject, name, item, issues);
            String other = taken.putIfAbsent(name, quality);
            if (other != null) {
                issues.add(
                        item,
                        "'%s' has quality of service '%s' already.".formatted(name, other),
                        "leave it out.");
            }
        }
    }
}
