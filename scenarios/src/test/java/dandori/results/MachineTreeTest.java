package dandori.results;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.catalogue.Catalogue;
import dandori.interconnect.Axis;
import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.Interconnect;
import dandori.interconnect.Torus;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Pool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code machine.json} says is what the program goes by. */
class MachineTreeTest {

    /** For JUnit. */
    MachineTreeTest() {}

    private static JsonNode tree(Machine machine) {
        String json = JsonText.of(MachineTree.of(List.of(machine), List.of("us", "them")));
        return JsonMapper.shared().readTree(json);
    }

    private static JsonNode tree(Interconnect wiring) {
        List<Pool> pools = List.of(new Pool("all", 0, wiring.nodes()));
        return tree(new Machine("m", AllocationUnit.NODE, wiring, pools)).get("machines").get(0);
    }

    /** Reads the coordinates of every node out of the file, as a reader would. */
    private static void assertCoordinates(Torus torus) {
        JsonNode its = tree(torus).get("torus");
        assertThat(its.get("coordinate").asString()).isEqualTo("floor(node / stride) mod length");
        for (int axis = 0; axis < torus.axes().size(); axis++) {
            JsonNode told = its.get("axes").get(axis);
            assertThat(told.get("name").asString()).isEqualTo(torus.axes().get(axis).name());
            assertThat(told.get("wraps").asBoolean()).isEqualTo(torus.axes().get(axis).wraps());
            for (int node = 0; node < torus.nodes(); node++) {
                int at = node / told.get("stride").asInt() % told.get("length").asInt();
                assertThat(at).isEqualTo(torus.coordinate(node, axis));
            }
        }
    }

    @Test
    void everyNodeOfATorusIsWhereTheFileSays() {
        assertCoordinates(Torus.tofuD(3, 2, 4, 1e9));
        List<Axis> axes =
                List.of(new Axis("p", 3, true), new Axis("q", 2, false), new Axis("r", 5, true));
        assertCoordinates(new Torus(axes, 0, List.of(2, 0, 1), 1e9));
        assertCoordinates(new Torus(axes, 1, List.of(1, 2, 0), 1e9));
    }

    /** By the formula of docs/data/machine.md. */
    @Test
    void everyNodeOfAFoldedTorusIsWhereThePageSays() {
        Torus torus = Torus.tofuD(3, 2, 4, 1e9);
        JsonNode its = tree(torus).get("torus");
        for (int node = 0; node < torus.nodes(); node++) {
            for (int axis = 0; axis < 3; axis++) {
                int u = torus.coordinate(node, axis);
                int v = torus.coordinate(node, 3 + axis);
                int n = its.get("unit_shape").get(axis).asInt();
                int at = u % 2 == 0 ? u * n + v : u * n + n - 1 - v;
                assertThat(at).isEqualTo(torus.folded().position(node, axis));
            }
        }
    }

    @Test
    void theUnitsOfFugaku() {
        JsonNode torus = tree(Catalogue.machine("fugaku")).get("machines").get(0).get("torus");

        assertThat(torus.get("shape").toString()).isEqualTo("[24,23,24]");
        assertThat(torus.get("unit_shape").toString()).isEqualTo("[2,3,2]");
        assertThat(torus.get("nodes_per_unit").asInt()).isEqualTo(12);
        assertThat(torus.get("order").toString())
                .isEqualTo("[\"Y\",\"X\",\"Z\",\"a\",\"b\",\"c\"]");
        assertThat(torus.get("axes").findValuesAsString("wraps"))
                .containsExactly("true", "true", "true", "false", "true", "false");
    }

    @Test
    void theSwitchesOfATree() {
        FatTree tree = new FatTree(10, List.of(2, 2), List.of(1.0, 1.0), 1e9);

        assertThat(tree(tree).get("levels").toString())
                .isEqualTo(
                        "[{\"name\":\"leaf\",\"switches\":5,\"nodes_per_switch\":2},"
                                + "{\"name\":\"pod\",\"switches\":3,\"nodes_per_switch\":4},"
                                + "{\"name\":\"all\",\"switches\":1,\"nodes_per_switch\":10}]");
        assertThat(tree(new Dragonfly(3, 2, 4, 1e9, 1e9, 1e9)).get("levels").toString())
                .isEqualTo(
                        "[{\"name\":\"router\",\"switches\":6,\"nodes_per_switch\":4},"
                                + "{\"name\":\"group\",\"switches\":3,\"nodes_per_switch\":8},"
                                + "{\"name\":\"all\",\"switches\":1,\"nodes_per_switch\":24}]");
        assertThat(tree(UnevenMachine.made()).findValue("levels").toString())
                .startsWith("[{\"name\":\"leaf\",\"switches\":3,\"first_nodes\":[0,3,5]},");
    }

    @Test
    void aFlatMachineSaysNothingOfItsWiring() {
        JsonNode tree = tree(Machine.flat("flat", 5));

        assertThat(tree.get("machines").get(0).propertyNames())
                .containsExactly("name", "unit", "nodes", "interconnect", "pools");
        assertThat(tree.get("organizations").toString()).isEqualTo("[\"us\",\"them\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fugaku", "abci-3"})
    void theFileStaysSmall(String machine) {
        Map<String, Object> tree = MachineTree.of(List.of(Catalogue.machine(machine)), List.of());

        assertThat(JsonText.of(tree).getBytes(StandardCharsets.UTF_8).length).isLessThan(20_000);
    }
}
