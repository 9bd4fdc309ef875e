package dandori.scenario.failure;

import dandori.failure.Age;
import dandori.failure.Lifetime;
import dandori.failure.Repair;
import dandori.machine.Machine;
import dandori.machine.Reliability;
import dandori.scenario.key.FailureSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what breaks on each machine. */
public final class FailureReader {

    private static final double THOUSAND_NODE_DAYS_MILLIS = 1_000 * 86_400_000.0;
    private static final double LEAST_RATE = 1e-6; // per 1,000 node-days

    private final List<Machine> machines;
    private final Set<String> unread;
    private final Issues issues;

    /**
     * A reader for the machines of a scenario.
     *
     * @param machines the machines
     * @param unread those of them that only stand in for machines of which something is wrong; what
     *     they lack is not told
     * @param issues where faults go
     */
    public FailureReader(List<Machine> machines, Set<String> unread, Issues issues) {
        this.machines = machines;
        this.unread = unread;
        this.issues = issues;
    }

    /**
     * What breaks on a machine of which a scenario says nothing but that it fails; empty if its
     * file does not say how often.
     */
    public static Optional<FailurePlan> known(Machine machine) {
        Node section = new Mapping("failures." + machine.name(), 1, Map.of());
        Map<String, FailurePlan> plans =
                new FailureReader(List.of(machine), Set.of(), new Issues())
                        .plans(Map.of(machine.name(), section));
        return Optional.ofNullable(plans.get(machine.name()));
    }

    /** What breaks, by machine, in the order of the file. */
    public Map<String, FailurePlan> plans(Map<String, Node> sections) {
        Map<String, FailurePlan> plans = new LinkedHashMap<>();
        sections.forEach((name, node) -> {
            Optional<Machine> machine =
                    machines.stream().filter(one -> one.name().equals(name)).findFirst();
            if (machine.isEmpty()) {
                issues.addUnknown(
                        node,
                        "'%s' is not a machine of this scenario.".formatted(name),
                        name,
                        machines.stream().map(Machine::name).toList());
                Values.of(FailureSections.FAILURES, node, issues);
                return;
            }
            FailurePlan plan = plan(machine.get(), node);
            if (plan != null) {
                plans.put(name, plan);
            }
        });
        return plans;
    }

    private @Nullable FailurePlan plan(Machine machine, Node node) {
        Values values = Values.of(FailureSections.FAILURES, node, issues);
        Reliability known = machine.specification().reliability();
        boolean isUnread = unread.contains(machine.name());
        long mtbf = mtbfMillis(values, known.nodeMtbfMillis(), machine);
        Node life = values.node("lifetime");
        Values its = life == null ? null : Values.of(FailureSections.LIFETIME, life, issues);
        RepairReader repairs = new RepairReader(issues);
        Repair repair = repairs.repair(values.node("repair"), assumed(known));
        LemonShare lemons = LemonReader.read(values.node("lemons"), issues);
        SwitchPlan switches =
                isUnread
                        ? null
                        : new SwitchReader(machine, repairs, issues)
                                .read(values.node("switches"), repair);
        Long software = software(values.node("software"), known);
        if (mtbf == 0) {
            return null;
        }
        boolean isNew = its != null && its.word("age").equals("new");
        return new FailurePlan(
                lifetime(mtbf, its),
                isNew ? Age.NEW : Age.SETTLED,
                lemons,
                switches,
                software,
                repair);
    }

    /** Log-normal around the machine's own median. */
    private static Repair assumed(Reliability known) {
        double median = known.repairMillis().orElse(FailurePlan.ASSUMED_REPAIR_MILLIS);
        return new Repair.LogNormal(median, FailurePlan.ASSUMED_SPREAD * median);
    }

    private Lifetime lifetime(long mtbfMillis, @Nullable Values life) {
        boolean isWeibull = life != null && life.word("distribution").equals("weibull");
        if (life == null || !isWeibull && !life.has("shape")) {
            return new Lifetime.Exponential(mtbfMillis);
        }
        if (!isWeibull || !life.has("shape")) {
            issues.add(
                    isWeibull ? life.mapping() : Objects.requireNonNull(life.node("shape")),
                    isWeibull ? "'shape' is missing." : "'exponential' has no shape.",
                    isWeibull ? "shape: 0.7" : "distribution: weibull");
            return new Lifetime.Exponential(mtbfMillis);
        }
        return new Lifetime.Weibull(
                Math.min(100, Math.max(0.05, life.number("shape"))), mtbfMillis);
    }

    /** The mean time that is given, or that the machine's file has; 0, and an issue, if neither. */
    private long mtbfMillis(Values values, OptionalDouble known, Machine machine) {
        OptionalDouble given = given(values);
        OptionalDouble mtbf = given.isPresent() ? given : known;
        if (mtbf.isEmpty() && !unread.contains(machine.name())) {
            issues.add(
                    values.mapping(),
                    "nobody says how often nodes of '%s' fail.".formatted(machine.name()),
                    "nodeMtbf: 2y");
        }
        return Math.round(mtbf.orElse(0));
    }

    /** What {@code nodeMtbf} or {@code per1000NodeDays} says; an issue if both do. */
    private OptionalDouble given(Values values) {
        Node rate = values.node("per1000NodeDays");
        if (rate != null && values.has("nodeMtbf")) {
            issues.add(
                    rate,
                    "'nodeMtbf' and 'per1000NodeDays' both say how often.",
                    "delete one of the two.");
        }
        if (values.has("nodeMtbf")) {
            return OptionalDouble.of(Math.max(1, values.millis("nodeMtbf")));
        }
        return rate == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        THOUSAND_NODE_DAYS_MILLIS
                                / Math.max(LEAST_RATE, values.number("per1000NodeDays")));
    }

    /** What the section says; without one, the machine's interruptions that are no failures. */
    private @Nullable Long software(@Nullable Node node, Reliability known) {
        if (node == null) {
            double all = known.interruptionsPer1000NodeDays().orElse(0);
            double others = all - known.failuresPer1000NodeDays().orElse(all);
            return others >= LEAST_RATE
                    ? (Long) Math.round(THOUSAND_NODE_DAYS_MILLIS / others)
                    : null;
        }
        Values values = Values.of(FailureSections.SOFTWARE, node, issues);
        OptionalDouble given = given(values);
        if (given.isEmpty()) {
            issues.add(node, "'nodeMtbf' or 'per1000NodeDays' is missing.", "per1000NodeDays: 1");
            return null;
        }
        return Math.round(given.getAsDouble());
    }
}
