package dandori.soak;

import dandori.experiment.CellStore;
import dandori.experiment.Experiment;
import dandori.experiment.RunListener;
import dandori.experiment.RunSettings;
import dandori.experiment.Runner;
import dandori.experiment.Study;
import dandori.experiment.VariantWorkloads;
import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.ScenarioReader;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import dandori.sim.Checking;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of the scenario of a seed.
 *
 * @param refusal what the reader said against it, parts that do not go together; empty if it was
 *     read
 * @param simulations how many policies were played to the end
 * @param jobs how many jobs they had together
 * @param findings what must not happen: a check that failed, any other exception
 */
record SoakCase(String refusal, int simulations, long jobs, List<String> findings) {

    /** Plays the scenario of a seed with all checks on. The folder gets the machine file. */
    static SoakCase of(long seed, Path folder) throws InterruptedException {
        try {
            Files.writeString(folder.resolve(RandomMachines.RING), RandomMachines.RING_TEXT);
            Scenario scenario =
                    ScenarioReader.read(
                            "soak.yaml",
                            RandomScenario.text(seed).getBytes(StandardCharsets.UTF_8),
                            folder,
                            List.of(),
                            KnownParts.found());
            Study study =
                    new Runner(
                                    new VariantWorkloads((read, all) -> {}),
                                    new RunSettings(1, Checking.FULL, null),
                                    CellStore.NONE,
                                    RunListener.NONE)
                            .play(Experiment.of(scenario))
                            .first();
            return new SoakCase(
                    "",
                    study.results().size(),
                    (long) study.jobs() * study.results().size(),
                    study.failures().stream()
                            .map(one ->
                                    "policy %s: %s"
                                            .formatted(
                                                    one.cell().policy().name(), trace(one.cause())))
                            .toList());
        } catch (ScenarioException refused) {
            return new SoakCase(text(refused), 0, 0, List.of());
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            return new SoakCase("", 0, 0, List.of(trace(failure)));
        }
    }

    private static String text(ScenarioException refused) {
        return refused.issues().stream().map(Issue::text).collect(Collectors.joining("\n"));
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
