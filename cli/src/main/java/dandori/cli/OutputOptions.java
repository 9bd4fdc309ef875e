package dandori.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands that work for long have in common. */
final class OutputOptions {

    @Option(
            names = "--progress",
            paramLabel = "FORM",
            defaultValue = "AUTO",
            description =
                    "How progress is shown: auto, bar, plain or none. Default: auto, a bar on terminals.")
    Progress.Form progress = Progress.Form.AUTO;

    @Mixin JsonOptions print = new JsonOptions();

    /** For picocli. */
    OutputOptions() {}
}
