package dandori.scenario;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Order;
import dandori.policy.Preemption;
import dandori.policy.limit.Limits;
import dandori.policy.order.SiteFactors;
import dandori.policy.preemption.QosTable;
import dandori.policy.spi.Options;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Sections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads policies: extends them, looks up their parts, checks the options. */
final class PolicyReader {

    private static final List<String> ESTIMATES =
            Arrays.stream(Estimates.values()).map(Estimates::text).toList();

    /** Short for backfill {@code easy} with exact estimates. */
    static final String CLAIRVOYANT = "clairvoyant";

    private static final Part NOBODY = new Part("", Options.NONE);

    private final Map<String, Node> nodes;
    private final PartReader parts;
    private final PlacementReader placements;
    private final LimitsReader limits;
    private final QosReader qos;
    private final FactorReader factors;
    private final RoutingReader routings;
    private final Part routing; // of policies that do not say
    private final Issues issues;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Mapping> merged = new LinkedHashMap<>();

    PolicyReader(
            Map<String, Node> nodes,
            KnownParts parts,
            PlacementReader placements,
            KnownNames members,
            RoutingReader routings,
            Part routing,
            Issues issues) {
        this.routings = routings;
        this.routing = routing;
        this.nodes = nodes;
        this.placements = placements;
        limits = new LimitsReader(members, issues);
        qos = new QosReader(members, issues);
        factors = new FactorReader(members, issues);
        this.parts = new PartReader(parts, issues);
        this.issues = issues;
    }

    /** The policies that are not abstract, in the order of the file. */
    List<PolicyParts> policies() {
        List<PolicyParts> policies = new ArrayList<>();
        nodes.forEach((name, node) -> {
            Values own = Values.of(Sections.POLICY, node, issues);
            Mapping complete = complete(name, own.mapping(), new ArrayList<>());
            PolicyParts policy =
                    policy(name, Values.of(Sections.POLICY, complete, new Issues()), complete);
            if (!own.flag("abstract")) {
                policies.add(policy);
                names.add(name);
            }
        });
        if (policies.isEmpty() && !nodes.isEmpty()) {
            Node first = nodes.values().iterator().next();
            issues.add(
                    "policies",
                    first.line(),
                    "all policies are abstract, so there is none to run.",
                    "another policy that extends one of them.");
        }
        return policies;
    }

    /** The names of the policies that are not abstract; after {@link #policies()}. */
    List<String> names() {
        return names;
    }

    /** A policy's own keys and those that it takes from the policies it extends. */
    private Mapping complete(String name, Mapping own, List<String> path) {
        Mapping known = merged.get(name);
        if (known != null) {
            return known;
        }
        path.add(name);
        Map<String, Node> entries = new LinkedHashMap<>();
        Node parentNode = own.get("extends");
        String parent = parentNode == null ? null : Scalars.name(parentNode, issues);
        if (parent != null && parentNode != null) {
            Node node = nodes.get(parent);
            if (path.contains(parent)) {
                issues.add(
                        parentNode,
                        "the policy extends itself: %s → %s."
                                .formatted(String.join(" → ", path), parent),
                        null);
            } else if (node == null) {
                List<String> others =
                        nodes.keySet().stream().filter(other -> !other.equals(name)).toList();
                issues.addUnknown(
                        parentNode, "there is no policy '" + parent + "'.", parent, others);
            } else if (node instanceof Mapping mapping) {
                entries.putAll(complete(parent, mapping, path).entries());
                entries.remove("extends");
                entries.remove("abstract");
            }
        }
        path.remove(name);
        entries.putAll(own.entries());
        Mapping complete = new Mapping(own.path(), own.line(), entries);
        merged.put(name, complete);
        return complete;
    }

    private PolicyParts policy(String name, Values values, Mapping mapping) {
        Node backfillNode = values.node("backfill");
        boolean isClairvoyant =
                backfillNode != null && CLAIRVOYANT.equals(PartReader.use(backfillNode));
        Node estimates = values.node("estimates");
        String word = estimates == null ? null : Scalars.word(estimates, ESTIMATES, issues);
        Estimates told =
                word == null ? Estimates.REQUESTED : Estimates.values()[ESTIMATES.indexOf(word)];
        Node said = word == null ? null : mapping.get("estimates");
        if (isClairvoyant && said != null && told != Estimates.EXACT) {
            issues.add(
                    said,
                    "says '%s', but backfill 'clairvoyant' knows run times.".formatted(word),
                    "leave 'estimates' out.");
        }
        if (isClairvoyant && backfillNode != null) {
            backfillNode = renamed(backfillNode);
        }
        Part backfill = part(backfillNode, Backfill.class, "backfill");
        Part preemption = partOrNone(values.node("preemption"), Preemption.class, "preemption");
        QosTable table = qos.table(mapping, preemption);
        Part order = part(values.node("order"), Order.class, "order");
        Limits may = limits.limits(mapping.get("limits"), table);
        SiteFactors given = factors.factors(name, mapping, order, table);
        boolean usesQos =
                preemption != null && preemption.use().equals("qos")
                        || may.qualities() != QosTable.NONE
                        || FactorReader.namesQos(given);
        return new PolicyParts(
                name,
                order,
                backfill,
                placements.placements(mapping.get("placement"), backfill),
                partOrNone(values.node("admission"), Admission.class, "admission"),
                may,
                isClairvoyant ? Estimates.EXACT : told,
                preemption,
                usesQos ? table : QosTable.NONE, // else it is that of a policy it extends
                given,
                routings.rule(values, routing));
    }

    /** The node of {@code easy} in the place of {@code clairvoyant}. */
    private static Node renamed(Node node) {
        Scalar easy = new Scalar(node.path(), node.line(), "easy", Scalar.Type.TEXT);
        if (!(node instanceof Mapping mapping)) {
            return easy;
        }
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        entries.put("use", easy);
        return new Mapping(mapping.path(), mapping.line(), entries);
    }

    private Part part(@Nullable Node node, Class<?> kind, String word) {
        Part part = node == null ? null : parts.read(node, kind, word);
        return part == null ? NOBODY : part;
    }

    private @Nullable Part partOrNone(@Nullable Node node, Class<?> kind, String word) {
        boolean isNone = node instanceof Scalar scalar && scalar.text().equals("none");
        return node == null || isNone ? null : parts.read(node, kind, word);
    }
}
