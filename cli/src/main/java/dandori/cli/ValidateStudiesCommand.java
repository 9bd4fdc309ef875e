package dandori.cli;

import dandori.results.JsonText;
import dandori.results.WholeFile;
import dandori.scenario.text.NearestName;
import dandori.validation.FilePlaces;
import dandori.validation.PublishedStudy;
import dandori.validation.ShippedStudies;
import dandori.validation.StudyReader;
import dandori.validation.TemporaryFolder;
import dandori.validation.ValidatedStudy;
import dandori.validation.Validation;
import dandori.validation.ValidationPage;
import dandori.validation.ValidationText;
import dandori.validation.ValidationTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori validate-studies}: published results, reproduced. */
@Command(
        name = "validate-studies",
        description =
                "Makes the runs of published studies and holds what comes out against what was"
                        + " printed, figure by figure and schedules job by job.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "A study whose traces are not there is skipped, and it is said which file is missing.",
            "",
            "Examples:",
            "  dandori validate-studies --only graham-1969",
            "  dandori validate-studies my-study --traces logs",
            "  dandori validate-studies --traces logs --write docs/validation.md",
            "",
            "Exit status: 0 all hold, or differ as is known; 2 a study is wrong; 3 a figure differs."
        })
final class ValidateStudiesCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..*",
            description =
                    "Folders of studies, each with a study.yaml, or folders of such folders. Default:"
                            + " the studies that come along.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--traces",
            paramLabel = "DIR",
            description =
                    "Where files are that a study does not bring along, by path or name; may be"
                            + " repeated. Left out: what needs them is skipped, aloud.")
    private List<Path> traces = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "Only the study of this name; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--write",
            paramLabel = "PAGE.md",
            description =
                    "Writes a page with the studies anew, as docs/validation.md; what was skipped stays"
                            + " there as it is.")
    private @Nullable Path page;

    @Mixin private OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    ValidateStudiesCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        traces.forEach(ValidateStudiesCommand::checkFolder);
        String before = page == null ? "" : textBefore(page);
        List<ValidatedStudy> studies;
        try (TemporaryFolder files = new TemporaryFolder("dandori-studies")) {
            List<PublishedStudy> chosen = chosen(files.path());
            studies = validated(chosen, new FilePlaces(traces), err);
        }
        if (page != null) {
            WholeFile.write(page, ValidationPage.of(before, studies));
        }
        out.print(
                output.print.json
                        ? JsonText.of(ValidationTree.of(studies))
                        : ValidationText.of(studies));
        return studies.stream().allMatch(ValidatedStudy::holds) ? 0 : Failures.CHECK_FAILED;
    }

    private static String textBefore(Path page) throws IOException {
        FreePlace.check("--write", page, true);
        try {
            return Files.exists(page) ? Files.readString(page) : "";
        } catch (CharacterCodingException otherText) {
            throw new WrongCallException(
                    "--write: '%s' is no text in UTF-8.".formatted(page), "another name.");
        }
    }

    private static void checkFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WrongCallException(
                    "--traces: there is no folder '%s'.".formatted(folder), null);
        }
    }

    private List<ValidatedStudy> validated(
            List<PublishedStudy> studies, FilePlaces places, PrintWriter err) throws IOException {
        int runs = studies.stream().mapToInt(study -> study.runs().size()).sum();
        AtomicInteger done = new AtomicInteger();
        Validation validation = new Validation(new ProgramCalls(), places);
        List<ValidatedStudy> validated = new ArrayList<>();
        try (Progress shown = Progress.begin(output.progress, "validating", err)) {
            for (PublishedStudy study : studies) {
                validated.add(
                        validation.validate(study, () -> shown.at(done.incrementAndGet(), runs)));
            }
        }
        return validated;
    }

    private List<PublishedStudy> chosen(Path files) throws IOException {
        List<PublishedStudy> all =
                folders.isEmpty() ? ShippedStudies.in(files) : StudyReader.readAll(folders);
        List<String> names = all.stream().map(PublishedStudy::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new WrongCallException(
                        "--only: there is no study '%s'.".formatted(name),
                        NearestName.maybe(name, names));
            }
        }
        return all.stream().filter(study -> only.isEmpty() || only.contains(study.name())).toList();
    }
}
