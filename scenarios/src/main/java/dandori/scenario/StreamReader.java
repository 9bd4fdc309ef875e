package dandori.scenario;

import dandori.engine.RandomStreams;
import dandori.fit.FittedGenerator;
import dandori.generate.Demand;
import dandori.generate.Generator;
import dandori.generate.Generators;
import dandori.generate.Thinning;
import dandori.job.Shape;
import dandori.machine.Machine;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.scenario.key.OptionValues;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Sections;
import dandori.scenario.key.ShapeRule;
import dandori.scenario.key.Values;
import dandori.scenario.key.WorkloadSections;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the streams of a workload. */
final class StreamReader {

    private static final List<String> COMMON =
            List.of("model", "load", "jobsPerDay", "fit", "thin", "drawnAs");

    private final StreamRequestReader requests;
    private final TraceStreamReader traces;
    private final SnapshotStreamReader snapshots;
    private final FittedFileReader fits;
    private final OrganizationReader organizations;
    private final Issues issues;
    private final List<Generator> generators = Generators.all();
    private final Map<GeneratedStream, Mapping> generated = new LinkedHashMap<>();

    StreamReader(Path folder, OrganizationReader organizations, Issues issues) {
        this.requests = new StreamRequestReader(issues);
        this.traces = new TraceStreamReader(folder, organizations, requests, issues);
        this.snapshots = new SnapshotStreamReader(organizations, requests, traces::file, issues);
        this.fits = new FittedFileReader(traces, issues);
        this.organizations = organizations;
        this.issues = issues;
    }

    List<Stream> streams(List<Node> nodes) {
        List<Stream> streams = new ArrayList<>();
        for (Node node : nodes) {
            Values values = Values.of(Sections.STREAM, node, issues);
            Node trace = values.node("trace");
            Node generate = values.node("generate");
            Node snapshot = values.node("snapshot");
            if (snapshot != null && (trace != null || generate != null)) {
                issues.add(
                        snapshot,
                        "a stream has a 'snapshot', a 'trace' or 'generate', but not two of them.",
                        "make two streams of it.");
            } else if (snapshot != null) {
                streams.add(snapshots.read(values, snapshot));
            } else if (trace != null && generate != null) {
                issues.add(
                        generate,
                        "a stream has a 'trace' or 'generate', but not both.",
                        "make two streams of it.");
            } else if (trace != null) {
                streams.add(traces.read(values, trace));
            } else if (generate != null) {
                Stream stream = generate(values, generate);
                if (stream != null) {
                    streams.add(stream);
                }
            } else if (!values.isUnbuilt()) {
                issues.add(node, "'trace' or 'generate' is missing.", "generate: {load: 0.7}");
            }
        }
        return streams;
    }

    private @Nullable Stream generate(Values stream, Node node) {
        Node organizationNode = stream.node("organization");
        String organization =
                organizationNode == null ? null : organizations.named(organizationNode);
        if (organizationNode == null) {
            issues.add(
                    stream.mapping(),
                    "whose jobs are these? 'organization' is missing.",
                    "organization: a-name");
        }
        Values values = Values.of(Sections.GENERATE, node, issues);
        FittedFile fit = fits.read(values);
        String model = fit == null ? values.name("model") : GeneratedStream.FITTED;
        List<Option> declared = fit == null ? options(values, model) : FittedGenerator.declared();
        if (declared == null || model == null) {
            return null;
        }
        checkMeasure(values, node);
        Options options =
                OptionValues.read(
                        fit == null ? "model '" + model + "'" : "a fitted model",
                        declared,
                        values.mapping(),
                        COMMON,
                        issues);
        StreamRequest request = requests.read(stream, organization);
        String drawnAs = values.name("drawnAs");
        String whose = organization == null ? "" : organization;
        GeneratedStream read =
                new GeneratedStream(
                        whose,
                        drawnAs == null ? whose : drawnAs,
                        model,
                        fit,
                        values.has("load") ? Demand.Measure.LOAD : Demand.Measure.JOBS_PER_DAY,
                        values.has("load") ? values.number("load") : values.number("jobsPerDay"),
                        sized(options, request.shape(), values.mapping()),
                        thinning(values.node("thin")),
                        request);
        generated.put(read, values.mapping());
        return read;
    }

    /** The options of the generator of a name; null if there is none. */
    private @Nullable List<Option> options(Values values, @Nullable String model) {
        Optional<Generator> generator =
                generators.stream().filter(known -> known.name().equals(model)).findFirst();
        Node node = values.node("model");
        if (generator.isEmpty() && model != null && node != null) {
            issues.addUnknown(
                    node,
                    "there is no model '" + model + "'.",
                    model,
                    generators.stream().map(Generator::name).toList());
        }
        return generator.map(Generator::options).orElse(null);
    }

    private void checkMeasure(Values values, Node node) {
        if (values.has("load") == values.has("jobsPerDay")) {
            issues.add(
                    node,
                    values.has("load")
                            ? "'load' and 'jobsPerDay' both say how many jobs come."
                            : "'load' or 'jobsPerDay' is missing.",
                    values.has("load") ? "delete one of the two." : "load: 0.7");
        }
    }

