package dandori.scenario;

import dandori.machine.Machine;
import dandori.network.Fidelity;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.campaign.CampaignReader;
import dandori.scenario.failure.FailurePlan;
import dandori.scenario.failure.FailureReader;
import dandori.scenario.key.ReportSections;
import dandori.scenario.key.RunSections;
import dandori.scenario.key.Section;
import dandori.scenario.key.Sections;
import dandori.scenario.key.Unasked;
import dandori.scenario.key.Values;
import dandori.scenario.power.PowerPlan;
import dandori.scenario.power.PowerReader;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.Setting;
import dandori.scenario.text.TreeReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files, strictly: every issue is told at once, with its path and line.
 *
 * <p>{@code ScenarioReader.read(Path.of("first-steps.yaml"), List.of("run.seeds=1..3"))}.
 */
public final class ScenarioReader {

    /** How many machines, policies and campaigns a scenario may have, of each. */
    public static final int MOST_NAMED = 1_000;

    private final KnownParts parts;
    private final Path folder;
    private final Issues issues;

    private ScenarioReader(KnownParts parts, Path folder, Issues issues) {
        this.parts = parts;
        this.folder = folder;
        this.issues = issues;
    }

    /**
     * The scenario of a file.
     *
     * @param file the file; paths in it are relative to its folder
     * @param settings values that take the place of the file's, each {@code path.to.key=VALUE}
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static Scenario read(Path file, List<String> settings) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return read(
                file.toString(),
                TreeReader.bytes(file, "a scenario"),
                folder == null ? file : folder,
                settings,
                KnownParts.found());
    }

    /**
     * The scenario of bytes.
     *
     * @param name what issues call the file
     * @param bytes its contents, YAML in UTF-8
     * @param folder what paths in it are relative to
     * @param settings values that take the place of the file's, each {@code path.to.key=VALUE}
     * @param parts what policies may be made of
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static Scenario read(
            String name, byte[] bytes, Path folder, List<String> settings, KnownParts parts) {
        Issues issues = new Issues();
        Node root = tree(bytes, settings, issues);
        Scenario scenario = root == null ? null : scenario(root, folder, parts, issues);
        if (scenario == null || !issues.isEmpty()) {
            throw new ScenarioException(name, issues.list());
        }
        return scenario;
    }

    /**
     * The tree of a file.
     *
     * @param bytes its contents, YAML in UTF-8
     * @param settings values that take the place of the file's, each {@code path.to.key=VALUE}
     * @param issues where faults go
     * @return null, and an issue, if there is none
     */
    public static @Nullable Node tree(byte[] bytes, List<String> settings, Issues issues) {
        Node root = TreeReader.read(bytes, issues);
        for (String text : settings) {
            Setting setting = Setting.of(text, issues);
            root = root == null || setting == null ? root : setting.applyTo(root, issues);
        }
        return root;
    }

    /**
     * The scenario of a tree.
     *
     * @param root the tree
     * @param folder what paths in it are relative to
     * @param parts what policies may be made of
     * @param issues where faults go
     * @return of no use, or null, if there are issues
     */
    public static @Nullable Scenario scenario(
            Node root, Path folder, KnownParts parts, Issues issues) {
        if (isTooMuch(root, issues)) {
            return null;
        }
        Scenario scenario =
                new ScenarioReader(parts, folder.toAbsolutePath().normalize(), issues)
                        .scenario(root);
        Unasked.check(root, issues);
        return scenario;
    }

    /** Whether a section names more than are read, which is told. */
    private static boolean isTooMuch(Node root, Issues issues) {
        boolean isTooMuch = false; // not by what is noted: of variants, equal issues are noted once
        for (String section : List.of("machines", "policies", "campaigns")) {
            Node node = root instanceof Mapping file ? file.get(section) : null;
            if (node instanceof Mapping named && named.entries().size() > MOST_NAMED) {
                isTooMuch = true;
                issues.add(
                        node,
                        String.format(
                                Locale.ROOT,
                                "has %,d names, but %,d are read at most.",
                                named.entries().size(),
                                MOST_NAMED),
                        null);
            }
        }
        return isTooMuch;
    }

