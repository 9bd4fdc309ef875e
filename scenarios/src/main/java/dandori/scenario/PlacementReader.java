package dandori.scenario;

import dandori.machine.Machine;
import dandori.policy.Backfill;
import dandori.policy.Placement;
import dandori.policy.spi.Options;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the placements of a policy: one for all machines, or one by the name of each; the machine's
 * own where none is given.
 */
final class PlacementReader {

    private final List<Machine> machines;
    private final List<String> names;
    private final Predicate<Machine> needsPlaces;
    private final KnownParts known;
    private final PartReader parts;
    private final Issues issues;

    /**
     * A reader.
     *
     * @param machines the machines of the scenario
     * @param needsPlaces whether it matters on a machine where jobs are
     * @param known the parts that there are
     * @param issues where faults go
     */
    PlacementReader(
            List<Machine> machines,
            Predicate<Machine> needsPlaces,
            KnownParts known,
            Issues issues) {
        this.machines = machines;
        this.names = machines.stream().map(Machine::name).toList();
        this.needsPlaces = needsPlaces;
        this.known = known;
        this.parts = new PartReader(known, issues);
        this.issues = issues;
    }

    /**
     * The placement on each machine.
     *
     * @param node what the policy says, or null
     * @param backfill the policy's backfill
     */
    Map<String, Part> placements(@Nullable Node node, Part backfill) {
        boolean isByMachine =
                node instanceof Mapping mapping
                        && mapping.get("use") == null
                        && mapping.entries().entrySet().stream()
                                .anyMatch(entry ->
                                        names.contains(entry.getKey())
                                                || isPlacement(entry.getValue()));
        Map<String, Part> placements = new LinkedHashMap<>();
        if (isByMachine && node instanceof Mapping mapping) {
            mapping.entries().forEach((name, below) -> put(placements, name, below));
        } else if (node != null) {
            Part all = parts.read(node, Placement.class, "placement");
            names.forEach(name -> placements.put(name, all == null ? count() : all));
        }
        Map<String, Part> ordered = new LinkedHashMap<>();
        for (Machine machine : machines) {
            Part its = placements.get(machine.name());
            ordered.put(machine.name(), its == null ? standard(machine, backfill) : its);
        }
        return ordered;
    }

    /** Whether a node names a placement, so that its key means a machine. */
    private boolean isPlacement(Node node) {
        return node instanceof Mapping mapping && mapping.get("use") != null
                || node instanceof Scalar scalar
                        && known.nameIn(Placement.class, scalar.text()).isPresent();
    }

    private void put(Map<String, Part> placements, String name, Node node) {
        if (!names.contains(name)) {
            issues.addUnknown(
                    node, "'%s' is not a machine of this scenario.".formatted(name), name, names);
            return;
        }
        Part part = parts.read(node, Placement.class, "placement");
        placements.put(name, part == null ? count() : part);
    }

    private static Part count() {
        return new Part("count", Options.NONE);
    }

    private Part standard(Machine machine, Part part) {
        Backfill backfill = // of one that is wrong nobody uses the result
                issues.isEmpty() ? known.create(Backfill.class, part) : null;
        boolean isBound = backfill != null && backfill.ignoresCapacity();
        boolean reserves = backfill != null && backfill.reservesPlaces();
        String name =
                isBound
                        ? "count"
                        : DefaultPlacement.of(machine, reserves || needsPlaces.test(machine));
        Node word = new Scalar("", 0, name, Scalar.Type.TEXT);
        Part found = parts.read(word, Placement.class, "placement");
        return found == null ? count() : found;
    }
}