    private @Nullable Thinning thinning(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        Values values = Values.of(WorkloadSections.THIN, node, issues);
        return values.has("upTo") && values.has("by") && values.count("by") > 1
                ? new Thinning(values.count("upTo"), values.count("by"))
                : null;
    }

    /** The options with the sizes of the one box that all jobs ask for, if they do. */
    private Options sized(Options options, @Nullable ShapeRule shape, Mapping mapping) {
        Shape box = shape == null ? null : shape.fixed();
        if (box == null) {
            return options;
        }
        Map<String, Double> values = new TreeMap<>(options.values());
        for (String name : List.of("nodes.min", "nodes.max")) {
            Node node = OptionValues.at(mapping, name);
            Node sizes = OptionValues.at(mapping, "nodes");
            boolean isGiven = node != mapping && node != sizes;
            Double old = values.put(name, (double) box.nodes());
            if (old == null || isGiven && old != box.nodes()) {
                issues.add(
                        node,
                        old == null
                                ? "this model has no '%s', so its jobs cannot all have one shape."
                                        .formatted(name)
                                : "jobs of the shape %s have %d nodes, but this says %s."
                                        .formatted(box, box.nodes(), Scalars.plain(old)),
                        "leave '%s' out.".formatted(old == null ? "shape" : name));
            }
        }
        return new Options(values);
    }

    /** Checks the boxes of streams, once all else is right. */
    void checkShapes(
            List<Organization> named,
            List<Machine> machines,
            List<PolicyParts> policies,
            KnownParts parts) {
        if (issues.isEmpty()) {
            requests.checkShapes(named, machines, new ShapeChecks(policies, parts, issues));
        }
    }

    /**
     * Checks what can be checked only when homes and the length are known, and nothing else is
     * wrong.
     */
    void checkAmounts(List<Organization> named, List<Machine> machines, RunPlan run) {
        requests.check(named, machines);
        if (!issues.isEmpty()) {
            return;
        }
        generated.forEach((stream, mapping) -> {
            checkDrawnAs(stream, mapping, named);
            String home =
                    named.stream()
                            .filter(organization ->
                                    organization.name().equals(stream.organization()))
                            .map(Organization::home)
                            .findFirst()
                            .orElse("");
            int nodes =
                    machines.stream()
                            .filter(machine -> machine.name().equals(home))
                            .mapToInt(Machine::nodes)
                            .findFirst()
                            .orElse(1);
            checkAmount(stream, mapping, nodes, run);
        });
    }

    private void checkDrawnAs(GeneratedStream stream, Mapping mapping, List<Organization> named) {
        List<String> names = named.stream().map(Organization::name).toList();
        if (!names.contains(stream.drawnAs())) {
            issues.addUnknown(
                    OptionValues.at(mapping, "drawnAs"),
                    "there is no organization '" + stream.drawnAs() + "'.",
                    stream.drawnAs(),
                    names);
        }
    }

    private void checkThinning(@Nullable Thinning thinning, Mapping mapping, int nodes) {
        if (thinning != null && (long) thinning.upTo() * thinning.by() > nodes) {
            issues.add(
                    mapping.path() + ".thin.by",
                    OptionValues.at(mapping, "thin.by").line(),
                    String.format(
                            Locale.ROOT,
                            "makes jobs of %,d nodes ones of %,d, but the machine has %,d.",
                            thinning.upTo(),
                            (long) thinning.upTo() * thinning.by(),
                            nodes),
                    "a smaller 'upTo' or 'by'.");
        }
    }

    private void checkAmount(GeneratedStream stream, Mapping mapping, int nodes, RunPlan run) {
        Generator generator = stream.knownGenerator();
        if (generator == null) {
            return;
        }
        Map<String, String> conflicts = generator.conflicts(stream.options(), nodes);
        conflicts.forEach((name, sentence) ->
                issues.add(
                        mapping.path() + "." + name,
                        OptionValues.at(mapping, name).line(),
                        sentence,
                        null));
        checkThinning(stream.thinning(), mapping, nodes);
        if (!conflicts.isEmpty() || run.start() == null || run.lengthMillis() == null) {
            return;
        }
        double jobs =
                generator.expectedJobs(
                        stream.options(),
                        new Demand(
                                stream.organization(),
                                0,
                                nodes,
                                run.start(),
                                run.lengthMillis(),
                                stream.measure(),
                                stream.amount(),
                                new RandomStreams(1)));
        if (jobs > Generators.MOST_JOBS) {
            issues.add(
                    mapping,
                    String.format(
                            Locale.ROOT,
                            "makes %.3g jobs, but %,.0f are the most.",
                            jobs,
                            Generators.MOST_JOBS),
                    "a smaller 'load' or 'jobsPerDay', longer or larger jobs, or a shorter run.");
        }
    }
}