    private Scenario scenario(Node root) {
        Values file = Values.of(Sections.SCENARIO, root, issues);
        String name = file.name("scenario");
        MachinesReader machinesReader = new MachinesReader(folder, issues);
        List<Machine> machines = machinesReader.machines(file);
        Values workload = values(file, "workload", Sections.WORKLOAD);
        Values run = values(file, "run", RunSections.RUN);
        RoutingReader routings = new RoutingReader(machines, parts, issues);
        Part routing = routings.rule(workload, RoutingReader.HOME);
        MovePlan moves = routings.moves(workload);
        // Streams name organizations, those name machines, and load needs their size.
        OrganizationReader organizations = new OrganizationReader(file, machines, issues);
        StreamReader streamReader = new StreamReader(folder, organizations, issues);
        List<Stream> streams = streamReader.streams(workload.items("streams"));
        Set<String> unread = machinesReader.unread();
        var campaignReader = new CampaignReader(folder, machines, unread, organizations, issues);
        List<CampaignPlan> campaigns = campaignReader.campaigns(file.sections("campaigns"));
        Map<String, FailurePlan> failures =
                new FailureReader(machines, unread, issues).plans(file.sections("failures"));
        campaignReader.checkProspects(file.sections("campaigns"), campaigns, failures);
        checkWorkload(file);
        RunPlan plan = new RunReader(run, issues).plan(streams, !failures.isEmpty());
        SnapshotStreamReader.checkStart(streams, run, issues);
        campaignReader.links().checkTimes(plan.start());
        List<Organization> named = organizations.complete();
        streamReader.checkAmounts(named, machines, plan);
        Map<String, Node> policyNodes = file.sections("policies");
        KnownNames names = new KnownNames(organizations, machines, streams, campaigns);
        Set<String> placed = ReservationReader.reserved(file, machines);
        PlacementReader placements = placements(machines, plan, failures.keySet(), placed);
        var policyReader =
                new PolicyReader(policyNodes, parts, placements, names, routings, routing, issues);
        List<PolicyParts> policies = policyReader.policies();
        checkLogged(policies, streams, file);
        new PolicyChecks(policyNodes, machines, plan.network(), failures.keySet(), parts, issues)
                .check(policies, placed);
        new UnknownTimes(run, plan, !campaigns.isEmpty(), !failures.isEmpty(), issues)
                .check(policies, policyNodes);
        Map<String, PowerPlan> power = power(file, machines, plan, campaigns, policies);
        routings.check(policies, policyNodes, named, plan, !campaigns.isEmpty());
        streamReader.checkShapes(named, machines, policies, parts);
        ReportPlan report = report(file, name, policyReader.names());
        var inquiries = new InquiryNames(names, machines, streams, plan);
        return new Scenario(
                name == null ? "" : name,
                file.has("description") ? file.text("description") : "",
                machines,
                machinesReader.choices(),
                named,
                new WorkloadPlan(streams, onTooLarge(workload), routing, moves),
                campaigns,
                failures,
                power,
                policies,
                plan,
                new MaintenanceReader(machines, issues).outages(file, plan),
                reservations(file, machines, names, plan, policies),
                report,
                inquiries.read(file, report, !power.isEmpty(), !failures.isEmpty(), issues));
    }

    private List<PlannedReservation> reservations(
            Values file,
            List<Machine> machines,
            KnownNames names,
            RunPlan plan,
            List<PolicyParts> policies) {
        boolean staysHome = policies.stream().allMatch(PolicyParts::keepsHome);
        return new ReservationReader(machines, names, plan, staysHome, issues).reservations(file);
    }

    private ReportPlan report(Values file, @Nullable String name, List<String> policies) {
        return new ReportReader(values(file, "report", ReportSections.REPORT), issues)
                .plan(name == null ? "" : name, policies);
    }

    private Map<String, PowerPlan> power(
            Values file,
            List<Machine> machines,
            RunPlan plan,
            List<CampaignPlan> campaigns,
            List<PolicyParts> policies) {
        Map<String, Node> nodes = file.sections("power");
        Map<String, PowerPlan> power = new PowerReader(machines, issues).plans(nodes);
        new PowerChecks(power, nodes, issues).check(plan, !campaigns.isEmpty(), policies);
        return power;
    }

    private static WorkloadPlan.OnTooLarge onTooLarge(Values workload) {
        return workload.word("onTooLarge").equals("error")
                ? WorkloadPlan.OnTooLarge.ERROR
                : WorkloadPlan.OnTooLarge.REJECT;
    }

    /** Reads placements; where the network slows jobs, or nodes fail, the default has places. */
    private PlacementReader placements(
            List<Machine> machines, RunPlan plan, Set<String> failing, Set<String> reserved) {
        boolean isNetworked = plan.network() != Fidelity.NONE;
        return new PlacementReader(
                machines,
                machine ->
                        isNetworked
                                || failing.contains(machine.name())
                                || reserved.contains(machine.name()),
                parts,
                issues);
    }

    private void checkWorkload(Values file) {
        if (!file.has("workload") && !file.has("campaigns")) {
            issues.add(
                    file.mapping(),
                    "'workload' is missing.",
                    "add 'workload' (section): which jobs come; or 'campaigns'.");
        }
    }

    private Values values(Values file, String name, Section section) {
        Node node = file.node(name);
        return Values.of(
                section,
                node == null ? new Mapping(name, file.mapping().line(), missing(name)) : node,
                node == null ? new Issues() : issues);
    }

    /**
     * Nothing: a section that is left out has its defaults, and that it must be given has been said
     * already.
     */
    private static Map<String, Node> missing(String name) {
        return name.equals("workload")
                ? Map.of("onTooLarge", new Scalar(name, 0, "reject", Scalar.Type.TEXT))
                : Map.of();
    }

    private void checkLogged(List<PolicyParts> policies, List<Stream> streams, Values file) {
        boolean isGenerated = streams.stream().anyMatch(GeneratedStream.class::isInstance);
        boolean isDrawn = streams.stream().anyMatch(Stream::isDrawn);
        for (PolicyParts policy : policies) {
            Node node = file.sections("policies").get(policy.name());
            if (policy.needsLoggedWaits() && isDrawn && node != null) {
                issues.add(
                        node,
                        "backfill 'as-logged' repeats the starts of a trace, but a stream is"
                                + (isGenerated ? " generated." : " resampled."),
                        "leave the policy out, or take traces only.");
            }
        }
    }
}
