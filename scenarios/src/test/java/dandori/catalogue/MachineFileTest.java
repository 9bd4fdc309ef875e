package dandori.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dandori.interconnect.RailOptimized;
import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.results.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The format of machine files: its page, its schema, its example. */
class MachineFileTest {

    private static final Path DATA = Path.of("").toAbsolutePath().getParent().resolve("docs/data");
    private static final String AGAIN =
            "mvn test -Dtest=MachineFileTest -Ddandori.writeGuide=true writes it anew";

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonText.of(MachineSchema.tree()), InputFormat.JSON);
    }

    private static List<String> faults(String yaml) {
        return schema().validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
    }

    private static void assertWritten(String name, String text) throws IOException {
        Path file = DATA.resolve(name);
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .as("docs/data/" + name + "; " + AGAIN)
                .isEqualTo(text);
    }

    static List<String> names() {
        return Catalogue.names();
    }

    @Test
    void thePageSaysWhatTheReaderReads() throws IOException {
        assertWritten("machine-file.md", MachineReference.markdown());
    }

    @Test
    void theSchemaIsThatOfTheReader() throws IOException {
        assertWritten("machine-file.schema.json", JsonText.of(MachineSchema.tree()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMachineOfTheCatalogueKeepsTheSchema(String name) {
        assertThat(faults(Catalogue.text(name))).isEmpty();
    }

    @Test
    void theExampleIsReadAndKeepsTheSchema() {
        Machine ours = MachineReading.machine(MachineReference.EXAMPLE);

        assertThat(faults(MachineReference.EXAMPLE)).isEmpty();
        assertThat(ours.interconnect()).isInstanceOf(RailOptimized.class);
        assertThat(ours.pools()).hasSize(2);
        Partition whole = ours.pools().get(0).partitions().get(1);
        assertThat(whole.calendar().isExclusive()).isTrue();
        assertThat(whole.calendar().rules().get(0).startsMillis()).isEqualTo(12 * 3_600_000L);
        assertThat(ours.specification().reliability().nodeMtbfMillis().orElseThrow())
                .isEqualTo(400.0 * 86_400_000);
    }

    /** What the schema catches as the reader does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            textBlock =
                    """
                    cores: [96 # coars: [96
                    1.9 kW # -1.9 kW
                    1.9 kW # 1.9
                    cores: [96, published, S1] # cores: 96
                    cores: [96, published, S1] # cores: [96, sure, S1]
                    cores: [96, published, S1] # cores: [96, published]
                    machine: ours # name: ours
                    kind: rail-optimized # kind: ring
                    [true, published, S2] # [yes, published, S2]
                    nth: 1 # nth: 5
                    """)
    void theSchemaCatchesWhatIsWrong(String right, String wrong) {
        String yaml = MachineReference.EXAMPLE.replace(right, wrong);

        assertThat(faults(yaml)).isNotEmpty();
        assertThat(MachineReading.issues(yaml)).isNotEmpty();
    }
}
