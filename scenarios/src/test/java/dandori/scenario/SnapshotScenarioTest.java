package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Dependencies;
import dandori.job.Standing;
import dandori.job.Workload;
import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that begin with a snapshot of a queue, beside others. */
class SnapshotScenarioTest {

    private static final String QUEUE =
            """
            JOBID|USER|ACCOUNT|STATE|NODES|TIME_LIMIT|TIME|SUBMIT_TIME|DEPENDENCY
            8|ada|lab|PENDING|2|2:00:00|0:00|2026-11-20T10:00:00|afterok:7(unfulfilled)
            7|bob|lab|RUNNING|3|2:00:00|1:00:00|2026-11-20T10:30:00|(null)
            """;

    @TempDir private Path folder;

    private Scenario scenario(String streams, String run) throws IOException {
        Files.writeString(folder.resolve("q.txt"), QUEUE);
        Path file =
                Files.writeString(
                        folder.resolve("s.yaml"),
                        "scenario: s\nmachines: {m: {nodes: 4}}\nworkload:\n  streams:\n"
                                + streams
                                + "policies: {easy: {backfill: easy}}\n"
                                + run);
        return ScenarioReader.read(file, List.of());
    }

    private static Workload jobs(Scenario scenario) {
        return new Workloads(scenario, (read, all) -> {}).forSeed(1).workload();
    }

    private static final String RUN = "run: {start: 2026-11-20T12:00+09:00, length: 1d}\n";

    @Test
    void theSnapshotComesFirstAndThenTheOthers() throws IOException {
        Workload all =
                jobs(
                        scenario(
                                """
                                    - {organization: others, generate: {load: 0.5}}
                                    - snapshot: {file: q.txt, organizations: {lab: labs}}
                                """,
                                RUN));
        Standing standing = Objects.requireNonNull(all.standing());
        Dependencies links = Objects.requireNonNull(all.dependencies());
        assertThat(all.count()).isGreaterThan(2);
        assertThat(all.jobs().submitMillis(0)).isEqualTo(-7_200_000);
        assertThat(standing.runs(0)).isFalse();
        assertThat(standing.arrivalMillis(0)).isZero();
        assertThat(standing.runs(1)).isTrue();
        assertThat(standing.arrivalMillis(1)).isEqualTo(-3_600_000);
        assertThat(standing.arrivalMillis(2)).isEqualTo(all.jobs().submitMillis(2));
        for (int job = 0; job < all.count(); job++) { // as its site calls it, or behind these
            assertThat(all.jobs().id(job)).isEqualTo(job == 0 ? 8 : job == 1 ? 7 : job + 7);
        }
        assertThat(links.job(0)).isEqualTo(0);
        assertThat(links.predecessor(0)).isEqualTo(1);
        assertThat(all.users().subList(0, 2)).containsExactly("ada", "bob");
        assertThat(all.organizations().get(all.jobs().organization(0))).isEqualTo("labs");
    }

    @Test
    void whereNumbersOfSnapshotsRepeatAllJobsAreNumberedAnew() throws IOException {
        Files.writeString(folder.resolve("q2.txt"), QUEUE);
        String twice = "    - snapshot: {file: q.txt}\n    - snapshot: {file: q2.txt}\n";
        Scenario scenario = scenario(twice, RUN);
        String other = QUEUE.replace("|3|", "|1|");
        Files.writeString(folder.resolve("q2.txt"), other);
        assertThat(ids(jobs(scenario))).containsExactly(1L, 2L, 3L, 4L);
        Files.writeString(
                folder.resolve("q2.txt"), other.replace("\n8", "\n18").replace("\n7", "\n9"));
        assertThat(ids(jobs(scenario(twice, RUN)))).containsExactly(8L, 18L, 7L, 9L);
    }

    private static List<Long> ids(Workload all) {
        return IntStream.range(0, all.count()).mapToObj(job -> all.jobs().id(job)).toList();
    }

    @Test
    void whenItWasTakenMustBeSaid() {
        assertThatThrownBy(() -> scenario("    - snapshot: {file: q.txt}\n", "run: {length: 1d}\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("run (line 7): 'start' is missing: when was the snapshot");
    }

    @Test
    void aSnapshotOfALargerMachineIsRefused() throws IOException {
        Scenario scenario = scenario("    - snapshot: {file: q.txt}\n", RUN);
        Files.writeString(folder.resolve("q.txt"), QUEUE.replace("|3|", "|5|"));
        assertThatThrownBy(() -> jobs(scenario))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("its running jobs have 5 nodes, but the machines 4.");
        Files.writeString(folder.resolve("q.txt"), QUEUE.replace("|3|", "|three|"));
        assertThatThrownBy(() -> jobs(scenario))
                .hasMessageContaining("q.txt (line 3): NODES must be a whole number");
    }

    @Test
    void accountsThatAreNearlyKnownAreWarnedOf() throws IOException {
        Scenario wrongAccount =
                scenario("    - snapshot: {file: q.txt, organizations: {lba: labs}}\n", RUN);
        assertThat(new Workloads(wrongAccount, (read, all) -> {}).warnings())
                .contains(
                        "Account 'lba' of a snapshot's 'organizations' has no job in q.txt. Maybe"
                                + " 'lab'.",
                        "Account 'lab' in q.txt is taken for an organization that the scenario does"
                                + " not list. Maybe it is 'labs': 'organizations: {lab: labs}' at"
                                + " the snapshot.");
        Scenario right =
                scenario(
                        "    - snapshot: {file: q.txt, organizations: {lab: labs, gone: labs}}\n",
                        RUN);
        assertThat(new Workloads(right, (read, all) -> {}).warnings()).isEmpty();
    }

    @Test
    void theResolvedScenarioSaysTheSame() throws IOException {
        Scenario scenario =
                scenario(
                        "    - {organization: labs, snapshot: {file: q.txt, runTime: 0.5}}\n", RUN);
        String text = ScenarioText.of(scenario, KnownParts.found());
        Scenario again =
                ScenarioReader.read(
                        Files.writeString(folder.resolve("again.yaml"), text), List.of());
        assertThat(again.workload()).isEqualTo(scenario.workload());
        assertThat(text).contains("runTime: 0.5");
    }
}
