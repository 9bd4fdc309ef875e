package dandori.scenario;

import dandori.catalogue.Catalogue;
import dandori.catalogue.MachinePart;
import dandori.catalogue.MachineReader;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.scenario.key.Sections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.ScenarioException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the machines of a scenario, flat ones and those that are described elsewhere. */
final class MachinesReader {

    private static final String CATALOGUE = "catalogue/";

    private final Path folder;
    private final Issues issues;
    private final Map<String, MachineChoice> choices = new LinkedHashMap<>();
    private final Map<String, Machine> catalogue = new HashMap<>(); // read once each
    private final Map<Path, Machine> files = new HashMap<>();
    private final Map<Path, ScenarioException> wrongFiles = new HashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();

    MachinesReader(Path folder, Issues issues) {
        this.folder = folder;
        this.issues = issues;
    }

    /** Where machines that have been read are described, by name. */
    Map<String, MachineChoice> choices() {
        return choices;
    }

    /** The names of machines of which something is wrong, so that others stand in for them. */
    Set<String> unread() {
        return unread;
    }

    /** The machines, in the order of the file. */
    List<Machine> machines(Values file) {
        List<Machine> machines = new ArrayList<>();
        file.sections("machines")
                .forEach((name, node) -> {
                    int before = issues.count();
                    machines.add(machine(name, node));
                    if (issues.count() > before) {
                        unread.add(name);
                    }
                });
        return machines;
    }

    private Machine machine(String name, Node node) {
        Values values = Values.of(Sections.MACHINE, node, issues);
        boolean isElsewhere = values.has("from");
        boolean isMapping = values.mapping() == node || Scalar.isNothing(node);
        if (isMapping && !isElsewhere && !values.has("nodes") && !values.isUnbuilt()) {
            issues.add(
                    node,
                    "'nodes' is missing.",
                    "add 'nodes' (whole number), or 'from: catalogue/fugaku'.");
        }
        int nodes = values.has("nodes") ? values.count("nodes") : 1;
        boolean hasGroups = values.flag("groups");
        if (hasGroups && !isElsewhere) {
            issues.add(
                    Objects.requireNonNull(values.node("groups")),
                    "a flat machine has no resource groups.",
                    "leave 'groups' out.");
        }
        if (!isElsewhere) {
            refuseMaintenance(values);
            return Machine.flat(name, nodes, unit(values));
        }
        if (values.has("unit")) {
            issues.add(
                    Objects.requireNonNull(values.node("unit")),
                    "the machine's file says what its unit is.",
                    "leave 'unit' out.");
        }
        Machine found = elsewhere(name, Objects.requireNonNull(values.node("from")), values);
        if (found == null) {
            return Machine.flat(name, nodes, AllocationUnit.NODE);
        }
        Machine whole = values.flag("maintenance") ? found : found.withoutMaintenance();
        if (hasGroups) {
            checkGroups(whole, values);
            return whole.named(name);
        }
        Machine one = whole.withoutGroups();
        return values.has("nodes") ? MachinePart.of(one, nodes).named(name) : one.named(name);
    }

    private void refuseMaintenance(Values values) {
        if (values.has("maintenance")) {
            issues.add(
                    Objects.requireNonNull(values.node("maintenance")),
                    "a flat machine has no file that could list any.",
                    "leave it out here: outages are listed below 'maintenance' of the scenario.");
        }
    }

    private void checkGroups(Machine machine, Values values) {
        Node groups = Objects.requireNonNull(values.node("groups"));
        if (!DefaultPlacement.hasGroups(machine)) {
            issues.add(
                    groups,
                    "'%s' has no resource groups.".formatted(machine.name()),
                    "leave 'groups' out.");
        } else if (values.has("nodes")) {
            issues.add(
                    Objects.requireNonNull(values.node("nodes")),
                    "resource groups are ranges of the machine's own %,d nodes."
                            .formatted(machine.nodes()),
                    "leave 'nodes' or 'groups' out.");
        }
    }

    private static AllocationUnit unit(Values values) {
        String word = values.word("unit");
        return AllocationUnit.named(word).orElse(AllocationUnit.NODE);
    }

    /** The machine that is described elsewhere; null, and issues, if there is none. */
    private @Nullable Machine elsewhere(String name, Node node, Values values) {
        String from = values.text("from");
        if (from.isEmpty()) {
            return null;
        }
        if (from.startsWith(CATALOGUE)) {
            String known = from.substring(CATALOGUE.length());
            if (!Catalogue.names().contains(known)) {
                issues.addUnknown(
                        node,
                        "there is no machine '%s' in the catalogue.".formatted(known),
                        known,
                        Catalogue.names());
                return null;
            }
            choices.put(name, choice(from, values));
            return catalogue.computeIfAbsent(known, Catalogue::machine);
        }
        try {
            Path file = folder.resolve(from).normalize();
            Machine machine = ofFile(file);
            choices.put(name, choice(file.toString(), values));
            return machine;
        } catch (InvalidPathException e) {
            issues.add(node, "is no path of a file: '" + from + "'.", null);
        } catch (ScenarioException wrong) {
            tell(node, from, wrong);
        }
        return null;
    }

    private Machine ofFile(Path file) {
        ScenarioException wrong = wrongFiles.get(file);
        if (wrong != null) {
            throw wrong;
        }
        try {
            return files.computeIfAbsent(file, MachineReader::read);
        } catch (ScenarioException e) {
            wrongFiles.put(file, e);
            throw e;
        }
    }

    private static MachineChoice choice(String from, Values values) {
        return new MachineChoice(
                from,
                values.has("nodes") ? values.count("nodes") : null,
                values.flag("groups"),
                values.flag("maintenance"));
    }

    /** Tells what is wrong in a machine file at the place that names it. */
    private void tell(Node node, String from, ScenarioException wrong) {
        for (Issue issue : wrong.issues()) {
            String place = issue.path().isEmpty() ? from : from + ": " + issue.path();
            String line = issue.line() > 0 ? " (line " + issue.line() + ")" : "";
            String maybe = issue.maybe();
            if (maybe == null && Catalogue.names().contains(from)) {
                maybe = "'" + CATALOGUE + from + "'.";
            }
            issues.add(node, place + line + ": " + issue.message(), maybe);
        }
    }
}
