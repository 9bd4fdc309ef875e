package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.wait.WaitReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study whose policies send jobs to different machines. */
class RoutedStudyTest {

    private static final String TWO =
            """
            scenario: two
            machines:
              one: {nodes: 64}
              two: {nodes: 16}
            organizations:
              us: {home: one, mayMove: true}
              them: {home: two}
            workload:
              streams:
                - {organization: us, generate: {load: 0.9, nodes: {max: 16}}}
                - {organization: them, generate: {load: 0.3, nodes: {max: 4}}}
              moves: {transfer: 10min, nodesPer: {one: 2}, speeds: {two: 3}}
            policies:
              home: {}
              least-loaded: {routing: least-loaded}
              earliest-start: {routing: earliest-start}
            run: {length: 2w, seeds: 1..2}
            """;

    @TempDir private Path folder;

    @Test
    void allFaceTheSameJobsAndMachinesAddUp() throws Exception {
        Study study = Studies.play(Studies.scenario(TWO), 2, folder);

        assertThat(study.failures()).isEmpty();
        for (String key : List.of("jobs", "delivered_node_hours")) {
            for (String policy : study.policies()) {
                double one = mean(study, policy, "one", key);
                double two = mean(study, policy, "two", key);
                assertThat(one + two)
                        .as(policy + " " + key)
                        .isCloseTo(study.spread(policy, Group.ALL, key).mean(), within(1e-6));
                assertThat(two).isPositive();
            }
        }
        for (String policy : List.of("least-loaded", "earliest-start")) {
            assertThat(study.figures(policy, Group.ALL, "jobs"))
                    .isEqualTo(study.figures("home", Group.ALL, "jobs"));
            assertThat(mean(study, policy, "two", "jobs"))
                    .isGreaterThan(mean(study, "home", "two", "jobs"));
            for (String who : List.of("us", "them")) {
                Group its = Group.organization(who);
                assertThat(study.figures(policy, its, "demanded_node_hours"))
                        .as("what is asked for does not depend on where it runs")
                        .isEqualTo(study.figures("home", its, "demanded_node_hours"));
            }
        }
    }

    @Test
    void whatJobsWaitForOnTheirWayIsTold() throws Exception {
        String explained = TWO.replace("seeds: 1..2", "seeds: 1..1, explain: true");
        Study study = Studies.play(Studies.scenario(explained), 1, folder);
        String key = Measurement.waitedFor(WaitReason.TRANSFER);

        assertThat(study.failures()).isEmpty();
        assertThat(study.spread("home", Group.ALL, key).mean()).isZero();
        double all = study.spread("least-loaded", Group.ALL, key).mean();
        assertThat(all).isPositive();
        assertThat(study.spread("least-loaded", Group.organization("us"), key).mean())
                .as("nobody else may move")
                .isEqualTo(all);
    }

    @Test
    void whoMayNotStartElsewhereStaysAtHome() throws Exception {
        String quotas =
                TWO.replace(
                        "least-loaded: {routing: least-loaded}",
                        "least-loaded: {routing: least-loaded, admission: fixed-quota}");
        Study study = Studies.play(Studies.scenario(quotas), 2, null);

        assertThat(study.failures()).isEmpty();
        assertThat(study.spread("least-loaded", Group.ALL, "rejected").max()).isZero();
        assertThat(mean(study, "least-loaded", "two", "jobs"))
                .as("nobody else has nodes there")
                .isEqualTo(mean(study, "home", "two", "jobs"));
    }

    private static double mean(Study study, String policy, String machine, String key) {
        return study.spread(policy, new Group(Group.Kind.MACHINE, machine), key).mean();
    }

    @Test
    void theTableOfJobsSaysWhereEachRanAndWithWhat() throws Exception {
        Studies.play(Studies.scenario(TWO, "run.seeds=1"), 1, folder);
        Map<String, List<String>> home = jobs(0);
        Map<String, List<String>> routed = jobs(1);

        assertThat(routed.keySet()).isEqualTo(home.keySet());
        int moved = 0;
        for (Map.Entry<String, List<String>> entry : routed.entrySet()) {
            List<String> there = entry.getValue();
            List<String> asked = home.get(entry.getKey());
            assertThat(there.get(5)).as("submitted").isEqualTo(asked.get(5));
            int nodes = Integer.parseInt(asked.get(8));
            boolean isAway = !there.get(3).equals(asked.get(3));
            assertThat(there.get(8)).isEqualTo(String.valueOf(isAway ? (nodes + 1) / 2 : nodes));
            if (isAway) {
                moved++;
                assertThat(asked.get(3)).isEqualTo("one");
                assertThat(there.get(1)).isEqualTo("us");
                assertThat(there.get(6).isEmpty() || Double.parseDouble(there.get(12)) >= 600)
                        .isTrue();
                double work = nodes * 0.5 * Double.parseDouble(asked.get(9));
                int nodesThere = (nodes + 1) / 2;
                double workThere = nodesThere * 3.0 * Double.parseDouble(there.get(9));
                assertThat(workThere).isCloseTo(work, within(nodes * 3 * 0.001));
            }
        }
        assertThat(moved).isBetween(10, routed.size() - 10);
    }

    private Map<String, List<String>> jobs(int cell) throws IOException {
        Path file = folder.resolve("cells/000" + cell + "/jobs.csv.gz");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .collect(
                            Collectors.toMap(
                                    line -> line.get(0), line -> line, (a, b) -> b, HashMap::new));
        }
    }

    @Test
    void whoTrainsStaysWhereItIs() throws Exception {
        Study study =
                Studies.play(
                        Studies.scenario(
                                TWO,
                                "machines.two={from: catalogue/sakura-hokkaido, nodes: 16}",
                                "run={length: 1w, seeds: 1}",
                                "campaigns={m: {organization: them, model: llm-jp-13b, nodes: 8, piece: 2d}}"),
                        1,
                        null);

        assertThat(study.failures()).isEmpty();
        assertThat(study.policies()).hasSize(3);
    }
}
