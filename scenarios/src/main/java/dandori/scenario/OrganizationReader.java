package dandori.scenario;

import dandori.machine.Machine;
import dandori.policy.limit.Limit;
import dandori.policy.share.Account;
import dandori.scenario.campaign.CampaignReader;
import dandori.scenario.key.OrganizationSections;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads organizations, and gathers those that only streams name. */
final class OrganizationReader implements CampaignReader.Organizations {

    private final Map<String, Organization> organizations = new LinkedHashMap<>();
    private final boolean isGiven;
    private boolean isOpen; // a trace may name others
    private final List<String> machines;
    private final Set<String> machineNames;
    private final Issues issues;

    OrganizationReader(Values file, List<Machine> machines, Issues issues) {
        this.isGiven = file.has("organizations");
        this.machines = machines.stream().map(Machine::name).toList();
        this.machineNames = new HashSet<>(this.machines);
        this.issues = issues;
        file.sections("organizations")
                .forEach((name, node) -> organizations.put(name, read(name, node)));
    }

    private Organization read(String name, Node node) {
        Values values = Values.of(OrganizationSections.ORGANIZATION, node, issues);
        String home = values.name("home");
        Node homeNode = values.node("home");
        if (home != null
                && homeNode != null
                && !machines.isEmpty()
                && !machineNames.contains(home)) {
            issues.addUnknown(
                    homeNode,
                    "'%s' is not a machine of this scenario.".formatted(home),
                    home,
                    machines);
        }
        if (homeNode == null && machines.size() > 1) {
            issues.add(
                    node,
                    "'home' is missing, and there are %d machines.".formatted(machines.size()),
                    "home: " + machines.get(0));
        }
        Node limits = values.node("limits");
        return new Organization(
                Accounting.read(name, values, issues),
                home == null ? onlyMachine() : home,
                limits == null ? Limit.NONE : LimitsReader.limit(limits, issues),
                values.flag("mayMove"));
    }

    private String onlyMachine() {
        return machines.isEmpty() ? "" : machines.get(0);
    }

    /**
     * The name of an organization at a node, which is noted if the file lists none; null if it is
     * not known.
     */
    @Override
    public @Nullable String named(Node node) {
        String name = Scalars.name(node, issues);
        if (name == null || organizations.containsKey(name)) {
            return name;
        }
        if (isGiven) {
            issues.addUnknown(
                    node,
                    "'%s' is not an organization of this scenario.".formatted(name),
                    name,
                    organizations.keySet());
            return null;
        }
        if (machines.size() > 1) {
            issues.add(
                    node,
                    "'%s' has no home, and there are %d machines.".formatted(name, machines.size()),
                    "organizations: {%s: {home: %s}}".formatted(name, machines.get(0)));
        }
        organizations.put(
                name, new Organization(Account.of(name, 1), onlyMachine(), Limit.NONE, false));
        return name;
    }

    @Override
    public String homeOf(String name) {
        Organization known = organizations.get(name);
        return known == null ? onlyMachine() : known.home();
    }

    /** Notes that a stream takes names from its trace, which have no home of their own. */
    void takenFromTrace(Node node) {
        isOpen = true;
        if (machines.size() > 1) {
            issues.add(
                    node,
                    "organizations of the trace have no home, and there are %d machines."
                            .formatted(machines.size()),
                    "add 'other', an organization for the values without one.");
        }
    }

    /** Whether all organizations are known by name. */
    boolean isComplete() {
        return !isOpen;
    }

    /** All organizations that are known by name. */
    List<Organization> complete() {
        return new ArrayList<>(organizations.values());
    }
}
