package dandori.scenario;

import dandori.fit.FittedGenerator;
import dandori.generate.Demand;
import dandori.generate.Generators;
import dandori.generate.PopularEstimates;
import dandori.generate.Thinning;
import dandori.job.Consumption;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Preemption;
import dandori.policy.RoutingRule;
import dandori.policy.limit.Limit;
import dandori.policy.spi.Option;
import dandori.resample.Feedback;
import dandori.scenario.key.OptionValues;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Seeds;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.PlainTree;
import dandori.scenario.text.TreeWriter;
import dandori.scenario.text.Units;
import dandori.sim.OnFailure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as text, with every default filled in: what {@link ScenarioReader} reads back to an
 * equal scenario.
 *
 * <p>Policies stand without {@code extends}, abstract ones are gone, files have absolute paths.
 */
public final class ScenarioText {

    private final KnownParts parts;

    private ScenarioText(KnownParts parts) {
        this.parts = parts;
    }

    /**
     * The text, ending with a new line.
     *
     * @param scenario what is written
     * @param parts the parts by which it was read
     */
    public static String of(Scenario scenario, KnownParts parts) {
        return TreeWriter.write(node(scenario, parts));
    }

    /**
     * The same as maps, lists, texts, numbers and booleans, for JSON.
     *
     * @param scenario what is told
     * @param parts the parts by which it was read
     */
    public static Object tree(Scenario scenario, KnownParts parts) {
        return PlainTree.of(node(scenario, parts));
    }

    /**
     * The same as a tree of a file.
     *
     * @param scenario what is told
     * @param parts the parts by which it was read
     */
    public static Node node(Scenario scenario, KnownParts parts) {
        return new ScenarioText(parts).root(scenario);
    }

    private Node root(Scenario scenario) {
        TreeBuilder root = new TreeBuilder();
        root.text("scenario", scenario.name());
        if (!scenario.description().isEmpty()) {
            root.text("description", scenario.description());
        }
        TreeBuilder machines = new TreeBuilder();
        for (Machine machine : scenario.machines()) {
            machines.put(machine.name(), machine(machine, scenario.choices().get(machine.name())));
        }
        root.put("machines", machines.mapping());
        if (!scenario.organizations().isEmpty()) {
            TreeBuilder organizations = new TreeBuilder();
            for (Organization organization : scenario.organizations()) {
                organizations.put(organization.name(), organization(organization));
            }
            root.put("organizations", organizations.mapping());
        }
        TreeBuilder policies = new TreeBuilder();
        for (PolicyParts policy : scenario.policies()) {
            policies.put(policy.name(), policy(policy, scenario.workload().routing()));
        }
        if (!scenario.workload().streams().isEmpty()) {
            root.put("workload", workload(scenario.workload()));
        }
        if (!scenario.campaigns().isEmpty()) {
            root.put("campaigns", CampaignText.of(scenario.campaigns()));
        }
        if (!scenario.failures().isEmpty()) {
            root.put("failures", FailureText.of(scenario.failures()));
        }
        if (!scenario.power().isEmpty()) {
            root.put("power", PowerText.of(scenario.power()));
        }
        root.put("policies", policies.mapping()).put("run", run(scenario.run()));
        if (!scenario.maintenance().isEmpty()) {
            List<Node> outages = scenario.maintenance().stream().map(ScenarioText::outage).toList();
            root.list("maintenance", outages);
        }
        if (!scenario.reservations().isEmpty()) {
            root.list(
                    "reservations",
                    scenario.reservations().stream().map(TimesText::reservation).toList());
        }
        InquiryText.add(scenario.inquiry(), root);
        return root.put("report", report(scenario.report())).mapping();
    }

    private static Node organization(Organization organization) {
        TreeBuilder tree =
                Accounting.tree(organization.account()).text("home", organization.home());
        if (organization.mayMove()) {
            tree.flag("mayMove", true);
        }
        if (!organization.limit().equals(Limit.NONE)) {
            tree.put("limits", LimitsText.of(organization.limit()));
        }
        return tree.mapping();
    }

