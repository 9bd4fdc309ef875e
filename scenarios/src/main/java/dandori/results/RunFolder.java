package dandori.results;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of one run: of a replay, or of a cell of a study.
 *
 * @param folder where its files are
 * @param policy its policy; empty of a replay
 * @param seed its seed; 0 of a replay
 */
public record RunFolder(Path folder, String policy, long seed) {

    /**
     * The runs of a results folder: those of a study in the order of their numbers, or the one of a
     * replay or of a cell; none if it holds neither.
     */
    public static List<RunFolder> of(Path results) throws IOException {
        Path cells = results.resolve("cells");
        if (Files.exists(results.resolve("jobs.csv.gz"))) {
            return List.of(run(results));
        }
        List<RunFolder> runs = new ArrayList<>();
        if (Files.isDirectory(cells)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(cells, "[0-9]*")) {
                for (Path cell : each) {
                    if (Files.exists(cell.resolve("jobs.csv.gz"))) {
                        runs.add(run(cell));
                    }
                }
            }
        }
        runs.sort(Comparator.comparing(run -> run.folder().getFileName()));
        return runs;
    }

    private static RunFolder run(Path folder) throws IOException {
        Path summary = folder.resolve("summary.json");
        if (!Files.exists(summary)) {
            return new RunFolder(folder, "", 0);
        }
        try {
            JsonNode tree = JsonMapper.shared().readTree(Files.readString(summary));
            boolean isCell = tree.path("cell").isNumber();
            return isCell
                    ? new RunFolder(
                            folder,
                            tree.path("policy").stringValue(""),
                            tree.path("seed").longValue(0))
                    : new RunFolder(folder, "", 0);
        } catch (JacksonException | CharacterCodingException broken) {
            throw new DamagedResultsException(summary);
        }
    }
}
