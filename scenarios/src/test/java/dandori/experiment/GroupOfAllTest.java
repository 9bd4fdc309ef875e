package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.scenario.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resource groups in whole runs. */
class GroupOfAllTest {

    private static final String MACHINE =
            """
            machine: ours
            title: A torus
            sources: {S: "made up"}
            totals:
              nodes: [3456, assumed, S]
              placement: [torus:unit, assumed, S]
            interconnect:
              kind: torus
              axes:
                X: {length: [6, assumed, S], wraps: [true, assumed, S]}
                Y: {length: [6, assumed, S], wraps: [false, assumed, S]}
                Z: {length: [8, assumed, S], wraps: [true, assumed, S]}
                a: {length: [2, assumed, S], wraps: [false, assumed, S]}
                b: {length: [3, assumed, S], wraps: [true, assumed, S]}
                c: {length: [2, assumed, S], wraps: [false, assumed, S]}
              unitAxes: [3, assumed, S]
              numbering: [Y, X, Z, a, b, c]
              linkBandwidth: [1 GB/s, assumed, S]
            partitions:
              all:
                pool: ours
                maxNodes: [3456, assumed, S]
                maxWalltime: [1000h, assumed, S]
            """;

    private static final String SCENARIO =
            """
            scenario: one
            machines:
              ours: {from: ours.yaml, groups: true}
              other: {nodes: 8}
            organizations:
              us: {home: ours}
              box: {home: ours}
              they: {home: other}
            workload:
              streams:
                - {organization: us, generate: {load: 0.6, nodes: {min: 12, max: 3456}}}
                - {organization: box, shape: 12x18x8:torus, generate: {load: 0.1}}
                - {organization: they, generate: {load: 0.5}}
            policies:
              easy: {backfill: easy}
            run: {length: 2w}
            report: {by: [partition]}
            """;

    @TempDir private Path folder;

    private Study play(String... settings) throws Exception {
        Files.writeString(folder.resolve("ours.yaml"), MACHINE);
        Path file = folder.resolve("one.yaml");
        Files.writeString(file, SCENARIO);
        return Studies.play(ScenarioReader.read(file, List.of(settings)), 1, null);
    }

    private static List<Measurement> measurements(Study study) {
        assertThat(study.failures()).isEmpty();
        return study.results().stream().map(CellResult::measurement).toList();
    }

    @Test
    void aGroupOfAllNodesChangesNothing() throws Exception {
        Measurement grouped = measurements(play()).get(0);
        Measurement plain = measurements(play("machines.ours.groups=false")).get(0);

        assertThat(grouped.groups().get(Group.ALL)).isEqualTo(plain.groups().get(Group.ALL));
        assertThat(grouped.queue()).isEqualTo(plain.queue());
    }

    @Test
    void onlyJobsOfItsMachineAreInAGroup() throws Exception {
        Study study = play();
        Group all = new Group(Group.Kind.PARTITION, "ours/all");

        assertThat(study.groups(Group.Kind.PARTITION)).containsExactly(all);
        double ours =
                study.spread("easy", Group.organization("us"), "jobs").mean()
                        + study.spread("easy", Group.organization("box"), "jobs").mean();
        assertThat(study.spread("easy", all, "jobs").mean()).isEqualTo(ours);
    }
}
