package dandori.cli;

import dandori.catalogue.Catalogue;
import dandori.catalogue.LanguageModel;
import dandori.catalogue.ModelCatalogue;
import dandori.catalogue.OrganizationCatalogue;
import dandori.catalogue.OrganizationProfile;
import dandori.catalogue.OrganizationProject;
import dandori.generate.Generator;
import dandori.generate.Generators;
import dandori.machine.Machine;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Preemption;
import dandori.policy.RoutingRule;
import dandori.policy.spi.Option;
import dandori.policy.spi.PartProvider;
import dandori.policy.spi.Parts;
import dandori.results.JsonText;
import dandori.scenario.KnownParts;
import dandori.scenario.schema.ScenarioSchema;
import dandori.scenario.text.NearestName;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori catalogue}: what there is to choose from. */
@Command(
        name = "catalogue",
        description = "Lists what there is to choose from.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  dandori catalogue policies",
            "  dandori catalogue generators",
            "  dandori catalogue machines",
            "  dandori catalogue machines fugaku > ours.yaml",
            "  dandori catalogue models",
            "  dandori catalogue organizations riken",
            "  dandori catalogue schema > scenario.schema.json",
            "",
            "With a NAME it prints the file, to be changed and used as 'from: ours.yaml'."
        })
final class CatalogueCommand implements Callable<Integer> {

    /** What can be listed so far. */
    enum Topic {
        /** Models that draw jobs. */
        GENERATORS,
        /** Machines that are known by name. */
        MACHINES,
        /** Language models that are known by name. */
        MODELS,
        /** Organizations that compute. */
        ORGANIZATIONS,
        /** The parts of policies. */
        POLICIES,
        /** The JSON Schema of scenario files. */
        SCHEMA
    }

    /** Words of {@code replay --backfill} that are no parts of their own. */
    private static final String OF_REPLAY =
            """
              clairvoyant    A bound: EASY that is told the exact run times (replay --backfill).
              depth:K        Depth with K reservations (replay --backfill).
            """;

    @Parameters(
            paramLabel = "TOPIC",
            index = "0",
            arity = "0..1",
            defaultValue = "POLICIES",
            description =
                    "What to list: generators, machines, models, organizations or policies; or"
                            + " schema, the JSON Schema of scenario files, by which editors check"
                            + " them.")
    private Topic topic = Topic.POLICIES;

