package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dandori.results.JsonText;
import dandori.scenario.Mutant.Change;
import dandori.scenario.key.Kind;
import dandori.scenario.schema.ScenarioSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON Schema of scenario files: editors say what the reader says. */
class SchemaTest {

    private static final String TEXT = JsonText.of(ScenarioSchema.tree(Reading.PARTS));
    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(TEXT, InputFormat.JSON);

    /** What the reader always refuses, and the schema too. */
    private static final Set<Change> REFUSED =
            Set.of(Change.MISSPELLED, Change.WRONG_TYPE, Change.WRONG_UNIT);

    @TempDir private Path folder;

    @BeforeEach
    void copies() throws IOException {
        MutationFiles.copyTo(folder);
    }

    private static boolean isValid(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML).isEmpty();
    }

    @Test
    void theFileIsWhatTheDeclarationsGive() throws IOException {
        Path file = ExamplesTest.repository().resolve("scenarios/scenario.schema.json");
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(file, TEXT);
        }

        assertThat(Files.readString(file))
                .as("mvn test -Dtest=SchemaTest -Ddandori.writeGuide=true writes it anew")
                .isEqualTo(TEXT);
    }

    @Test
    void everyExampleKeepsItAndNamesIt() throws IOException {
        for (Path file : MutationFiles.in(folder)) {
            String yaml = Files.readString(file);

            assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).as(file.toString()).isEmpty();
            if (Files.exists(ExamplesTest.example(file.getFileName().toString()))) {
                assertThat(yaml)
                        .contains("\n# yaml-language-server: $schema=../scenario.schema.json\n");
            }
        }
    }

    @Test
    void aSeriesMayStandInPlaceOfAValue() {
        String right = Reading.RIGHT;

        assertThat(isValid(right)).isTrue();
        assertThat(isValid(right.replace("nodes: 64", "nodes: {sweep: [64, 128]}"))).isTrue();
        assertThat(isValid(right.replace("load: 0.7", "load: {sweep: [0.7, 0.8]}"))).isTrue();
        assertThat(isValid(right.replace("backfill: easy", "backfill: {sweep: [easy, none]}")))
                .isTrue();
        String named = "nodes: {sweep: [64, 128], name: size, labels: [small, large]}";
        assertThat(isValid(right.replace("nodes: 64", named))).isTrue();
        String ofTwo = "nodes: {sweep: [64, 128], of: {size: [small], load: [low, high]}}";
        assertThat(isValid(right.replace("nodes: 64", ofTwo))).isTrue();
        assertThat(isValid(right.replace("nodes: 64", "nodes: {swep: [64, 128]}"))).isFalse();
    }

    @Test
    void partsHaveTheirOptions() {
        String right = Reading.RIGHT;

        assertThat(isValid(right.replace("backfill: easy", "backfill: depth:4"))).isTrue();
        assertThat(isValid(right.replace("backfill: easy", "backfill: clairvoyant"))).isTrue();
        assertThat(
                        isValid(
                                right.replace(
                                        "backfill: easy",
                                        "backfill: {use: depth, reservations: 4}")))
                .isTrue();
        assertThat(
                        isValid(
                                right.replace(
                                        "backfill: easy",
                                        "backfill: {use: depth, reservation: 4}")))
                .isFalse();
        assertThat(isValid(right.replace("backfill: easy", "backfill: eazy"))).isFalse();
        assertThat(isValid(right.replace("load: 0.7", "load: 0.7, cycle: {lunch: 1}"))).isFalse();
    }

    @Test
    void someOfWhatTheReaderRefusesTheSchemaRefuses() throws IOException {
        List<Mutant> some = new ArrayList<>();
        for (Mutant mutant : MutationFiles.each(MutationFiles.mutants(folder))) {
            if (REFUSED.contains(mutant.change())
                    && Math.floorMod(mutant.path().hashCode(), 17) == 0) {
                some.add(mutant);
            }
        }

        assertThat(some).hasSizeGreaterThan(20);
        assertThat(some).allMatch(mutant -> !isValid(mutant.text()));
    }

    /** The schema never refuses what is read; where it is told, it refuses what it can know. */
    @Test
    @Tag("long")
    void theSchemaSaysWhatTheReaderSaysOfEachKeyInEachWay() throws IOException {
        MutationJudge judge = new MutationJudge(folder);
        List<String> odd = new ArrayList<>();
        for (Mutant mutant : MutationFiles.each(MutationFiles.mutants(folder))) {
            boolean isRead = judge.judge(mutant);
            boolean isKept = mutant.change() == Change.DOUBLED || isValid(kept(mutant));
            boolean mustRefuse = REFUSED.contains(mutant.change());
            boolean mustKeep = isRead || mutant.change() == Change.DEFAULTED;
            if (mustRefuse && isKept || mustKeep && !isKept) {
                odd.add(mutant.toString());
            }
        }

        assertThat(odd).isEmpty();
    }

    /** The text, but for numbers that the validator's own reader of YAML cannot hold. */
    private static String kept(Mutant mutant) {
        boolean isCount = mutant.key().kind() == Kind.COUNT;
        return isCount ? mutant.text().replace(" 1e299", " 10000000000") : mutant.text();
    }
}
