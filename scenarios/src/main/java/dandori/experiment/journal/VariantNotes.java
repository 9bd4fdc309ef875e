package dandori.experiment.journal;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Study;
import dandori.experiment.VariantWorkloads;
import dandori.results.DamagedResultsException;
import dandori.results.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code cells/variants.jsonl}: a line for each variant that has cells in the folder of a study, in
 * order of their numbers. The dictionary is docs/data/variants.md.
 */
public final class VariantNotes {

    /** The file's place in the folder of a study. */
    public static final String NAME = "cells/variants.jsonl";

    private VariantNotes() {}

    /** Those of an experiment, whose traces have been read. */
    public static List<VariantNote> of(ExperimentResult result, VariantWorkloads workloads) {
        return result.studies().stream()
                .map((Study study) ->
                        VariantNote.of(
                                study, result.experiment(), workloads.of(study.variant()).origin()))
                .toList();
    }

    /** Writes them into the folder of a study. */
    public static void write(Path study, List<VariantNote> notes) throws IOException {
        WholeFile.write(
                study.resolve(NAME),
                notes.stream()
                        .map(note -> VariantLine.of(note) + "\n")
                        .collect(Collectors.joining()));
    }

    /**
     * Those in the folder of a study.
     *
     * @throws DamagedResultsException if there are none, or they cannot be understood
     */
    public static List<VariantNote> read(Path study) throws IOException {
        Path file = study.resolve(NAME);
        if (!Files.exists(file)) {
            throw new DamagedResultsException(file);
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> VariantLine.read(JsonMapper.shared().readTree(line)))
                    .toList();
        } catch (JacksonException
                | CharacterCodingException
                | IllegalArgumentException
                | java.time.DateTimeException broken) {
            throw new DamagedResultsException(file);
        }
    }
}
