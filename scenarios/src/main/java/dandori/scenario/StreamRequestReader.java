package dandori.scenario;

import dandori.catalogue.Dimension;
import dandori.generate.PopularEstimates;
import dandori.interconnect.Torus;
import dandori.job.Consumption;
import dandori.job.Pattern;
import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Sections;
import dandori.scenario.key.ShapeRule;
import dandori.scenario.key.Values;
import dandori.scenario.key.WorkloadSections;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the jobs of a stream ask for beyond nodes and time. */
final class StreamRequestReader {

    private static final List<String> PATTERNS =
            Stream.of(Pattern.values()).map(Pattern::text).toList();

    private final Issues issues;
    private final List<Asked> asked = new ArrayList<>();

    StreamRequestReader(Issues issues) {
        this.issues = issues;
    }

    /** A stream that names a group or a shape; organization null: any of its trace. */
    private record Asked(Values stream, StreamRequest request, @Nullable String organization) {}

    /**
     * The request of a stream.
     *
     * @param stream its keys
     * @param organization whose jobs they are; null: as the trace says
     */
    StreamRequest read(Values stream, @Nullable String organization) {
        Node partition = stream.node("partition");
        Node communication = stream.node("communication");
        StreamRequest request =
                new StreamRequest(
                        partition == null ? null : Scalars.name(partition, issues),
                        shape(stream),
                        communication == null ? null : communication(communication),
                        minimum(stream.node("minimumElapse")),
                        uses(stream.node("uses")),
                        elastic(stream),
                        estimates(stream));
        if (request.partition() != null || request.shape() != null) {
            asked.add(new Asked(stream, request, organization));
        }
        return request;
    }

    private @Nullable ShapeRule shape(Values stream) {
        Node node = stream.node("shape");
        String text = node == null ? null : Scalars.text(node, issues);
        if (node == null || text == null) {
            return null;
        }
        ShapeRule shape = ShapeRule.read(text, node, issues);
        if (shape != null && shape.fixed() != null && stream.has("trace")) {
            issues.add(
                    node,
                    "the jobs of a trace have sizes of their own, so '%s' cannot be the box of all."
                            .formatted(text),
                    "'%s': each job's nodes in that mode.".formatted(shape.mode().text()));
        }
        return shape;
    }

    private @Nullable CommunicationRule communication(Node node) {
        Values values = Values.of(Sections.COMMUNICATION, node, issues);
        Node patternNode = values.node("pattern");
        String word = patternNode == null ? null : Scalars.word(patternNode, PATTERNS, issues);
        Node bytes = values.node("bytesPerNode");
        Node rate = values.node("bytesPerSecond");
        if ((bytes == null) == (rate == null)) {
            issues.add(
                    node,
                    bytes == null
                            ? "'bytesPerNode' or 'bytesPerSecond' is missing."
                            : "'bytesPerNode' and 'bytesPerSecond' both say how much a node sends.",
                    bytes == null ? "bytesPerNode: 10 GB" : "delete one of the two.");
            return null;
        }
        Node amount = bytes == null ? rate : bytes;
        String text = amount == null ? null : Scalars.text(amount, issues);
        if (amount == null || text == null || word == null) {
            return null;
        }
        CommunicationRule rule =
                CommunicationRule.of(Pattern.named(word).orElseThrow(), text.strip());
        if (rule == null || rule.isPerSecond() != (bytes == null)) {
            issues.add(
                    amount,
                    "must be %s above 0, but is %s."
                            .formatted(
                                    bytes == null ? "a bandwidth" : "an amount of bytes",
                                    amount.says()),
                    bytes == null ? "'1 GB/s'." : "'10 GB'.");
            return null;
        }
        return rule;
    }

    private Consumption uses(@Nullable Node node) {
        if (node == null) {
            return Consumption.WHOLE;
        }
        Values values = Values.of(WorkloadSections.USES, node, issues);
        Node accelerators = values.node("accelerators");
        double most = Integer.MAX_VALUE;
        return new Consumption(
                accelerators == null
                        ? Consumption.ALL
                        : Scalars.number(accelerators, 0, most, issues).orElse(0),
                amount(values.node("memory"), Dimension.BYTES),
                amount(values.node("power"), Dimension.POWER));
    }