    private Node workload(WorkloadPlan workload) {
        TreeBuilder tree =
                new TreeBuilder()
                        .list(
                                "streams",
                                workload.streams().stream().map(ScenarioText::stream).toList());
        routing(tree, workload.routing());
        if (!workload.moves().equals(MovePlan.PLAIN)) {
            tree.put("moves", moves(workload.moves()));
        }
        return tree.text("onTooLarge", workload.onTooLarge().name().toLowerCase(Locale.ROOT))
                .mapping();
    }

    private void routing(TreeBuilder tree, Part routing) {
        if (routing.equals(RoutingReader.HOME)) {
            tree.text("routing", routing.use());
        } else {
            tree.put("routing", part(RoutingRule.class, routing));
        }
    }

    private static Node moves(MovePlan moves) {
        TreeBuilder tree =
                new TreeBuilder().text("transfer", Units.duration(moves.transferMillis()));
        byMachine(tree, "nodesPer", moves.nodesPer());
        byMachine(tree, "speeds", moves.speeds());
        return tree.mapping();
    }

    private static void byMachine(TreeBuilder tree, String key, Map<String, Double> numbers) {
        if (!numbers.isEmpty()) {
            TreeBuilder terms = new TreeBuilder();
            numbers.forEach(terms::number);
            tree.put(key, terms.mapping());
        }
    }

    private static Node stream(Stream stream) {
        TreeBuilder tree = new TreeBuilder();
        if (stream instanceof GeneratedStream generated) {
            tree.text("organization", generated.organization())
                    .put("generate", generate(generated));
            return request(tree, generated.request()).mapping();
        }
        if (stream instanceof SnapshotStream snapshot) {
            if (snapshot.organization() != null) {
                tree.text("organization", snapshot.organization());
            }
            return request(tree.put("snapshot", snapshot(snapshot)), snapshot.request()).mapping();
        }
        TraceStream trace = (TraceStream) stream;
        if (trace.organization() != null) {
            tree.text("organization", trace.organization());
        }
        return request(tree.put("trace", trace(trace)), trace.request()).mapping();
    }

    private static TreeBuilder request(TreeBuilder tree, StreamRequest request) {
        if (request.partition() != null) {
            tree.text("partition", request.partition());
        }
        if (request.shape() != null) {
            tree.text("shape", request.shape().toString());
        }
        CommunicationRule communication = request.communication();
        if (communication != null) {
            String key = communication.isPerSecond() ? "bytesPerSecond" : "bytesPerNode";
            tree.put(
                    "communication",
                    new TreeBuilder()
                            .text("pattern", communication.pattern().text())
                            .text(key, communication.amount())
                            .mapping());
        }
        if (!request.uses().equals(Consumption.WHOLE)) {
            tree.put("uses", uses(request.uses()));
        }
        if (request.minimum() != null) {
            tree.text("minimumElapse", request.minimum().toString());
        }
        if (request.estimates() != null) {
            tree.put("estimates", estimates(request.estimates()));
        }
        ElasticRule elastic = request.elastic();
        if (elastic != null) {
            tree.put(
                    "elastic",
                    new TreeBuilder()
                            .number("shrink", elastic.shrink())
                            .number("grow", elastic.grow())
                            .number("serial", elastic.serial())
                            .mapping());
        }
        return tree;
    }

    private static Mapping estimates(PopularEstimates estimates) {
        TreeBuilder tree = new TreeBuilder().text("use", "tsafrir");
        if (estimates.longestMillis() > 0) {
            tree.text("longest", Units.duration(estimates.longestMillis()));
        }
        if (estimates.longestShare() >= 0) {
            tree.number("atLongest", estimates.longestShare());
        }
        return tree.number("repeat", estimates.repeat()).mapping();
    }

