package dandori.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What says which log drawn jobs are like. */
final class LikeOptions {

    @Option(
            names = "--like",
            paramLabel = "TRACE",
            description = "Fit a model to this log, and say how well the jobs drawn fit.")
    @Nullable Path like;

    @Option(
            names = "--fit",
            paramLabel = "MODEL",
            description = "Draw from a model that was written with --fit-out.")
    @Nullable Path fit;

    @Option(
            names = "--fit-out",
            paramLabel = "FILE",
            description = "Write the fitted model here, as JSON.")
    @Nullable Path fitOut;

    /** For picocli. */
    LikeOptions() {}

    /** Whether jobs are to be like those of a log. */
    boolean isGiven() {
        return like != null || fit != null;
    }
}
