package dandori.scenario.power;

import dandori.catalogue.Dimension;
import dandori.machine.Calendar.OnBegin;
import dandori.machine.Machine;
import dandori.machine.NodePower;
import dandori.scenario.key.PowerSections;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Times;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the power of each machine. */
public final class PowerReader {

    private final List<Machine> machines;
    private final Issues issues;

    /** A reader for the machines of a scenario. */
    public PowerReader(List<Machine> machines, Issues issues) {
        this.machines = machines;
        this.issues = issues;
    }

    /** The power of machines, by name, in the order of the file. */
    public Map<String, PowerPlan> plans(Map<String, Node> sections) {
        Map<String, PowerPlan> plans = new LinkedHashMap<>();
        sections.forEach((name, node) -> {
            Values values = Values.of(PowerSections.POWER, node, issues);
            machines.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            machine -> plans.put(name, plan(machine, values)),
                            () ->
                                    issues.addUnknown(
                                            node,
                                            "'%s' is not a machine of this scenario."
                                                    .formatted(name),
                                            name,
                                            machines.stream().map(Machine::name).toList()));
        });
        return plans;
    }

    private PowerPlan plan(Machine machine, Values values) {
        int before = issues.count();
        NodePower power = power(machine, values);
        List<Clock> clocks = new ArrayList<>();
        for (Node item : values.items("clocks")) {
            Values its = Values.of(PowerSections.CLOCK, item, issues);
            double watts = watts(its, "busy").orElse(1);
            if (power != null && its.has("busy") && watts < power.idleWatts()) {
                issues.add(
                        Objects.requireNonNull(its.node("busy")),
                        "is less than an idle node draws, %s W.".formatted(power.idleWatts()),
                        null);
            }
            clocks.add(new Clock(its.number("speed"), Math.max(1e-3, watts)));
        }
        clocks.sort(Comparator.comparingDouble(Clock::speed).reversed());
        List<PowerCap> caps = new ArrayList<>();
        for (Node item : values.items("caps")) {
            PowerCap cap = cap(machine, power, clocks, item);
            if (cap != null) {
                caps.add(cap);
            }
        }
        Node unused = values.node("clocks");
        PowerPlan plan = new PowerPlan(power, clocks, caps);
        if (unused != null && !clocks.isEmpty() && issues.count() == before && !plan.slows()) {
            issues.add(unused, "says nothing without a cap 'by: slower'.", "leave it out.");
        }
        return plan;
    }

    private @Nullable NodePower power(Machine machine, Values values) {
        OptionalDouble known = NodePower.knownBusyWatts(machine);
        OptionalDouble busy = values.has("busy") ? watts(values, "busy") : known;
        Node idleNode = values.node("idle");
        if (busy.isEmpty()) {
            if (idleNode != null && !values.has("busy")) {
                issues.add(idleNode, "says nothing without 'busy'.", "'busy: 400 W' beside it.");
            }
            return null;
        }
        double half = NodePower.ASSUMED_IDLE_SHARE * busy.getAsDouble();
        OptionalDouble own = NodePower.knownIdleWatts(machine);
        double idle = (values.has("idle") ? watts(values, "idle") : own).orElse(half);
        if (idle > busy.getAsDouble() || busy.getAsDouble() <= 0) {
            issues.add(
                    values.mapping(),
                    "an idle node draws more (%s W) than a busy one (%s W)."
                            .formatted(idle, busy.getAsDouble()),
                    null);
            return null;
        }
        return new NodePower(busy.getAsDouble(), idle, NodePower.site(machine));
    }

    private OptionalDouble watts(Values values, String key) {
        Node node = values.node(key);
        if (node == null) {
            return OptionalDouble.empty();
        }
        OptionalDouble watts =
                node instanceof Scalar scalar
                        ? Dimension.POWER.value(scalar.text())
                        : OptionalDouble.empty();
        if (watts.isEmpty() || watts.getAsDouble() < 0) {
            issues.add(node, "must be a power, but is " + node.says() + ".", "'400 W', '20 MW'.");
            return OptionalDouble.empty();
        }
        return watts;
    }

    /** Says of a cap that it is none, or one that nobody can keep. */
    private void checkShare(
            double share, double busyWatts, NodePower power, Values values, Machine machine) {
        Node node = values.node(values.has("cap") ? "cap" : "share");
        if (node == null) {
            return;
        }
        if (share > 1 + 1e-12) {
            issues.add(
                    node,
                    "caps nothing: all nodes of '%s' draw %s W together when they are busy."
                            .formatted(
                                    machine.name(),
                                    Scalars.plain(power.fullWatts(machine.nodes()))),
                    "'share: 0.75', or another unit.");
        } else if (!values.word("by").equals("off")
                && share * busyWatts < power.idleWatts() * (1 - 1e-12)) {
            issues.add(
                    node,
                    "cannot be kept: all nodes of '%s' draw %s of full power when they are idle."
                            .formatted(
                                    machine.name(), Scalars.plain(power.idleWatts() / busyWatts)),
                    "'by: off', which switches nodes off.");
        }
    }

    private @Nullable PowerCap cap(
            Machine machine, @Nullable NodePower power, List<Clock> clocks, Node item) {
        int before = issues.count();
        Values values = Values.of(PowerSections.CAP, item, issues);
        Times times = Times.read(values, issues);
        String by = values.word("by");
        if (values.has("cap") == values.has("share")) {
            issues.add(item, "needs either 'cap' or 'share'.", "'share: 0.75'.");
        }
        boolean isCount = by.equals("off") && values.has("share");
        if (power == null && !isCount && issues.count() == before) {
            issues.add(
                    item,
                    "nobody says what a node of '%s' draws.".formatted(machine.name()),
                    "'busy: 400 W' beside 'caps'.");
        }
        if (by.equals("slower") && clocks.isEmpty()) {
            issues.add(
                    Objects.requireNonNull(values.node("by")),
                    "'%s' has no lower clock here.".formatted(machine.name()),
                    "'clocks: [{speed: 0.9, busy: 150 W}]' beside 'caps'.");
        }
        double share = values.has("share") ? values.fraction("share") : 1;
        OptionalDouble watts = watts(values, "cap");
        if (power != null && watts.isPresent()) {
            share = watts.getAsDouble() / power.fullWatts(machine.nodes());
        }
        if (power != null && times != null) {
            checkShare(share, power.busyWatts(), power, values, machine);
        }
        String name = values.has("name") ? values.name("name") : null;
        String onBegin = values.word("onBegin");
        if (times == null || issues.count() > before) {
            return null;
        }
        return new PowerCap(
                name == null ? "" : name,
                times,
                Math.min(1, share),
                PowerCap.By.valueOf(by.toUpperCase(Locale.ROOT).replace('-', '_')),
                OnBegin.valueOf(onBegin.toUpperCase(Locale.ROOT)));
    }
}
