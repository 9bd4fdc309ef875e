package dandori.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What is known about a machine beyond its size and wiring, each fact with source and certainty.
 *
 * @param title what it is, in a few words
 * @param totals figures of the machine as a whole, such as its peak and its rank
 * @param nodeTypes its types of nodes, in the order of their node numbers; may be empty
 * @param interconnect the facts behind its {@link Machine#interconnect()}
 * @param storage where checkpoints go
 * @param site where it stands
 * @param prices what it costs
 * @param reliability how often nodes fail
 * @param measured what was measured on it
 * @param calibration the constants of the model of training steps, and how far they are off
 * @param pools the facts behind each pool
 * @param partitions the facts behind each resource group
 * @param maintenance when nodes are out of service, as announced; those that may take the same
 *     nodes do not overlap
 * @param sources what the keys of sources stand for
 */
public record Specification(
        String title,
        Facts totals,
        List<NodeType> nodeTypes,
        Facts interconnect,
        Storage storage,
        Site site,
        Prices prices,
        Reliability reliability,
        Facts measured,
        Facts calibration,
        Map<String, Facts> pools,
        Map<String, Facts> partitions,
        List<Maintenance> maintenance,
        Map<String, String> sources) {

    /** Of a machine about which nothing is known. */
    public static final Specification NONE =
            new Specification(
                    "",
                    Facts.NONE,
                    List.of(),
                    Facts.NONE,
                    new Storage(Facts.NONE),
                    new Site(Facts.NONE),
                    new Prices(Facts.NONE),
                    new Reliability(Facts.NONE),
                    Facts.NONE,
                    Facts.NONE,
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of());

    /** Keeps the lists. */
    public Specification {
        nodeTypes = List.copyOf(nodeTypes);
        maintenance = List.copyOf(maintenance);
        pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
        partitions = Collections.unmodifiableMap(new LinkedHashMap<>(partitions));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** The same without what is known about pools and resource groups. */
    Specification withoutGroups(Machine machine) {
        return with(
                Map.of(),
                Map.of(),
                maintenance.stream().map(one -> one.withoutGroups(machine)).toList());
    }

    /** The same with other dates of maintenance. */
    Specification withMaintenance(List<Maintenance> others) {
        return with(pools, partitions, others);
    }

    private Specification with(
            Map<String, Facts> somePools,
            Map<String, Facts> somePartitions,
            List<Maintenance> dates) {
        return new Specification(
                title,
                totals,
                nodeTypes,
                interconnect,
                storage,
                site,
                prices,
                reliability,
                measured,
                calibration,
                somePools,
                somePartitions,
                dates,
                sources);
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return this.equals(NONE);
    }

    /**
     * Tells every fact with its path in the machine file, in order: {@code
     * nodeTypes.gpu.accelerator.memory}.
     */
    public void forEachFact(BiConsumer<String, Fact> told) {
        tell("totals", totals, told);
        for (NodeType type : nodeTypes) {
            String path = "nodeTypes." + type.name();
            tell(path, type.facts(), told);
            if (type.accelerator() != null) {
                tell(path + ".accelerator", type.accelerator().facts(), told);
            }
        }
        tell("interconnect", interconnect, told);
        tell("storage", storage.facts(), told);
        tell("site", site.facts(), told);
        tell("prices", prices.facts(), told);
        tell("reliability", reliability.facts(), told);
        tell("measured", measured, told);
        tell("calibration", calibration, told);
        pools.forEach((name, facts) -> tell("pools." + name, facts, told));
        partitions.forEach((name, facts) -> tell("partitions." + name, facts, told));
        for (int i = 0; i < maintenance.size(); i++) {
            told.accept("maintenance[" + i + "]", maintenance.get(i).fact());
        }
    }

    private static void tell(String path, Facts facts, BiConsumer<String, Fact> told) {
        facts.all().forEach((name, fact) -> told.accept(path + "." + name, fact));
    }
}