    private double amount(@Nullable Node node, Dimension dimension) {
        String text = node == null ? null : Scalars.text(node, issues);
        if (node == null || text == null) {
            return Consumption.ALL;
        }
        double amount = dimension.value(text.strip()).orElse(-1);
        if (amount < 0) {
            issues.add(
                    node,
                    "must be %s, but is %s.".formatted(dimension.words(), node.says()),
                    "'%s'.".formatted(dimension.example()));
        }
        return Math.max(0, amount);
    }

    private @Nullable PopularEstimates estimates(Values stream) {
        Node node = stream.node("estimates");
        if (node == null) {
            return null;
        }
        if (stream.has("snapshot")) {
            issues.add(
                    node,
                    "the jobs of a snapshot have asked already.",
                    "leave 'estimates' out, or make it a stream with a 'trace'.");
        }
        Values values = Values.of(WorkloadSections.ESTIMATES, node, issues);
        return new PopularEstimates(
                values.has("longest") ? values.millis("longest") : 0,
                values.has("atLongest") ? values.number("atLongest") : -1,
                values.number("repeat"));
    }

    private @Nullable ElasticRule elastic(Values stream) {
        Node node = stream.node("elastic");
        if (node == null) {
            return null;
        }
        for (String other : List.of("shape", "communication", "minimumElapse")) {
            if (stream.has(other)) {
                issues.add(
                        node,
                        "jobs with '%s' cannot be elastic: it is meant for one size."
                                .formatted(other),
                        "leave '%s' or 'elastic' out.".formatted(other));
            }
        }
        Values values = Values.of(WorkloadSections.ELASTIC, node, issues);
        return new ElasticRule(
                values.number("shrink"), values.number("grow"), values.number("serial"));
    }

    private @Nullable MinimumTime minimum(@Nullable Node node) {
        String text = node == null ? null : Scalars.text(node, issues);
        if (node == null || text == null) {
            return null;
        }
        MinimumTime minimum = MinimumTime.parse(text.strip());
        if (minimum == null) {
            issues.add(
                    node,
                    "must be a time, or a share of the time limit above 0 and below 1, but is %s."
                            .formatted(node.says()),
                    "'4h', or '50 %'.");
        }
        return minimum;
    }

    /** Checks groups and shapes against the machines to which jobs go, once those are known. */
    void check(List<Organization> organizations, List<Machine> machines) {
        for (Asked one : asked) {
            List<Machine> homes = homes(one, organizations, machines);
            if (!homes.isEmpty()) {
                checkPartition(one, homes);
                checkShape(one, homes);
            }
        }
    }

    /** Checks that boxes have room, once everything else is right. */
    void checkShapes(List<Organization> organizations, List<Machine> machines, ShapeChecks checks) {
        for (Asked one : asked) {
            Node node = one.stream.node("shape");
            ShapeRule shape = one.request.shape();
            if (node != null && shape != null && shape.fixed() != null) {
                String group = one.request.partition();
                for (Machine home : homes(one, organizations, machines)) {
                    checks.check(node, shape.fixed(), group == null ? "" : group, home);
                }
            }
        }
    }

    /** The machines to which the jobs go. */
    private static List<Machine> homes(
            Asked one, List<Organization> organizations, List<Machine> machines) {
        return machines.stream()
                .filter(machine ->
                        one.organization == null
                                || organizations.stream()
                                        .anyMatch(its ->
                                                its.name().equals(one.organization)
                                                        && its.home().equals(machine.name())))
                .toList();
    }

    private void checkPartition(Asked one, List<Machine> homes) {
        Node node = one.stream.node("partition");
        String name = one.request.partition();
        List<String> known =
                homes.stream()
                        .flatMap(machine -> machine.pools().stream())
                        .flatMap(pool -> pool.partitions().stream())
                        .map(Partition::name)
                        .toList();
        if (node != null && name != null && !known.contains(name)) {
            String machine = homes.get(0).name();
            issues.add(
                    node,
                    known.isEmpty()
                            ? "'%s' has no resource groups here.".formatted(machine)
                            : "'%s' has no resource group '%s'.".formatted(machine, name),
                    known.isEmpty()
                            ? "machines: {%s: {from: …, groups: true}}".formatted(machine)
                            : issues.maybe(name, known));
        }
    }

    private void checkShape(Asked one, List<Machine> homes) {
        Node node = one.stream.node("shape");
        if (node != null
                && homes.stream().noneMatch(home -> home.interconnect() instanceof Torus)) {
            ShapeRule.tellNoTorus(homes.get(0), node, issues);
        }
    }
}
