package dandori.validation;

import dandori.statistics.StudentInterval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the runs of a study and compares.
 *
 * @param program who answers the calls
 * @param places where files are
 */
public record Validation(Program program, FilePlaces places) {

    /** Told of each run that is done. */
    public interface Listener {

        /** A run is done, or was skipped. */
        void runDone();
    }

    /**
     * What the runs of a study come to.
     *
     * @throws IOException if a folder for what a run writes cannot be made, or a file not be read
     */
    public ValidatedStudy validate(PublishedStudy study, Listener listener) throws IOException {
        List<ComparedFigure> figures = new ArrayList<>();
        for (ComparedRun run : study.runs()) {
            figures.addAll(compared(study, run));
            listener.runDone();
        }
        return new ValidatedStudy(study, figures);
    }

    private List<ComparedFigure> compared(PublishedStudy study, ComparedRun run)
            throws IOException {
        Comparing comparing = new Comparing(run);
        Map<String, Path> found = new LinkedHashMap<>();
        for (String name : run.files()) {
            NeededFile file = study.file(name);
            Optional<Path> at = places.find(study, file);
            if (at.isEmpty()) {
                return comparing.skipped(file.missing());
            }
            String wrong = FilePlaces.wrong(file, at.get());
            if (!wrong.isEmpty()) {
                return comparing.failed(wrong);
            }
            found.put(name, at.get());
        }
        QueueModel queue = run.queue();
        return queue == null ? called(run, found, comparing) : queued(queue, comparing);
    }

    private static List<ComparedFigure> queued(QueueModel queue, Comparing comparing) {
        Map<String, StudentInterval> figures = new QueueRun(queue).figures();
        return comparing.intervals(figures);
    }

    private List<ComparedFigure> called(
            ComparedRun run, Map<String, Path> found, Comparing comparing) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder("dandori-validation")) {
            Path out = folder.path().resolve("out");
            Program.Answer answer = program.call(call(run, found, out));
            if (answer.status() != 0) {
                return comparing.failed(oneLine(answer.err()));
            }
            List<ComparedFigure> figures =
                    new ArrayList<>(comparing.figures(AnswerFigures.of(answer.out())));
            PublishedStarts starts = run.starts();
            if (starts != null) {
                Path expected = found.getOrDefault(starts.file(), out);
                figures.add(comparing.starts(starts, expected, out.resolve("jobs.csv.gz")));
            }
            return figures;
        }
    }

    private static List<String> call(ComparedRun run, Map<String, Path> found, Path out) {
        List<String> words =
                new ArrayList<>(run.words(name -> found.getOrDefault(name, out).toString()));
        String command = words.get(0);
        if (command.equals("run") || run.starts() != null) {
            words.addAll(List.of("--out", out.toString()));
        }
        if (command.equals("run") || command.equals("replay")) {
            words.addAll(List.of("--progress", "none"));
        }
        words.add("--json");
        return words;
    }

    private static String oneLine(String message) {
        return message.strip().replaceFirst("^dandori: ", "").replaceAll("\\s+", " ");
    }
}
