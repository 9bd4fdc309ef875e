package dandori.web.timeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads how the machines of a run are made; where variants of a study differ, those of its own. */
public final class MachinesTree {

    private static final Pattern CELL =
            Pattern.compile("^\\{\"cell\" ?: ?(\\d+), ?\"variant\" ?: ?(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private MachinesTree() {}

    /**
     * The machines as {@code machine.json} has them; none where there is no file.
     *
     * @param study the folder of the study
     * @param run the folder of the run; that of the study for its first variant
     * @param problems where what cannot be read is told
     */
    public static JsonNode of(Path study, Path run, List<String> problems) {
        Path file = study.resolve("machine.json");
        try {
            if (Files.exists(file)) {
                JsonNode tree = JsonMapper.shared().readTree(Files.readAllBytes(file));
                JsonNode variants = tree.path("variants");
                int variant = variants.isArray() && !run.equals(study) ? variant(study, run) : -1;
                return variants.path(variant).path("machines").isArray()
                        ? variants.path(variant).path("machines")
                        : tree.path("machines");
            }
        } catch (JacksonException | IOException broken) {
            problems.add("machine.json cannot be read.");
        }
        return JsonMapper.shared().createArrayNode();
    }

    /** The number of a cell's variant, as the lines of all cells tell it; −1 if none does. */
    private static int variant(Path study, Path run) throws IOException {
        Path lines = study.resolve("cells/summaries.jsonl");
        String name = String.valueOf(run.getFileName());
        if (!Files.isRegularFile(lines) || !NUMBER.matcher(name).matches()) {
            return -1;
        }
        try (BufferedReader in = Files.newBufferedReader(lines)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher cell = CELL.matcher(line);
                if (cell.find() && cell.group(1).equals("" + Integer.parseInt(name))) {
                    return Integer.parseInt(cell.group(2));
                }
            }
        }
        return -1;
    }
}