    @Parameters(
            paramLabel = "NAME",
            index = "1",
            arity = "0..1",
            description = "A machine, model or organization, whose file is printed.")
    private @Nullable String name;

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    CatalogueCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (name != null && topic == Topic.SCHEMA) {
            throw new WrongCallException(
                    "NAME: there is one schema, but '%s' is named.".formatted(name),
                    "leave it out.");
        }
        if (name != null && (topic == Topic.POLICIES || topic == Topic.GENERATORS)) {
            throw new WrongCallException(
                    "NAME: %s are not printed one by one, but '%s' is named."
                            .formatted(topic.name().toLowerCase(Locale.ROOT), name),
                    "leave it out.");
        }
        switch (topic) {
            case GENERATORS -> generators(out);
            case MACHINES -> machines(out);
            case MODELS -> models(out);
            case ORGANIZATIONS -> organizations(out);
            case POLICIES -> policies(out);
            case SCHEMA -> out.print(JsonText.of(ScenarioSchema.tree(KnownParts.found())));
        }
        return 0;
    }

    private void machines(PrintWriter out) {
        if (name != null) {
            if (!Catalogue.names().contains(name)) {
                throw new WrongCallException(
                        "there is no machine '%s' in the catalogue.".formatted(name),
                        NearestName.maybe(name, Catalogue.names()));
            }
            out.print(Catalogue.text(name));
            return;
        }
        out.print(row("Machine", "Units", "Wiring", "What it is"));
        for (String known : Catalogue.names()) {
            Machine machine = Catalogue.machine(known);
            out.print(
                    row(
                            known,
                            String.format(Locale.ROOT, "%,d", machine.nodes()),
                            machine.interconnect().kind(),
                            machine.specification().title()));
        }
    }

    private void models(PrintWriter out) {
        if (name != null) {
            if (!ModelCatalogue.names().contains(name)) {
                throw new WrongCallException(
                        "there is no model '%s' in the catalogue.".formatted(name),
                        NearestName.maybe(name, ModelCatalogue.names()));
            }
            out.print(ModelCatalogue.text(name));
            return;
        }
        int[] widths = {22, 12, 10, 52};
        out.print(CellText.row(widths, List.of("Model", "Parameters", "Tokens", "What it is")));
        for (String known : ModelCatalogue.names()) {
            LanguageModel model = ModelCatalogue.model(known);
            String tokens = model.training().text("tokens");
            out.print(
                    CellText.row(
                            widths,
                            List.of(
                                    known,
                                    model.shape().text("parameters"),
                                    tokens.isEmpty() ? "–" : tokens,
                                    model.title() + ", " + model.organization())));
        }
    }

    private void organizations(PrintWriter out) {
        if (name != null) {
            if (!OrganizationCatalogue.names().contains(name)) {
                throw new WrongCallException(
                        "there is no organization '%s' in the catalogue.".formatted(name),
                        NearestName.maybe(name, OrganizationCatalogue.names()));
            }
            out.print(OrganizationCatalogue.text(name));
            return;
        }
        int[] widths = {20, 38, 38};
        out.print(CellText.row(widths, List.of("Organization", "Projects", "What it is")));
        for (String known : OrganizationCatalogue.names()) {
            OrganizationProfile its = OrganizationCatalogue.organization(known);
            String projects =
                    its.projects().stream()
                            .map(OrganizationProject::title)
                            .collect(Collectors.joining(", "));
            String jobs = String.join(", ", its.archetypes().all().keySet());
            out.print(
                    CellText.row(
                            widths,
                            List.of(
                                    known,
                                    projects.isEmpty() ? "–" : projects,
                                    its.title() + (jobs.isEmpty() ? "" : "; jobs: " + jobs))));
        }
    }

    private static String row(String machine, String units, String wiring, String title) {
        String right = " ".repeat(7 - units.length()) + units;
        return CellText.row(
                new int[] {18, 7, 0, 14, 0, 52}, List.of(machine, right, "", wiring, "", title));
    }

    private static void policies(PrintWriter out) {
        list("Orders: who comes first in the queue", Order.class, out);
        out.println("  (s submit time, w wait, n nodes, e estimate of the run time)");
        list("Backfills: who starts, in order and out of it", Backfill.class, out);
        out.print(OF_REPLAY);
        list("Placements: on which nodes", Placement.class, out);
        if (!Parts.of(Admission.class).isEmpty()) {
            list("Admissions: who may be considered", Admission.class, out);
        }
        list("Preemptions: which running jobs make way", Preemption.class, out);
        list("Routings: to which of several machines", RoutingRule.class, out);
    }

    private static <T> void list(String title, Class<T> kind, PrintWriter out) {
        out.println((kind == Order.class ? "" : "\n") + title);
        for (PartProvider<T> provider : Parts.of(kind)) {
            boolean isLong = provider.name().length() > 14; // says what it is in the next line
            if (isLong) {
                out.println("  " + provider.name());
            }
            print(isLong ? "" : provider.name(), 1, provider.says(), out);
            if (!provider.source().isEmpty()) {
                print("", 3, provider.source(), out);
            }
            options(provider.options(), out);
        }
    }

    private static void generators(PrintWriter out) {
        out.println("Generators: models that draw jobs (generate: {model: …}; dandori generate)");
        for (Generator generator : Generators.all()) {
            print(generator.name(), 1, generator.says(), out);
            if (!generator.source().isEmpty()) {
                print("", 3, generator.source(), out);
            }
            options(generator.options(), out);
        }
    }

    private static void options(List<Option> options, PrintWriter out) {
        for (Option option : options) {
            print("", 3, option.name() + ": " + option.sentence(), out);
            String text = option.defaultText();
            print("", 5, text == null ? "Must be given." : "Default: " + text + ".", out);
        }
    }

    /** A name, and words beside it, in as many lines as they need. */
    private static void print(String name, int indent, String words, PrintWriter out) {
        String left = "  %-14s".formatted(name);
        for (String line : CellText.wrapped(words, 83 - indent)) {
            out.println(left + " ".repeat(indent) + line);
            left = " ".repeat(16);
        }
    }
}
