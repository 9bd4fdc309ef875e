package dandori.web.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads how the machines of a study are made. */
public final class MachineFile {

    private MachineFile() {}

    /**
     * The machines as the file has them; none where there is no file.
     *
     * @param problems where what cannot be read is told
     */
    public static JsonNode machines(Path study, List<String> problems) {
        Path file = study.resolve("machine.json");
        try {
            if (Files.exists(file)) {
                JsonNode machines =
                        JsonMapper.shared().readTree(Files.readAllBytes(file)).path("machines");
                if (machines.isArray()) {
                    return machines;
                }
                problems.add("machine.json names no machines.");
            }
        } catch (JacksonException | IOException broken) {
            problems.add("machine.json cannot be read.");
        }
        return JsonMapper.shared().createArrayNode();
    }

    /** A machine of the file; without anything if it is not in it. */
    static JsonNode machine(Path study, String name, List<String> problems) {
        for (JsonNode machine : machines(study, problems)) {
            if (machine.path("name").stringValue("").equals(name)) {
                return machine;
            }
        }
        return JsonMapper.shared().createObjectNode();
    }

    /** How free nodes are said to lie together on a machine. */
    static FreeMeasure measure(JsonNode machine, int nodes) {
        Grid grid = Grid.of(machine.path("torus"), nodes);
        if (grid != null) {
            return new FreeBox(grid);
        }
        int[] leaves = leaves(machine.path("levels").path(0), nodes);
        return leaves.length > 2 ? new FreeLeaf(leaves) : new FreeRange();
    }

    /**
     * The first node of each leaf switch, then the number of nodes; nothing if that is not told.
     */
    private static int[] leaves(JsonNode level, int nodes) {
        JsonNode firsts = level.path("first_nodes");
        int each = level.path("nodes_per_switch").intValue(0);
        int count = firsts.isArray() ? firsts.size() : each < 1 ? 0 : (nodes + each - 1) / each;
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i] = firsts.isArray() ? firsts.path(i).intValue(0) : i * each;
            if (starts[i] < (i == 0 ? 0 : starts[i - 1]) || starts[i] > nodes) {
                return new int[0];
            }
        }
        starts[count] = nodes;
        return starts;
    }
}
