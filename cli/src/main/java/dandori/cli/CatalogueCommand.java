package dandori.cli;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.spi.Option;
import dandori.policy.spi.PartProvider;
import dandori.policy.spi.Parts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
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
        footer = {"", "Example:", "  dandori catalogue policies"})
final class CatalogueCommand implements Callable<Integer> {

    /** What can be listed so far. */
    enum Topic {
        /** The parts of policies. */
        POLICIES
    }

    /** Words of {@code replay --backfill} that are no parts of their own. */
    private static final String OF_REPLAY =
            """
              clairvoyant    A bound: EASY that is told the exact run times (replay --backfill).
              depth:K        Depth with K reservations (replay --backfill).
            """;

    @Parameters(
            paramLabel = "TOPIC",
            arity = "0..1",
            defaultValue = "POLICIES",
            description = "What to list: policies.")
    private Topic topic = Topic.POLICIES;

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    CatalogueCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        switch (topic) {
            case POLICIES -> policies(out);
        }
        return 0;
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
    }

    private static <T> void list(String title, Class<T> kind, PrintWriter out) {
        out.println((kind == Order.class ? "" : "\n") + title);
        for (PartProvider<T> provider : Parts.of(kind)) {
            out.printf(Locale.ROOT, "  %-14s %s%n", provider.name(), provider.says());
            if (!provider.source().isEmpty()) {
                out.printf(Locale.ROOT, "  %-14s   %s%n", "", provider.source());
            }
            for (Option option : provider.options()) {
                out.printf(
                        Locale.ROOT,
                        "  %-14s   %s: %s%n  %-14s     %s%n",
                        "",
                        option.name(),
                        option.sentence(),
                        "",
                        option.defaultText() == null
                                ? "Must be given."
                                : "Default: " + option.defaultText() + ".");
            }
        }
    }
}
