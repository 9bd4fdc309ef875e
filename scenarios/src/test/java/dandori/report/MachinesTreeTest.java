package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.results.JsonText;
import dandori.scenario.KnownParts;
import dandori.scenario.sweep.VariantReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code machine.json} of studies with sweeps. */
class MachinesTreeTest {

    private static final String SCENARIO =
            """
            scenario: s
            machines: {east: {nodes: 32}}
            organizations: {us: {home: east}}
            workload: {streams: [{organization: us, generate: {load: 0.6, nodes: {max: 8}}}]}
            policies: {plain: {backfill: none}}
            """;

    private static JsonNode tree(String... settings) {
        var variants =
                VariantReader.read(
                        "s.yaml",
                        SCENARIO.getBytes(StandardCharsets.UTF_8),
                        Path.of("/"),
                        List.of(settings),
                        KnownParts.found());
        return JsonMapper.shared().readTree(JsonText.of(MachinesTree.of(variants)));
    }

    @Test
    void eachVariantHasItsMachinesWhereTheyDiffer() {
        JsonNode tree = tree("machines.east.nodes={sweep: [32, 40]}");

        assertThat(tree.at("/machines/0/nodes").intValue()).isEqualTo(32);
        assertThat(tree.path("variants").size()).isEqualTo(2);
        assertThat(tree.at("/variants/0/machines")).isEqualTo(tree.path("machines"));
        assertThat(tree.at("/variants/1/values/nodes").stringValue()).isEqualTo("40");
        assertThat(tree.at("/variants/1/machines/0/nodes").intValue()).isEqualTo(40);
        assertThat(tree.at("/variants/1/machines/0/pools/0/nodes").intValue()).isEqualTo(40);
    }

    @Test
    void equalMachinesStandOnce() {
        JsonNode tree = tree("workload.streams[0].generate.load={sweep: [0.5, 0.7]}");

        assertThat(List.copyOf(tree.propertyNames())).containsExactly("machines", "organizations");
        assertThat(tree).isEqualTo(tree());
    }
}
