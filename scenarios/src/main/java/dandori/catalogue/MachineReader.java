package dandori.catalogue;

import dandori.interconnect.Flat;
import dandori.interconnect.Interconnect;
import dandori.machine.AllocationUnit;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.Machine;
import dandori.machine.NodeType;
import dandori.machine.Pool;
import dandori.machine.Prices;
import dandori.machine.Reliability;
import dandori.machine.Site;
import dandori.machine.Specification;
import dandori.machine.Storage;
import dandori.policy.Placement;
import dandori.policy.spi.PartProvider;
import dandori.policy.spi.Parts;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.TreeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads machine files, strictly: every issue is told at once, with its path and line.
 *
 * <p>{@code MachineReader.read(Path.of("ours.yaml"))}.
 */
public final class MachineReader {

    private static final String WHAT = "a machine file";
    private static final List<String> UNITS =
            Stream.of(AllocationUnit.values()).map(AllocationUnit::text).toList();

    private static final Pattern KEY = Pattern.compile("\\bmachine\\b");

    private final Issues issues;
    private final @Nullable Path folder;

    private MachineReader(@Nullable Path folder, Issues issues) {
        this.folder = folder;
        this.issues = issues;
    }

    /** Whether a file can be read and has the key that machine files begin with. */
    public static boolean isMachineFile(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > TreeReader.LARGEST_BYTES) {
                return false;
            }
            byte[] bytes = Files.readAllBytes(file);
            boolean mayHaveKey = KEY.matcher(new String(bytes, StandardCharsets.UTF_8)).find();
            return mayHaveKey // most scenarios need not be parsed to know
                    && TreeReader.read(bytes, new Issues()) instanceof Mapping root
                    && root.get("machine") != null;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The machine of a file.
     *
     * @param file the file; paths in it are relative to its folder
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static Machine read(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return read(file.toString(), TreeReader.bytes(file, WHAT), folder);
    }

    /**
     * The machine of bytes.
     *
     * @param name what issues call the file
     * @param bytes its contents, YAML in UTF-8
     * @param folder what paths in it are relative to; null where there are no files
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static Machine read(String name, byte[] bytes, @Nullable Path folder) {
        return FactFile.read(
                WHAT,
                name,
                bytes,
                (root, issues) -> new MachineReader(folder, issues).machine(root));
    }

    private @Nullable Machine machine(Mapping root) {
        Map<String, String> sources = Sources.of(root, issues);
        Set<String> keys = new LinkedHashSet<>(sources.keySet());
        FactReader facts = new FactReader(keys, issues);
        facts.facts(MachineSections.MACHINE, root);
        String name = text(root, "machine");
        Node nameNode = root.get("machine");
        if (nameNode != null && name != null && !Scalars.isName(name)) {
            issues.add(
                    nameNode,
                    "must be a name of letters, digits, '-', '_' or '+', but is '" + name + "'.",
                    null);
        }
        String title = text(root, "title");
        Facts totals = section(facts, root, MachineSections.TOTALS);
        Map<String, NodeType> types = new NodeTypeReader(facts, issues).types(root);
        AllocationUnit unit = unit(root);
        Fact nodesFact = totals.fact("nodes");
        int nodes = nodesFact == null ? 0 : (int) nodesFact.value();
        checkPlacement(root, totals);
        TypeSums sums = new TypeSums(root, types, issues);
        sums.check(totals);
        WiringReader.Wiring wiring =
                new WiringReader(facts, folder, issues)
                        .wiring(root.get("interconnect"), nodes, sums.nodes());
        int units = units(root, unit, sums, nodes);
        PoolReader pools = new PoolReader(facts, issues);
        List<Pool> ranges =
                pools.pools(
                        root,
                        name == null ? "" : name,
                        units,
                        unit == AllocationUnit.NODE ? sums.nodes() : units);
        Specification specification =
                new Specification(
                        title == null ? "" : title,
                        totals,
                        List.copyOf(types.values()),
                        wiring.facts(),
                        new Storage(section(facts, root, MachineSections.STORAGE)),
                        new Site(section(facts, root, MachineSections.SITE)),
                        new Prices(section(facts, root, MachineSections.PRICES)),
                        new Reliability(section(facts, root, MachineSections.RELIABILITY)),
                        section(facts, root, MachineSections.MEASURED),
                        section(facts, root, MachineSections.CALIBRATION),
                        pools.poolFacts(),
                        pools.partitionFacts(),
                        new MaintenanceReader(facts, issues).dates(root, ranges),
                        sources);
        Interconnect interconnect = wiring.interconnect();
        if (!issues.isEmpty() || name == null || interconnect == null) {
            return null;
        }
        Interconnect wired = unit == AllocationUnit.NODE ? interconnect : new Flat(units);
        return new Machine(name, unit, wired, ranges, specification);
    }

    private static Facts section(FactReader facts, Mapping root, FactSection section) {
        Node node = root.get(section.place());
        return node == null ? Facts.NONE : facts.facts(section, node);
    }

    private @Nullable String text(Mapping root, String key) {
        Node node = root.get(key);
        return node == null ? null : Scalars.text(node, issues);
    }

    private AllocationUnit unit(Mapping root) {
        Node node = root.get("unit");
        String word = node == null ? "node" : Scalars.word(node, UNITS, issues);
        return Optional.ofNullable(word).flatMap(AllocationUnit::named).orElse(AllocationUnit.NODE);
    }

    private void checkPlacement(Mapping root, Facts totals) {
        String name = totals.text("placement");
        if (!name.isEmpty() && Parts.named(Placement.class, name).isEmpty()) {
            Node at = root.get("totals") instanceof Mapping all ? all.get("placement") : null;
            List<String> known =
                    Parts.of(Placement.class).stream().map(PartProvider::name).toList();
            issues.addUnknown(
                    at == null ? root : at,
                    "there is no placement '%s'.".formatted(name),
                    name,
                    known);
        }
    }

    /** How many units jobs may ask for; 0 if that cannot be said. */
    private int units(Mapping root, AllocationUnit unit, TypeSums sums, int nodes) {
        if (unit == AllocationUnit.NODE) {
            return nodes;
        }
        Node at = root.entries().getOrDefault("unit", new Scalar("unit", 0, "", Scalar.Type.TEXT));
        Node kind = root.get("interconnect") instanceof Mapping wiring ? wiring.get("kind") : null;
        if (kind instanceof Scalar word && !word.text().equals("flat")) {
            issues.add(
                    at,
                    "must be 'node' where the interconnect is not flat, but is '%s'."
                            .formatted(unit.text()),
                    "leave 'unit' out.");
            return 0;
        }
        OptionalDouble units = sums.units(unit);
        if (units.isEmpty()) {
            return 0;
        }
        if (units.getAsDouble() < 1 || units.getAsDouble() > Integer.MAX_VALUE) {
            issues.add(
                    at,
                    "is '%s', but 'nodeTypes' does not say how many a node has."
                            .formatted(unit.text()),
                    unit == AllocationUnit.PROCESSOR
                            ? "add 'cores' to every type of node."
                            : "add 'accelerator' to the types of node.");
            return 0;
        }
        return (int) units.getAsDouble();
    }
}
