package dandori.experiment;

import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.ScenarioReader;
import dandori.sim.Checking;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small scenarios, played for tests. */
public final class Studies {

    /** Two machines, three organizations, two policies, a few hundred jobs. */
    public static final String SMALL =
            """
            scenario: small
            description: Who gains?
            machines:
              east: {nodes: 64}
              west: {nodes: 16, unit: accelerator}
            organizations:
              big: {shares: 3, home: east}
              tiny: {home: east}
              other: {home: west}
            workload:
              streams:
                - {organization: big, generate: {load: 0.7, nodes: {max: 64}}}
                - {organization: tiny, generate: {load: 0.2, nodes: {max: 4}}}
                - {organization: other, generate: {load: 0.6, nodes: {max: 16}}}
            policies:
              plain: {backfill: none}
              easy: {backfill: easy}
            run: {length: 1w, warmUp: 1d, seeds: 1..3}
            """;

    private Studies() {}

    /** A scenario that stands in a test. */
    public static Scenario scenario(String text, String... settings) {
        return ScenarioReader.read(
                "test.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath(),
                List.of(settings),
                KnownParts.found());
    }

    /** Plays a scenario. */
    public static Study play(Scenario scenario, int threads, @Nullable Path folder)
            throws InterruptedException {
        return new Runner(
                        new VariantWorkloads((read, all) -> {}),
                        new RunSettings(threads, Checking.FULL, folder),
                        CellStore.NONE,
                        RunListener.NONE)
                .play(Experiment.of(scenario))
                .first();
    }
}
