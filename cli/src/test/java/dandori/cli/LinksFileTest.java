package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code links.csv.gz} is written, and what it says. */
class LinksFileTest {

    private static final String SCENARIO =
            """
            scenario: talk
            machines: {rails: {from: catalogue/sakuraone}}
            organizations: {us: {home: rails}}
            workload:
              streams:
                - organization: us
                  generate: {load: 0.7, nodes: {max: 80}}
                  communication: {pattern: ring-all-reduce, bytesPerSecond: 90 GB/s}
            policies: {easy: {backfill: easy}}
            run: {length: 1d, seeds: 1..2, network: max-min}
            """;

    @TempDir private Path folder;

    private Path replay(String... more) {
        String trace =
                TinyTrace.HEADER
                        + TinyTrace.line(1, 0, -1, 1000, 100, 2000)
                        + TinyTrace.line(2, 10, -1, 500, 10, 2000);
        Path file = TinyTrace.write(folder, "talk.swf", trace);
        Path out = folder.resolve("out");
        List<Object> words =
                new ArrayList<>(List.of("replay", file, "--machine", "sakuraone", "--out", out));
        words.addAll(List.of(more));
        Call call = Call.of(words.toArray());
        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        return out;
    }

    @Test
    void aReplayWithMaxMinSaysWhatLinksCarry() throws IOException {
        Path out = replay("--network", "max-min", "--communication", "ring-all-reduce:1GB/s");
        // A node's link carries 8 x 50 GB/s each way, and 50 nodes are a pod. Each of 100 nodes
        // sends 1 GB/s to the next: 50 out and 50 in below a pod; over its uplinks go node 49's to
        // node 50 and node 99's to node 0. Then the ring of ten lies in the first pod.
        assertThat(Folder.text(out.resolve("links.csv.gz")))
                .isEqualTo(
                        """
                        time_s,machine,link,from,to,links,capacity_gb_per_s,\
                        load_gb_per_s,utilization,utilization_max,links_contended
                        0,sakuraone,node,nodes,pod 0,100,40000.000,100.000,0.003,0.003,0
                        0,sakuraone,node,nodes,pod 1,100,40000.000,100.000,0.003,0.003,0
                        0,sakuraone,pod,pod 0,all,2,40000.000,2.000,0.000,0.000,0
                        0,sakuraone,pod,pod 1,all,2,40000.000,2.000,0.000,0.000,0
                        1000,sakuraone,node,nodes,pod 0,100,40000.000,20.000,0.001,0.003,0
                        1000,sakuraone,node,nodes,pod 1,100,40000.000,0.000,0.000,0.000,0
                        1000,sakuraone,pod,pod 0,all,2,40000.000,0.000,0.000,0.000,0
                        1000,sakuraone,pod,pod 1,all,2,40000.000,0.000,0.000,0.000,0
                        1500,sakuraone,node,nodes,pod 0,100,40000.000,0.000,0.000,0.000,0
                        """);
    }

    @Test
    void whoDoesNotLookAtLinksWritesNoneAndTakesThoseOfARunBeforeAway() {
        Path out = replay("--network", "max-min", "--communication", "ring-all-reduce:1GB/s");
        assertThat(out.resolve("links.csv.gz")).exists();
        replay("--network", "static", "--communication", "ring-all-reduce:1GB/s", "--force");
        assertThat(out.resolve("links.csv.gz")).doesNotExist();
        replay("--force");
        assertThat(out.resolve("links.csv.gz")).doesNotExist();
    }

    private Map<String, String> play(Path out, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("talk.yaml"), SCENARIO);
        List<Object> words =
                new ArrayList<>(List.of("run", file, "--out", out, "--progress", "none"));
        words.addAll(List.of(more));
        Call call = Call.of(words.toArray());
        assertThat(call.status()).as(call.err()).isZero();
        return Folder.results(out);
    }

    @Test
    void studiesThatGoOnOrArePlayedInPartsHaveTheSame() throws IOException {
        Path out = folder.resolve("whole");
        Map<String, String> whole = play(out);
        assertThat(whole).containsKeys("cells/0000/links.csv.gz", "cells/0001/links.csv.gz");
        assertThat(whole.get("cells/0000/links.csv.gz")).contains(",rails,pod,pod 1,all,2,");

        Path journal = out.resolve("cells/summaries.jsonl");
        Files.writeString(journal, Files.readAllLines(journal).get(0) + "\n");
        Files.delete(out.resolve("cells/0001/links.csv.gz"));
        Files.delete(out.resolve("summary.json"));
        assertThat(play(out, "--resume", "--threads", "1")).isEqualTo(whole);

        play(folder.resolve("one"), "--shard", "1/2");
        play(folder.resolve("two"), "--shard", "2/2");
        Path merged = folder.resolve("merged");
        Call merge =
                Call.of("merge", folder.resolve("one"), folder.resolve("two"), "--out", merged);
        assertThat(merge.status()).as(merge.err()).isZero();
        assertThat(Folder.results(merged)).isEqualTo(whole);
    }

    @Test
    void whoKeepsSummariesOnlyHasNone() throws IOException {
        Map<String, String> kept = play(folder.resolve("few"), "--set", "run.keep=summaries");
        assertThat(kept.keySet()).noneMatch(name -> name.contains("links"));
    }
}
