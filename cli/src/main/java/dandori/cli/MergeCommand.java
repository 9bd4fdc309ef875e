package dandori.cli;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Shard;
import dandori.report.StudyFolder;
import dandori.report.StudyMerge;
import dandori.results.FolderLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori merge}: makes one study of shards. */
@Command(
        name = "merge",
        description = "Puts the shards of a study together, as if it had been run at once.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  dandori merge results/my-study/shards/*-of-4 --out results/my-study",
            "",
            "The shards' folders are all that is needed, with the scenario's machine and model files;",
            "its traces are not."
        })
final class MergeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RESULTS",
            arity = "1..*",
            description = "The folders that 'run --shard' has left.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The results folder of the study.")
    private Path out = Path.of("");

    @Mixin private JsonOptions print = new JsonOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    MergeCommand() {}

    @Override
    public Integer call() throws IOException {
        long began = System.nanoTime();
        CommandSpec command = Objects.requireNonNull(spec);
        ExperimentResult result =
                merged(folders, out, command.commandLine().getParseResult().originalArgs(), began);
        PrintWriter standard = command.commandLine().getOut();
        standard.print(RunCommand.text(result, out, print.json, Terminal.isStandardOutput()));
        standard.flush();
        return 0;
    }

    /** Puts shards together into a folder that nobody else writes into. */
    private static ExperimentResult merged(
            List<Path> folders, Path out, List<String> words, long began) throws IOException {
        for (Path folder : folders) {
            if (folder.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
                throw new WrongCallException(
                        "--out: '%s' is one of the shards.".formatted(out), "another folder.");
            }
        }
        StudyMerge merge = StudyMerge.of(folders, Version.ofProgram());
        refuse(StudyFolder.refusal(out, merge.variants().first(), Shard.WHOLE));
        try (FolderLock held = Folders.take(out)) {
            Objects.requireNonNull(held);
            return merge.into(out, words, RunWords.threads(null), began);
        }
    }

    private static void refuse(Optional<String> why) {
        if (why.isPresent()) {
            throw new WrongCallException(why.get(), "--out with another folder.");
        }
    }
}
