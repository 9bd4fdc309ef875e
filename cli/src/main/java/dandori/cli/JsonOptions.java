package dandori.cli;

import picocli.CommandLine.Option;

/** What commands that give figures have in common. */
final class JsonOptions {

    @Option(
            names = "--json",
            description = "Print one JSON document on standard output, and nothing else there.")
    boolean json;

    @Option(names = "--stacktrace", description = "Print a stack trace when something goes wrong.")
    boolean stackTrace;

    /** For picocli. */
    JsonOptions() {}
}
