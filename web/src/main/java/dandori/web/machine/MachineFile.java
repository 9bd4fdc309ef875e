package dandori.web.machine;

import dandori.web.timeline.MachinesTree;
import dandori.web.timeline.RunAbout;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads how the machines of a study are made. */
final class MachineFile {

    private MachineFile() {}

    /** A machine of the file; without anything if it is not in it. */
    static JsonNode machine(RunAbout run, String name, List<String> problems) {
        for (JsonNode machine : MachinesTree.of(run.study(), run.folder(), problems)) {
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
