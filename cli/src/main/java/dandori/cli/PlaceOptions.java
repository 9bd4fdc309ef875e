package dandori.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where jobs run, and what that does to them. */
final class PlaceOptions {

    @Option(
            names = "--groups",
            description =
                    "The machine's resource groups hold, with their nodes, limits and windows."
                            + " Default: it is one pool.")
    boolean groups;

    @Option(
            names = "--placement",
            paramLabel = "NAME",
            completionCandidates = Choices.OfPlacement.class,
            description =
                    "On which nodes: count (a number), first-fit, leaf-packing, rail-packing,"
                            + " torus:shelf, random:SEED, … (dandori catalogue policies). Default: that"
                            + " of the machine's file; else count, or, with --groups or --network,"
                            + " what suits the wiring.")
    @Nullable String placement;

    @Option(
            names = "--network",
            paramLabel = "KIND",
            defaultValue = "none",
            description =
                    "What it costs jobs that communicate to lie apart: none; static, by where they"
                            + " lie; max-min, also by who uses the same links. Needs --communication."
                            + " Default: none.")
    String network = "none";

    @Option(
            names = "--communication",
            paramLabel = "PATTERN:AMOUNT",
            description =
                    "What every job of 2 nodes or more sends, since no log tells it:"
                            + " ring-all-reduce:10GB a node over its whole run,"
                            + " all-to-all:1GB/s a node in each second.")
    @Nullable String communication;

    /** For picocli. */
    PlaceOptions() {}
}
