package dandori.cli;

import dandori.generate.Demand;
import dandori.generate.Figure;
import dandori.generate.Generator;
import dandori.generate.Generators;
import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.scenario.key.OptionValues;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Jobs of a model that is known by name. */
final class ModelTrace {

    private ModelTrace() {}

    /**
     * Draws them.
     *
     * @throws WrongCallException if there is no such model, or too many jobs
     * @throws ScenarioException if options are wrong
     */
    static GeneratedTrace of(String model, GenerateOptions asked) {
        List<String> known = Generators.all().stream().map(Generator::name).toList();
        Generator generator =
                Generators.named(model)
                        .orElseThrow(() ->
                                new WrongCallException(
                                        "MODEL: there is no model '%s'.".formatted(model),
                                        NearestName.maybe(model, known)));
        Demand demand = asked.demand();
        Options options = options(generator, asked, demand.machineNodes());
        checkCount(generator.expectedJobs(options, demand), asked);
        WorkloadBuilder jobs = new WorkloadBuilder(model).origin(demand.start());
        List<Figure> figures = generator.generate(options, demand, jobs);
        return new GeneratedTrace(
                jobs.build(),
                demand.machineNodes(),
                "model '%s'".formatted(model),
                notes(generator, options, asked, demand),
                figures);
    }

    private static Options options(Generator generator, GenerateOptions asked, int machineNodes) {
        Issues issues = new Issues();
        Node root = new Mapping("", 0, Map.of());
        for (String text : asked.settings) {
            Setting setting = Setting.of(text, issues);
            root = setting == null ? root : setting.applyTo(root, issues);
        }
        Options options =
                OptionValues.read(
                        "model '" + generator.name() + "'",
                        generator.options(),
                        (Mapping) root,
                        List.of(),
                        issues);
        if (issues.isEmpty()) {
            generator
                    .conflicts(options, machineNodes)
                    .forEach((option, sentence) -> issues.add(option, 0, sentence, null));
        }
        if (!issues.isEmpty()) {
            throw new ScenarioException("The call", issues.list());
        }
        return options;
    }

    private static void checkCount(double expected, GenerateOptions asked) {
        if (expected > Generators.MOST_JOBS) {
            throw new WrongCallException(
                    String.format(
                            Locale.ROOT,
                            "%s: makes %.3g jobs, but %,.0f are the most.",
                            asked.load == null ? "--jobs-per-day" : "--load",
                            expected,
                            Generators.MOST_JOBS),
                    "a smaller load, longer or larger jobs, or fewer days.");
        }
    }

    private static List<String> notes(
            Generator generator, Options options, GenerateOptions asked, Demand demand) {
        List<String> notes = new ArrayList<>();
        String source = generator.source().isEmpty() ? "" : " (" + generator.source() + ")";
        notes.add("Model %s%s: %s".formatted(generator.name(), source, generator.says()));
        notes.add(
                "%s %s, %s days, seed %d"
                        .formatted(
                                demand.measure() == Demand.Measure.LOAD
                                        ? "Expected load"
                                        : "Expected jobs a day:",
                                Scalars.plain(demand.amount()),
                                Scalars.plain(asked.days),
                                asked.seed));
        Map<String, Node> written = OptionValues.write(generator.options(), options);
        notes.add("Options: " + flat(generator.options(), written));
        return notes;
    }

    private static String flat(List<Option> options, Map<String, Node> written) {
        List<String> parts = new ArrayList<>();
        Mapping mapping = new Mapping("", 0, written);
        for (Option option : options) {
            Node node = OptionValues.at(mapping, option.name());
            if (node instanceof Scalar value) {
                parts.add(option.name() + "=" + value.text());
            }
        }
        return String.join(" ", parts);
    }
}
