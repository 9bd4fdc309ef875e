package dandori.cli;

import picocli.CommandLine.Option;

/** What commands that work for long or give figures have in common. */
final class OutputOptions {

    @Option(
            names = "--progress",
            paramLabel = "FORM",
            defaultValue = "AUTO",
            description =
                    "How progress is shown: auto, bar, plain or none. Default: auto, a bar on terminals.")
    Progress.Form progress = Progress.Form.AUTO;

    @Option(
            names = "--json",
            description = "Print one JSON document on standard output, and nothing else there.")
    boolean json;

    @Option(names = "--stacktrace", description = "Print a stack trace when something goes wrong.")
    boolean stackTrace;

    /** For picocli. */
    OutputOptions() {}
}
