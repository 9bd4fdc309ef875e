package dandori.scenario;

import dandori.policy.limit.Subject;
import dandori.policy.order.NamedFactor;
import dandori.policy.order.SiteFactors;
import dandori.policy.preemption.QosTable;
import dandori.scenario.key.FactorSections;
import dandori.scenario.key.LimitSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what a site gives its jobs in {@code order: multifactor}. */
final class FactorReader {

    private static final String MULTIFACTOR = "multifactor";

    private final KnownNames known;
    private final Issues issues;

    /**
     * A reader.
     *
     * @param known the names that may be used
     * @param issues where faults go
     */
    FactorReader(KnownNames known, Issues issues) {
        this.known = known;
        this.issues = issues;
    }

    /**
     * The factors of a policy.
     *
     * @param name its name: of what it takes from another it need not make use
     * @param policy its keys
     * @param order its order
     * @param table its qualities of service
     */
    SiteFactors factors(String name, Mapping policy, Part order, QosTable table) {
        SiteFactors given = SiteFactors.NONE;
        Node factors = policy.get("factors");
        Node nice = policy.get("nice");
        if (factors != null) {
            given = factors(given, Values.of(FactorSections.FACTORS, factors, issues), table);
            checkUse(name, factors, order);
        }
        if (nice != null) {
            given = given.nice(nice(Values.of(FactorSections.NICE, nice, issues), table));
            checkUse(name, nice, order);
        }
        return order.use().equals(MULTIFACTOR) ? given : SiteFactors.NONE;
    }

    private SiteFactors factors(SiteFactors before, Values values, QosTable table) {
        SiteFactors given = before;
        if (values.has("partitions")) {
            Map<String, Double> all = numbers(values, Subject.PARTITION, table);
            Double others = all.remove(LimitSections.DEFAULT);
            given =
                    given.partition(
                            new NamedFactor(
                                    Map.of(),
                                    all,
                                    Map.of(),
                                    Map.of(),
                                    others == null ? 1 : others,
                                    QosTable.NONE,
                                    true));
        }
        if (values.has("qos")) {
            given =
                    given.qos(
                            new NamedFactor(
                                    Map.of(),
                                    Map.of(),
                                    Map.of(),
                                    numbers(values, Subject.QOS, table),
                                    0,
                                    table,
                                    true));
        }
        if (values.has("organizations") || values.has("users")) {
            given =
                    given.association(
                            new NamedFactor(
                                    numbers(values, Subject.USER, table),
                                    Map.of(),
                                    numbers(values, Subject.ORGANIZATION, table),
                                    Map.of(),
                                    0,
                                    QosTable.NONE,
                                    true));
        }
        return given;
    }

    private NamedFactor nice(Values values, QosTable table) {
        return new NamedFactor(
                numbers(values, Subject.USER, table),
                numbers(values, Subject.PARTITION, table),
                numbers(values, Subject.ORGANIZATION, table),
                numbers(values, Subject.QOS, table),
                0,
                values.has("qos") ? table : QosTable.NONE,
                false);
    }

    /** Whether factors go by qualities of service. */
    static boolean namesQos(SiteFactors given) {
        return given.qos() != SiteFactors.NONE.qos()
                || given.nice() instanceof NamedFactor nice && !nice.ofQos().isEmpty();
    }

    private Map<String, Double> numbers(Values values, Subject subject, QosTable table) {
        String key = LimitSections.key(subject);
        if (!values.has(key)) {
            return new LinkedHashMap<>();
        }
        if (values.node(key) instanceof Mapping named) {
            named.entries().forEach((name, node) -> check(subject, name, node, table));
        }
        return values.numbers(key);
    }

    private void check(Subject subject, String name, Node node, QosTable table) {
        if (name.equals(LimitSections.DEFAULT) && node.path().contains(".factors.partitions.")) {
            return; // all others
        }
        if (subject == Subject.QOS) {
            QosReader.check(table, name, node, issues);
        } else {
            known.check(subject, name, node, issues);
        }
    }

    private void checkUse(String policy, Node node, Part order) {
        boolean isOwn = node.path().startsWith("policies." + policy + ".");
        if (isOwn && !order.use().equals(MULTIFACTOR) && !order.use().isEmpty()) {
            issues.add(
                    node,
                    "says nothing under order '%s'.".formatted(order.use()),
                    "'order: {use: multifactor, weights: {…}}'.");
        }
    }
}