    private static Mapping uses(Consumption uses) {
        TreeBuilder tree = new TreeBuilder();
        if (uses.accelerators() != Consumption.ALL) {
            tree.number("accelerators", uses.accelerators());
        }
        if (uses.memoryBytes() != Consumption.ALL) {
            tree.text("memory", Scalars.plain(uses.memoryBytes()) + " B");
        }
        if (uses.watts() != Consumption.ALL) {
            tree.text("power", Scalars.plain(uses.watts()) + " W");
        }
        return tree.mapping();
    }

    private static Node generate(GeneratedStream stream) {
        FittedFile fit = stream.fit();
        List<Option> options =
                fit != null
                        ? FittedGenerator.declared()
                        : Generators.named(stream.model()).orElseThrow().options();
        boolean isLoad = stream.measure() == Demand.Measure.LOAD;
        TreeBuilder tree =
                new TreeBuilder()
                        .text(
                                fit == null ? "model" : "fit",
                                fit == null ? stream.model() : fit.file().toString())
                        .number(isLoad ? "load" : "jobsPerDay", stream.amount());
        if (!stream.drawnAs().equals(stream.organization())) {
            tree.text("drawnAs", stream.drawnAs());
        }
        OptionValues.write(options, stream.options()).forEach(tree::put);
        Thinning thinning = stream.thinning();
        if (thinning != null) {
            tree.put(
                    "thin",
                    new TreeBuilder()
                            .number("upTo", thinning.upTo())
                            .number("by", thinning.by())
                            .mapping());
        }
        return tree.mapping();
    }

    private static Node trace(TraceStream stream) {
        TreeBuilder tree =
                new TreeBuilder()
                        .text("file", stream.file().toString())
                        .number("processorsPerNode", stream.processorsPerNode());
        if (stream.organizationFrom() != null) {
            tree.text(
                    "organizationFrom", stream.organizationFrom().name().toLowerCase(Locale.ROOT));
        }
        StreamOrganizations.put(tree, stream.organizations(), stream.other());
        if (stream.scaleNodes() != 1) {
            tree.number("scaleNodes", stream.scaleNodes());
        }
        tree.text("shift", Units.duration(stream.shiftMillis()));
        tree.moment("from", stream.from()).moment("to", stream.to());
        if (stream.dependencies()) {
            tree.flag("dependencies", true);
        }
        ResampleRule resample = stream.resample();
        if (resample != null) {
            tree.put("resample", resample(resample));
        }
        Feedback feedback = stream.feedback();
        if (feedback != null) {
            tree.flag("feedback", true).text("pause", Units.duration(feedback.pauseMillis()));
        }
        LogOptionsReader.put(tree, stream.log());
        return tree.mapping();
    }

    private static Mapping resample(ResampleRule rule) {
        TreeBuilder tree = new TreeBuilder();
        if (rule.users() > 0) {
            tree.number("users", rule.users());
        }
        if (rule.weeks() > 0) {
            tree.number("weeks", rule.weeks());
        }
        return tree.text("longTerm", Units.duration(rule.longTermMillis())).mapping();
    }

    private static Node snapshot(SnapshotStream stream) {
        TreeBuilder tree =
                new TreeBuilder()
                        .text("file", stream.file().toString())
                        .number("runTime", stream.runTime());
        StreamOrganizations.put(tree, stream.organizations(), stream.other());
        return tree.mapping();
    }

    private Node policy(PolicyParts policy, Part routing) {
        Part admission = policy.admission();
        TreeBuilder tree =
                new TreeBuilder()
                        .put("order", part(Order.class, policy.order()))
                        .put("backfill", part(Backfill.class, policy.backfill()))
                        .put("placement", placement(policy.placements()));
        if (admission == null) {
            tree.text("admission", "none");
        } else {
            tree.put("admission", part(Admission.class, admission));
        }
        Part preemption = policy.preemption();
        if (preemption != null) {
            tree.put("preemption", part(Preemption.class, preemption));
        }
        if (!policy.qos().isEmpty()) {
            boolean preempts = preemption != null && preemption.use().equals("qos");
            tree.put("qos", QosText.of(policy.qos(), preempts));
        }
        if (!policy.limits().isEmpty()) {
            tree.put("limits", LimitsText.of(policy.limits()));
        }
        FactorText.add(policy.factors(), tree);
        if (!policy.routing().equals(routing)) {
            routing(tree, policy.routing());
        }
        return tree.text("estimates", policy.estimates().text()).mapping();
    }

