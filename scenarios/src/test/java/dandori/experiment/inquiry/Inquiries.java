package dandori.experiment.inquiry;

import dandori.experiment.CellStore;
import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Rounds;
import dandori.experiment.RunListener;
import dandori.experiment.RunSettings;
import dandori.experiment.Runner;
import dandori.experiment.VariantWorkloads;
import dandori.scenario.KnownParts;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import dandori.sim.Checking;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Searches and sensitivities that stand in tests. */
public final class Inquiries {

    /** A machine that needs some size, under two policies. */
    public static final String SIZE =
            """
            scenario: size
            description: How large?
            machines:
              east: {nodes: 32}
            organizations:
              us: {home: east}
            workload:
              streams:
                - {organization: us, generate: {jobsPerDay: 60, nodes: {max: 16}}}
            policies:
              plain: {backfill: none}
              easy: {backfill: easy}
            run: {length: 1w, seeds: 1..3}
            """;

    private Inquiries() {}

    /** A scenario with settings. */
    public static Variants read(String text, String... settings) {
        return VariantReader.read(
                "test.yaml",
                text.getBytes(StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath(),
                List.of(settings),
                KnownParts.found());
    }

    /** Plays all that there is to it. */
    public static ExperimentResult play(String text, String... settings)
            throws InterruptedException {
        Course course = Course.of(read(text, settings), KnownParts.found());
        return play(course.begin(), course.rounds(), RunListener.NONE);
    }

    static ExperimentResult play(Experiment begin, Rounds rounds, RunListener listener)
            throws InterruptedException {
        return new Runner(
                        new VariantWorkloads((read, all) -> {}),
                        new RunSettings(2, Checking.CHEAP, null),
                        CellStore.NONE,
                        listener)
                .play(begin, rounds);
    }
}
