package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code validate}, {@code describe}, and the help of every command. */
class ScenarioCommandsTest {

    private static final String RIGHT =
            """
            scenario: small
            machines: {one: {nodes: 64}}
            workload: {streams: [{organization: us, generate: {load: 0.7}}]}
            policies: {easy: {backfill: easy}}
            """;

    @TempDir Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void everyIssueOfEveryFileIsToldAtOnce() throws IOException {
        String right = file("right.yaml", RIGHT);
        String wrong = file("wrong.yaml", RIGHT.replace("easy}}", "eesy}}").replace("64", "0"));

        StudyCall call = StudyCall.of("validate", right, wrong);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .startsWith(right + " is a valid scenario: 1 machine, 1 policy, 1 seed, 4 weeks.\n")
                .contains(wrong + " has 2 problems.")
                .contains("there is no backfill 'eesy'.", "machines.one.nodes (line 2)");
    }

    @Test
    void validFilesLeaveTheStatusZero() throws IOException {
        String right = file("right.yaml", RIGHT);

        assertThat(StudyCall.of("validate", right).status()).isZero();
        assertThat(StudyCall.of("validate", right, "--json").out())
                .contains("\"valid\" : true", "\"issues\" : [ ]");
        assertThat(StudyCall.of("validate", right, "--set", "run.length=1").status()).isEqualTo(2);
        assertThat(StudyCall.of("validate", folder.resolve("none.yaml").toString()).out())
                .contains("there is no such file.");
    }

    @Test
    void whatIsDescribedMeansTheSame() throws IOException {
        StudyCall first = StudyCall.of("describe", file("right.yaml", RIGHT));
        StudyCall second = StudyCall.of("describe", file("described.yaml", first.out()));

        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("warmUp: ", "compareTo: ", "onTooLarge: ");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(StudyCall.of("describe", file("right.yaml", RIGHT), "--json").out())
                .startsWith("{")
                .contains("\"nodes\" : 64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "describe", "replay", "trace", "catalogue"})
    void everyCommandHelps(String command) {
        StudyCall call = StudyCall.of(command, "--help");

        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("Usage: dandori " + command, "Example");
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
    }
}
