package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.journal.StudyReader;
import dandori.results.DamagedResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A study as its folder keeps it: the scenario, what each cell came to, and what was said of traces
 * when it was run. No trace is read.
 */
public final class KeptStudy {

    private KeptStudy() {}

    /** Whether a folder holds a study that is complete. */
    public static boolean isComplete(Path folder) throws IOException {
        Path manifest = folder.resolve("manifest.json");
        boolean isStudy = Files.isRegularFile(folder.resolve("scenario.yaml"));
        return isStudy
                && Files.isRegularFile(manifest)
                && json(manifest).path("state").asString("").equals("complete");
    }

    /**
     * Reads a study.
     *
     * @param folder its folder, complete
     * @param settings values that take the place of the scenario's; below {@code report} only
     * @throws dandori.scenario.text.ScenarioException if a setting is wrong
     * @throws DamagedResultsException if a file is missing or broken
     */
    public static ExperimentResult read(Path folder, List<String> settings) throws IOException {
        return StudyReader.read(folder, settings);
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (JacksonException | NoSuchFileException broken) {
            throw new DamagedResultsException(file);
        }
    }
}
