package dandori.catalogue;

import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.scenario.key.Branches;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads pools and the resource groups that are views of them. */
final class PoolReader {

    private final FactReader facts;
    private final Issues issues;
    private final Map<String, Facts> poolFacts = new LinkedHashMap<>();
    private final Map<String, Facts> partitionFacts = new LinkedHashMap<>();
    private final Set<String> placed = new HashSet<>(); // pools whose nodes are known

    PoolReader(FactReader facts, Issues issues) {
        this.facts = facts;
        this.issues = issues;
    }

    /** The facts behind each pool. */
    Map<String, Facts> poolFacts() {
        return poolFacts;
    }

    /** The facts behind each resource group. */
    Map<String, Facts> partitionFacts() {
        return partitionFacts;
    }

    /**
     * The pools of a machine file; one of all nodes where it names none.
     *
     * @param machine the machine's name, which that one pool bears
     * @param units how many units the machine has; 0 if that is not known
     * @param typed the same by its types; where the two disagree, which has been told, either will
     *     do
     */
    List<Pool> pools(Mapping root, String machine, int units, int typed) {
        Node node = root.get("pools");
        List<Pool> bare = new ArrayList<>();
        long next = 0;
        boolean isKnown = true; // how many nodes the pools have, up to here
        for (Map.Entry<String, Node> entry : Branches.sections(node, issues).entrySet()) {
            Facts known = facts.facts(MachineSections.POOL, entry.getValue());
            Fact count = known.fact("nodes");
            poolFacts.put(entry.getKey(), known);
            int size = count == null ? 1 : (int) count.value();
            bare.add(new Pool(entry.getKey(), (int) Math.min(next, Integer.MAX_VALUE / 2), size));
            next += size;
            isKnown &= count != null;
            if (isKnown) {
                placed.add(entry.getKey());
            }
        }
        boolean differs = units > 0 && next != units && next != typed;
        if (node != null && !bare.isEmpty() && isKnown && differs) {
            issues.add(
                    node,
                    "the pools hold %d nodes together, but the machine has %d."
                            .formatted(next, units),
                    next < units
                            ? "a further pool for the other %d.".formatted(units - next)
                            : null);
        }
        if (node == null) {
            bare.add(new Pool(machine, 0, Math.max(1, units)));
            if (units > 0) {
                placed.add(machine);
            }
        }
        return withPartitions(root, bare);
    }

    private List<Pool> withPartitions(Mapping root, List<Pool> bare) {
        Map<String, List<Partition>> views = new LinkedHashMap<>();
        List<String> names = bare.stream().map(Pool::name).toList();
        names.forEach(name -> views.put(name, new ArrayList<>()));
        PartitionReader reader = new PartitionReader(facts, issues);
        Branches.sections(root.get("partitions"), issues)
                .forEach((name, node) -> {
                    Pool pool = poolOf(node, bare, names);
                    boolean isPlaced = pool != null && placed.contains(pool.name());
                    Partition partition = reader.partition(name, node, isPlaced ? pool : null);
                    partitionFacts.put(name, reader.factsOf(name));
                    if (partition != null && pool != null) {
                        views.getOrDefault(pool.name(), new ArrayList<>()).add(partition);
                    }
                });
        if (!issues.isEmpty()) {
            return bare;
        }
        return bare.stream()
                .map(pool ->
                        new Pool(
                                pool.name(),
                                pool.firstNode(),
                                pool.nodes(),
                                views.getOrDefault(pool.name(), List.of())))
                .toList();
    }

    private @Nullable Pool poolOf(Node partition, List<Pool> pools, List<String> names) {
        Node node = partition instanceof Mapping mapping ? mapping.get("pool") : null;
        if (node == null) {
            return null;
        }
        String name = Scalars.text(node, issues);
        Pool pool =
                pools.stream().filter(known -> known.name().equals(name)).findFirst().orElse(null);
        if (name != null && pool == null) {
            issues.addUnknown(node, "'" + name + "' is not a pool of this machine.", name, names);
        }
        return pool;
    }
}
