package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened to nodes and jobs is written down, the same in whatever way a study is run. */
class EventsTest {

    private static final String BREAKING =
            """
            scenario: breaking
            machines: {east: {nodes: 64}}
            workload:
              streams: [{organization: us, generate: {load: 1.5, nodes: {max: 32}}}]
            failures: {east: {nodeMtbf: 10d, repair: {median: 3h, p95: 12h}}}
            maintenance: [{name: cleaning, machine: east, from: 30 h, to: 36 h, nodes: 40}]
            power:
              east:
                busy: 400 W
                idle: 100 W
                caps: [{name: evening, from: 10 h, to: 14 h, share: 50 %, onBegin: requeue}]
            policies:
              plain: {backfill: none, placement: first-fit}
              conservative: {backfill: conservative, placement: first-fit}
            run: {length: 2d, seeds: 1..2}
            """;

    @TempDir Path folder;
    private Path scenario;

    @BeforeEach
    void write() throws IOException {
        scenario = Files.writeString(folder.resolve("breaking.yaml"), BREAKING);
    }

    private Map<String, String> run(Path out, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", scenario.toString()));
        words.addAll(List.of("--out", out.toString(), "--progress", "none"));
        words.addAll(List.of(more));
        StudyCall call = StudyCall.of(words.toArray(String[]::new));
        assertThat(call.status()).as(call.err()).isZero();
        return events(Folder.results(out));
    }

    private static Map<String, String> events(Map<String, String> files) {
        Map<String, String> events = new TreeMap<>(files);
        events.keySet().removeIf(name -> !name.endsWith("events.csv.gz"));
        return events;
    }

    @Test
    void everyCellTellsOfWhatHappenedInOrderOfTime() throws IOException {
        Map<String, String> events = run(folder.resolve("out"));

        assertThat(events).hasSize(4);
        assertThat(String.join("", events.values()))
                .containsPattern(",preempt,[0-9]+,[0-9]+,outage\n")
                .containsPattern(",restart,[0-9]+,[0-9]+,failure\n")
                .containsPattern(",promise-broken,[0-9]+,[0-9]+,[0-9.]+\n");
        for (String table : events.values()) {
            List<String> lines = table.lines().toList();
            assertThat(lines.get(0)).isEqualTo("time_s,machine,kind,subject,nodes,detail");
            assertThat(table)
                    .contains("\n36000,east,cap,evening,43,idle\n")
                    .contains("\n50400,east,cap,evening,0,idle\n")
                    .contains("\n108000,east,window-open,cleaning,40,maintenance\n")
                    .contains("\n129600,east,window-close,cleaning,40,maintenance\n")
                    .contains(",east,node-down,", ",east,node-up,", ",east,restart,");
            assertThat(lines.subList(1, lines.size()))
                    .isSortedAccordingTo(
                            (one, other) -> Double.compare(seconds(one), seconds(other)));
        }
    }

    private static double seconds(String line) {
        return Double.parseDouble(line.substring(0, line.indexOf(',')));
    }

    @Test
    void threadsShardsAndAStudyThatGoesOnTellTheSame() throws IOException {
        Path out = folder.resolve("out");
        Map<String, String> events = run(out, "--threads", "1");
        assertThat(run(folder.resolve("other"), "--threads", "4")).isEqualTo(events);

        Path journal = out.resolve("cells/summaries.jsonl");
        Files.writeString(journal, Files.readAllLines(journal).get(1) + "\n");
        Files.writeString(out.resolve("cells/0003/events.csv.gz"), "half of a cell in flight");
        assertThat(run(out, "--resume")).isEqualTo(events);

        run(folder.resolve("1"), "--shard", "1/2");
        run(folder.resolve("2"), "--shard", "2/2");
        Path merged = folder.resolve("merged");
        StudyCall.of(
                "merge",
                folder.resolve("1").toString(),
                folder.resolve("2").toString(),
                "--out",
                merged.toString());
        assertThat(events(Folder.results(merged))).isEqualTo(events);
    }

    @Test
    void summariesAloneHaveNoneAndLeaveNone() throws IOException {
        Path out = folder.resolve("out");
        assertThat(run(out)).isNotEmpty();
        assertThat(run(out, "--set", "run.keep=summaries")).isEmpty();
    }

    @Test
    void whoMakesWayForAnotherIsTold() throws IOException {
        scenario =
                Files.writeString(
                        folder.resolve("urgent.yaml"),
                        """
                        scenario: urgent
                        machines: {east: {nodes: 64}}
                        organizations: {weather: {}, anyone: {}}
                        workload:
                          streams:
                            - {organization: weather, generate: {load: 0.4, nodes: {max: 32}}}
                            - {organization: anyone, generate: {load: 1.2, nodes: {max: 32}}}
                        policies:
                          kills:
                            backfill: easy
                            preemption: qos
                            qos:
                              urgent: {priority: 10, organizations: [weather]}
                              spot: {priority: -10, yields: true, mode: requeue, organizations: [anyone]}
                        run: {length: 2d}
                        """);

        assertThat(run(folder.resolve("out")).values())
                .singleElement()
                .asString()
                .containsPattern(",preempt,[0-9]+,[0-9]+,preemption\n")
                .containsPattern(",restart,[0-9]+,[0-9]+,preemption\n");
    }

    @Test
    void aReplayTellsOfMaintenance() throws IOException {
        Path trace = // of the day before Fugaku's maintenance of 87 hours, and after it
                Files.writeString(
                        folder.resolve("t.swf"),
                        """
                        ; UnixStartTime: %d
                        1 0 -1 86400 384 -1 -1 384 86400 -1 1 7 3 -1 1 1 -1 -1
                        2 43200 -1 86400 384 -1 -1 384 86400 -1 1 8 5 -1 1 1 -1 -1
                        """
                                .formatted(Instant.parse("2025-10-05T15:00:00Z").getEpochSecond()));
        Path out = folder.resolve("replayed");
        Call call =
                Call.of(
                        "replay",
                        trace,
                        "--machine",
                        "fugaku",
                        "--conventions=dandori",
                        "--out",
                        out,
                        "--progress",
                        "none");

        assertThat(call.status()).as(call.err()).isZero();
        assertThat(Folder.contents(out).get("events.csv.gz"))
                .containsPattern("\n86400,fugaku,window-open,[^,]*,158976,maintenance\n")
                .containsPattern("\n399600,fugaku,window-close,[^,]*,158976,maintenance\n");
    }

    @Test
    void aReplayTellsOfNothingWhereThereIsNone() throws IOException {
        Path trace =
                Files.writeString(
                        folder.resolve("t.swf"), "1 0 0 50 2 -1 -1 2 60 -1 1 1 1 1 -1 -1 -1 -1\n");
        Path out = folder.resolve("replayed");
        Call call = Call.of("replay", trace, "--nodes", "4", "--out", out, "--progress", "none");

        assertThat(call.status()).as(call.err()).isZero();
        assertThat(Folder.contents(out)).doesNotContainKey("events.csv.gz");
    }
}