    /** One part where all machines have the same. */
    private Node placement(Map<String, Part> placements) {
        Set<Part> different = new LinkedHashSet<>(placements.values());
        if (different.size() == 1) {
            return part(Placement.class, different.iterator().next());
        }
        TreeBuilder tree = new TreeBuilder();
        placements.forEach((machine, part) -> tree.put(machine, part(Placement.class, part)));
        return tree.mapping();
    }

    private Node part(Class<?> kind, Part part) {
        TreeBuilder tree = new TreeBuilder().text("use", part.use());
        List<Option> options = parts.named(kind, part.use()).orElseThrow().options();
        Map<String, Node> entries = OptionValues.write(options, part.options());
        entries.forEach(tree::put);
        return tree.mapping();
    }

    private static Node run(RunPlan run) {
        Long lengthMillis = run.lengthMillis();
        TreeBuilder tree =
                new TreeBuilder()
                        .text(
                                "length",
                                lengthMillis == null ? "trace" : Units.duration(lengthMillis))
                        .text("warmUp", CertaintyText.warmUp(run));
        if (run.seeds().size() > 1 && !Seeds.isRange(run.seeds())) {
            tree.list("seeds", run.seeds().stream().map(TreeBuilder::ofNumber).toList());
        } else if (run.seeds().size() > 1) {
            tree.text("seeds", Seeds.text(run.seeds()));
        } else {
            tree.number("seeds", run.seeds().get(0));
        }
        CertaintyText.add(tree, run.certainty());
        return tree.text("start", run.start() == null ? "trace" : run.start().toString())
                .text("conventions", run.conventions().name())
                .text("overrun", run.overrun().text())
                .text("network", run.network().text())
                .text("onFailure", run.onFailure() == OnFailure.FAIL ? "fail" : "requeue")
                .flag("explain", run.explains())
                .text("keep", run.keep().text())
                .mapping();
    }

    private static Node machine(Machine machine, @Nullable MachineChoice choice) {
        TreeBuilder tree = new TreeBuilder();
        if (choice == null) {
            return tree.number("nodes", machine.nodes())
                    .text("unit", machine.unit().text())
                    .mapping();
        }
        tree.text("from", choice.from());
        if (choice.nodes() != null) {
            tree.number("nodes", choice.nodes());
        }
        return tree.flag("groups", choice.hasGroups())
                .flag("maintenance", choice.hasMaintenance())
                .mapping();
    }

    private static Node outage(PlannedOutage outage) {
        TreeBuilder tree = TimesText.named(outage.name()).text("machine", outage.machine());
        TimesText.put(tree, outage.times());
        if (outage.nodes() != Outage.WHOLE) {
            tree.number("nodes", outage.nodes());
        }
        if (!outage.pool().isEmpty()) {
            tree.text("pool", outage.pool());
        }
        return tree.text("onBegin", outage.onBegin().name().toLowerCase(Locale.ROOT)).mapping();
    }

    private static Node report(ReportPlan report) {
        TreeBuilder tree =
                new TreeBuilder()
                        .list("by", texts(report.by()))
                        .list("policies", texts(report.policies()))
                        .text("compareTo", report.compareTo());
        if (!report.metrics().isEmpty()) {
            tree.list("metrics", texts(report.metrics()));
        }
        return tree.list("figures", texts(report.figures()))
                .text("folder", report.folder())
                .flag("parquet", report.asParquet())
                .mapping();
    }

    private static List<Node> texts(List<String> words) {
        return words.stream().map(TreeBuilder::ofText).toList();
    }
}
