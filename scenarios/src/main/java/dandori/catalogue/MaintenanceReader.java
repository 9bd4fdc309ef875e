package dandori.catalogue;

import dandori.machine.Fact;
import dandori.machine.Maintenance;
import dandori.machine.Outage;
import dandori.machine.Pool;
import dandori.scenario.key.Branches;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads on which dates nodes of a machine are out of service. */
final class MaintenanceReader {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final FactKey BASIS =
            FactKey.of("maintenance", Dimension.TEXT, "When nodes are out of service.");

    private final FactReader facts;
    private final Issues issues;

    MaintenanceReader(FactReader facts, Issues issues) {
        this.facts = facts;
        this.issues = issues;
    }

    /** The dates of a machine file; none where it lists none. */
    List<Maintenance> dates(Mapping root, List<Pool> pools) {
        List<Maintenance> dates = new ArrayList<>();
        for (Node item : Branches.items(root.get("maintenance"), issues)) {
            Maintenance date = date(item, pools);
            if (date == null) {
                continue;
            }
            for (Maintenance earlier : dates) {
                if (earlier.meets(date)) {
                    issues.add(
                            item,
                            "overlaps another, %s.".formatted(earlier.fact().text()),
                            "one that lasts from the first beginning to the last end.");
                }
            }
            dates.add(date);
        }
        return dates;
    }

    private @Nullable Maintenance date(Node node, List<Pool> pools) {
        int before = issues.count();
        facts.facts(MachineSections.MAINTENANCE, node);
        if (!(node instanceof Mapping mapping) || issues.count() > before) {
            return null;
        }
        FactReader.Basis basis = facts.basis(BASIS, mapping);
        ZonedDateTime from = date(mapping, "from");
        ZonedDateTime to = date(mapping, "to");
        if (from != null && to != null && !from.isBefore(to)) {
            issues.add(
                    mapping.entries().getOrDefault("to", mapping),
                    "must lie after 'from' (%s), but is %s.".formatted(from, to),
                    null);
        }
        Pool pool = pool(mapping, pools);
        int nodes = nodes(mapping, pool, pools);
        if (basis == null || from == null || to == null || issues.count() > before) {
            return null;
        }
        String name = mapping.get("pool") == null || pool == null ? "" : pool.name();
        String whose =
                (nodes == Outage.WHOLE ? "all nodes" : nodes + (nodes == 1 ? " node" : " nodes"))
                        + (name.isEmpty() ? "" : " of " + name);
        String text =
                "%s, %s to %s %s"
                        .formatted(whose, MINUTE.format(from), MINUTE.format(to), to.getZone());
        Fact fact =
                new Fact(text, Double.NaN, "", basis.certainty(), basis.sources(), basis.note());
        return new Maintenance(from, to, nodes, name, fact);
    }

    private @Nullable ZonedDateTime date(Mapping mapping, String key) {
        Node node = mapping.get(key);
        return node == null ? null : Scalars.date(node, issues);
    }

    /** The pool named, or the only one; null where it is the whole machine of several. */
    private @Nullable Pool pool(Mapping mapping, List<Pool> pools) {
        Node node = mapping.get("pool");
        if (node == null) {
            return pools.size() == 1 ? pools.get(0) : null;
        }
        String name = Scalars.text(node, issues);
        for (Pool pool : pools) {
            if (pool.name().equals(name)) {
                return pool;
            }
        }
        if (name != null) {
            issues.addUnknown(
                    node,
                    "'" + name + "' is not a pool of this machine.",
                    name,
                    pools.stream().map(Pool::name).toList());
        }
        return null;
    }

    private int nodes(Mapping mapping, @Nullable Pool pool, List<Pool> pools) {
        Node node = mapping.get("nodes");
        if (node == null) {
            return Outage.WHOLE;
        }
        if (pool == null) {
            if (mapping.get("pool") == null && pools.size() > 1) {
                issues.add(
                        node,
                        "the machine has several pools: these nodes are of one of them.",
                        "'pool: %s'.".formatted(pools.get(0).name()));
            }
            return 1;
        }
        OptionalLong count = Scalars.count(node, 1, pool.nodes(), issues);
        return (int) count.orElse(1);
    }
}
