package dandori.scenario;

import dandori.machine.Calendar.OnBegin;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.machine.Pool;
import dandori.scenario.key.OutageSections;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Times;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the planned outages of a scenario. */
final class MaintenanceReader {

    private final List<Machine> machines;
    private final Issues issues;

    MaintenanceReader(List<Machine> machines, Issues issues) {
        this.machines = machines;
        this.issues = issues;
    }

    /** The outages, in the order of the file. */
    List<PlannedOutage> outages(Values file, RunPlan plan) {
        List<PlannedOutage> outages = new ArrayList<>();
        int before = issues.count();
        List<Node> items = file.items("maintenance");
        for (Node item : items) {
            PlannedOutage outage = outage(Values.of(OutageSections.MAINTENANCE, item, issues));
            if (outage != null) {
                outages.add(outage);
            }
        }
        boolean isClear = issues.count() == before;
        boolean needsDate = outages.stream().anyMatch(one -> one.times().needsDate());
        if (isClear && (plan.start() != null || !needsDate)) {
            Issues found = new Issues();
            Outages.check(outages, machines, plan.start(), found);
            found.list().forEach(issue -> tell(issue, items));
        }
        return outages;
    }

    /** Tells an issue of outages together with the line of the key or, without it, of the item. */
    private void tell(Issue issue, List<Node> items) {
        int line = 0;
        for (Node item : items) {
            boolean isIn = issue.path().startsWith(item.path() + ".");
            line = isIn ? item.line() : line;
            for (Node value :
                    isIn && item instanceof Mapping keys
                            ? keys.entries().values()
                            : List.<Node>of()) {
                line = value.path().equals(issue.path()) ? value.line() : line;
            }
        }
        issues.add(issue.path(), line, issue.message(), issue.maybe());
    }

    private @Nullable PlannedOutage outage(Values values) {
        int before = issues.count();
        Machine machine = MachineKey.read(values, machines, issues);
        Times times = Times.read(values, issues);
        String word = values.word("onBegin");
        String name = values.has("name") ? values.name("name") : null;
        Pool pool = machine == null ? null : pool(values, machine);
        int nodes = values.has("nodes") ? nodes(values, pool, machine) : Outage.WHOLE;
        if (machine == null || times == null || issues.count() > before) {
            return null;
        }
        return new PlannedOutage(
                name == null ? "" : name,
                machine.name(),
                times,
                nodes,
                values.has("pool") && pool != null ? pool.name() : "",
                OnBegin.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** The pool named, or the only one. */
    private @Nullable Pool pool(Values values, Machine machine) {
        if (!values.has("pool")) {
            return machine.pools().size() == 1 ? machine.pools().get(0) : null;
        }
        String name = values.name("pool");
        for (Pool pool : machine.pools()) {
            if (pool.name().equals(name)) {
                return pool;
            }
        }
        if (name != null) {
            issues.addUnknown(
                    Objects.requireNonNull(values.node("pool")),
                    "'%s' is not a pool of '%s' here.".formatted(name, machine.name()),
                    name,
                    machine.pools().stream().map(Pool::name).toList());
        }
        return null;
    }

    private int nodes(Values values, @Nullable Pool pool, @Nullable Machine machine) {
        Node node = Objects.requireNonNull(values.node("nodes"));
        int most = pool == null ? Integer.MAX_VALUE : pool.nodes();
        int nodes = (int) Scalars.count(node, 1, most, issues).orElse(1);
        if (pool == null && machine != null && !values.has("pool")) {
            issues.add(
                    node,
                    "'%s' has several pools: these nodes are of one of them."
                            .formatted(machine.name()),
                    "'pool: %s'.".formatted(machine.pools().get(0).name()));
        }
        return nodes;
    }
}
