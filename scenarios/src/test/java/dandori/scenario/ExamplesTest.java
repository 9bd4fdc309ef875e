package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.generate.Generators;
import dandori.scenario.key.KeyReference;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples that a newcomer reads, and the page that explains their keys. */
class ExamplesTest {

    private static final Path REPOSITORY = repository();

    static Path repository() {
        Path place = Path.of("").toAbsolutePath();
        while (!Files.exists(place.resolve("scenarios/examples"))) {
            place = place.getParent();
        }
        return place;
    }

    static Path example(String name) {
        return REPOSITORY.resolve("scenarios/examples").resolve(name);
    }

    @Test
    void firstStepsIsRightAndComparesThreePolicies() {
        Scenario scenario = ScenarioReader.read(example("first-steps.yaml"), List.of());

        assertThat(scenario.policiesToRun())
                .extracting(PolicyParts::name)
                .containsExactly("in-order", "easy", "short-first");
        assertThat(scenario.run().seeds()).containsExactly(1, 2, 3, 4, 5);
        assertThat(scenario.report().compareTo()).isEqualTo("in-order");
    }

    @Test
    void firstStepsHasEnoughJobsForAQuestionAndFewEnoughForAMinute() {
        Scenario scenario = ScenarioReader.read(example("first-steps.yaml"), List.of());
        Workloads workloads = new Workloads(scenario, (read, total) -> {});

        for (int seed : scenario.run().seeds()) {
            int jobs = workloads.forSeed(seed).workload().count();
            assertThat(jobs).isBetween(20_000, 40_000);
        }
    }

    @Test
    void languageModelsHasTheMixtureThatItSays() {
        Scenario scenario = ScenarioReader.read(example("language-models.yaml"), List.of());
        Workloads workloads = new Workloads(scenario, (read, total) -> {});

        double[] load = new double[3];
        double all = 0;
        for (int stream = 0; stream < 3; stream++) {
            load[stream] =
                    workloads.forSeed(1).figures().get("workload.streams[" + stream + "]").stream()
                            .filter(figure -> figure.name().equals("load"))
                            .findFirst()
                            .orElseThrow()
                            .asked();
            all += load[stream];
        }
        assertThat(load[0] / all).isCloseTo(0.02, within(0.005));
        assertThat(load[1] / all).isCloseTo(0.23, within(0.01)); // 23.5 %: three that sum to 100
        assertThat(load[2] / all).isCloseTo(0.75, within(0.005));
    }

    @Test
    void fugakuAndHokkaidoAsksWhatTheReadmeSaysAndMayBeHadInFull() {
        Path file = example("fugaku-and-hokkaido.yaml");
        Scenario scenario = ScenarioReader.read(file, List.of());
        String by = "workload.streams[0].generate.thin.by=1";
        Scenario full = ScenarioReader.read(file, List.of(by));

        assertThat(scenario.policiesToRun())
                .extracting(PolicyParts::name)
                .containsExactly("fcfs", "saf", "wfp3");
        assertThat(scenario.run().seeds()).hasSize(2);
        assertThat(scenario.campaigns()).hasSize(13);
        assertThat(scenario.campaigns().stream().filter(plan -> plan.tokensBefore() > 0))
                .hasSize(5);
        assertThat(scenario.failures()).containsOnlyKeys("fugaku", "hokkaido");
        assertThat(((GeneratedStream) scenario.workload().streams().get(0)).thinning().by())
                .isEqualTo(30);
        assertThat(((GeneratedStream) full.workload().streams().get(0)).thinning()).isNull();
    }

    @Test
    void oneModelIsRightAndFailsAsItSays() {
        Scenario scenario = ScenarioReader.read(example("one-model.yaml"), List.of());

        assertThat(scenario.campaigns()).hasSize(1);
        assertThat(scenario.campaigns().get(0).venues().get(0).nodes()).isEqualTo(32);
        assertThat(scenario.failures()).containsOnlyKeys("hokkaido");
        assertThat(scenario.run().seeds()).hasSize(5);
    }

    @Test
    void yourTraceAsksForATrace() {
        assertThatThrownBy(() -> ScenarioReader.read(example("your-trace.yaml"), List.of()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("has 1 problem.")
                .hasMessageContaining("workload.streams[0].trace.file (line ")
                .hasMessageContaining("there is no file 'your-trace.swf.gz'");
    }

    @Test
    void yourTraceTakesOneFromTheCall() throws IOException {
        Path trace = Files.createTempFile("dandori", ".swf");
        Files.writeString(
                trace,
                """
                ; UnixStartTime: 1000000000
                1 0 -1 60 4 -1 -1 4 120 -1 1 7 3 -1 1 1 -1 -1
                2 30 -1 60 4 -1 -1 2 120 -1 1 8 5 -1 1 1 -1 -1
                """);
        Scenario scenario =
                ScenarioReader.read(
                        example("your-trace.yaml"),
                        List.of("workload.streams[0].trace.file=" + trace));

        var workload = new Workloads(scenario, (read, total) -> {}).forSeed(1).workload();
        Files.delete(trace);

        assertThat(workload.organizations()).containsExactly("3", "5");
        assertThat(workload.origin()).isNotNull();
        assertThat(scenario.run().lengthMillis()).isNull();
    }

    @Test
    void theGuideSaysWhatTheReaderReads() throws IOException {
        String page = KeyReference.markdown(Generators.all());
        Path file = REPOSITORY.resolve("docs/guide/scenarios.md");
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(file, page);
        }

        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .as(
                        "docs/guide/scenarios.md; mvn test -Dtest=ExamplesTest"
                                + " -Ddandori.writeGuide=true writes it anew")
                .isEqualTo(page);
    }
}
