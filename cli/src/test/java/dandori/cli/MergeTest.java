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

/** Studies that are played in shards and put together. */
class MergeTest {

    private static final String SWEPT =
            """
            scenario: swept
            machines: {east: {nodes: 32}}
            organizations: {us: {home: east}}
            workload:
              streams:
                - {organization: us, generate: {load: {sweep: [0.6, 0.9]}, nodes: {max: 32}}}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 1d, seeds: 1..2}
            """;

    /** One draw: more shards than that share its cells. */
    private static final String LOGGED =
            """
            scenario: logged
            machines: {east: {nodes: 64}}
            organizations: {us: {home: east}}
            workload:
              streams: [{organization: us, trace: {file: jobs.swf}}]
            campaigns:
              model:
                organization: us
                model: llm-jp-13b
                tokens: 2e8
                nodes: 4
                stepTime: 20s
                deadline: 2024-03-03T00:00+09:00
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            """;

    private static final String TRACE =
            """
            ; UnixStartTime: 1709251200
            ; TimeZoneString: Asia/Tokyo
            ; MaxNodes: 128
            1 0 -1 5000 40 -1 -1 40 6000 -1 1 1 1 -1 1 -1 -1 -1
            2 100 -1 7000 40 -1 -1 40 6000 -1 1 2 1 -1 1 -1 -1 -1
            3 200 -1 700 4 -1 -1 4 900 -1 1 2 1 -1 1 -1 -1 -1
            """;

    @TempDir Path folder;
    private final List<String> settings = new ArrayList<>();

    private StudyCall run(String... more) {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("run", folder.resolve("study.yaml").toString(), "--progress", "none"));
        words.addAll(settings);
        words.addAll(List.of(more));
        return StudyCall.of(words.toArray(String[]::new));
    }

    private StudyCall shard(int number, int count) {
        return run("--shard", number + "/" + count, "--out", path(number));
    }

    private String path(int number) {
        return folder.resolve("s" + number).toString();
    }

    private StudyCall merge(int... numbers) {
        List<String> words = new ArrayList<>(List.of("merge"));
        for (int number : numbers) {
            words.add(path(number));
        }
        words.addAll(List.of("--out", folder.resolve("merged").toString()));
        return StudyCall.of(words.toArray(String[]::new));
    }

    private Map<String, String> whole(String text) throws IOException {
        Files.writeString(folder.resolve("study.yaml"), text);
        Path whole = folder.resolve("whole");
        assertThat(run("--out", whole.toString()).status()).isZero();
        return Folder.results(whole);
    }

    /** Long problems go on in the next line. */
    private static String onOneLine(String text) {
        return text.replaceAll("\\n {4}", " ");
    }

    private Map<String, String> merged() throws IOException {
        return Folder.results(folder.resolve("merged"));
    }

    @Test
    void shardsInAnyOrderAreTheStudyByteByByte() throws IOException {
        Map<String, String> whole = whole(SWEPT);
        for (int number = 1; number <= 3; number++) {
            assertThat(shard(number, 3).status()).isZero();
        }

        StudyCall call = merge(3, 1, 2);

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(merged()).isEqualTo(whole).hasSize(8 * 3 + 7);
        String manifest = Files.readString(folder.resolve("merged/manifest.json"));
        assertThat(manifest)
                .contains("\"cells_planned\" : 8", "\"state\" : \"complete\"", "study.yaml")
                .doesNotContain("\"shard\"");
        assertThat(merge(1, 2, 3, 3).status()).as("once more, and one of them twice").isZero();
        assertThat(merged()).isEqualTo(whole);
    }

    @Test
    void summariesAloneAreEnoughAndTracesNeedNotBeThere() throws IOException {
        Files.writeString(folder.resolve("jobs.swf"), TRACE);
        settings.addAll(List.of("--set", "run.keep=summaries"));
        Map<String, String> whole = whole(LOGGED);
        assertThat(whole.get("report.md")).contains("was logged on a machine of 128 nodes");
        for (int number = 1; number <= 3; number++) {
            StudyCall call = shard(number, 3);
            assertThat(call.err()).isEmpty();
            assertThat(call.status()).isZero();
        }
        assertThat(Folder.results(Path.of(path(3))).keySet())
                .as("there are two cells")
                .containsExactly(
                        "cells/summaries.jsonl",
                        "cells/variants.jsonl",
                        "machine.json",
                        "scenario.yaml");
        Files.delete(folder.resolve("jobs.swf"));
        Files.delete(folder.resolve("study.yaml"));

        StudyCall call = merge(1, 2, 3);

        assertThat(call.err()).isEmpty();
        assertThat(merged()).isEqualTo(whole).containsKey("campaigns.csv");
    }

    @Test
    void aShardSaysThatItIsNoneOfTheWhole() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), SWEPT);
        StudyCall call = shard(2, 3);

        String words = "Shard 2 of 3: 2 cells of the study, not all";
        assertThat(call.out()).contains(words);
        Path out = Path.of(path(2));
        assertThat(out.resolve("report.md")).content().contains(words);
        assertThat(out.resolve("summary.json")).content().contains(words);
        assertThat(out.resolve("manifest.json"))
                .content()
                .contains("\"shard\" : \"2/3\"", "\"cells_planned\" : 2");
        assertThat(Files.readAllLines(out.resolve("cells/summaries.jsonl"))).hasSize(2);
        assertThat(run("--shard", "2/3", "--out", path(2), "--resume").status()).isZero();
        assertThat(run("--shard", "1/3", "--out", path(2)))
                .satisfies(other -> assertThat(other.status()).isEqualTo(2))
                .extracting(StudyCall::err)
                .asString()
                .contains("holds shard 2/3, which shard 1/3 would replace.");
        assertThat(run("--out", path(2)).err()).contains("shard 2/3, which a whole study would");
    }

    @Test
    void withoutAFolderAShardGoesBelowThatOfTheStudy() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), SWEPT);
        Path study = folder.resolve("results");
        settings.addAll(List.of("--set", "report.folder=" + study));
        assertThat(run("--shard", "1/2").status()).isZero();
        assertThat(run("--shard", "2/2").status()).isZero();
        StudyCall call =
                StudyCall.of(
                        "merge",
                        study.resolve("shards/1-of-2").toString(),
                        study.resolve("shards/2-of-2").toString(),
                        "--out",
                        study.toString());

        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(study.resolve("summary.json")).exists();
    }

    @Test
    void whatIsMissingIsNamedAndNothingWritten() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), SWEPT);
        shard(1, 4);
        shard(2, 4);
        Path journal = Path.of(path(2)).resolve("cells/summaries.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(journal, lines.get(0) + "\n");

        StudyCall call = merge(1, 2);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .contains(
                        path(2) + ": shard 2/4 is not complete: cell 3.",
                        "shard 3/4 is missing: cells 4, 5.",
                        "shard 4/4 is missing: cells 6, 7.",
                        "Maybe 'run' once more with the --shard that is missing");
        assertThat(folder.resolve("merged")).doesNotExist();
        Files.write(journal, lines);
        Path manifest = Path.of(path(2)).resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"complete\"", "\"running\""));
        assertThat(merge(1, 2).err()).contains("shard 2/4 is not complete.");
    }

    @Test
    void whatDoesNotBelongTogetherIsRefusedAllAtOnce() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), SWEPT);
        shard(1, 2);
        run("--shard", "2/3", "--out", path(2));
        settings.addAll(List.of("--seeds", "3..4"));
        run("--shard", "2/2", "--out", path(3));
        Path manifest = Path.of(path(3)).resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replaceFirst("dandori [0-9.]+", "dandori 0"));

        StudyCall call = merge(1, 2, 3, 4);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains(path(4) + ": holds no shard of a study.");
        assertThat(onOneLine(merge(1, 2, 3).err()))
                .contains(
                        path(2) + ": is shard 2/3, but " + path(1) + " is shard 1/2.",
                        path(3) + ": was made by 'dandori 0",
                        path(3) + ": has another scenario than " + path(1) + ".");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void aCellThatCameOutOtherwiseIsRefused() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), SWEPT);
        shard(1, 2);
        shard(2, 2);
        run("--shard", "2/2", "--out", path(3));
        Path journal = Path.of(path(3)).resolve("cells/summaries.jsonl");
        Files.writeString(
                journal, Files.readString(journal).replaceFirst("\"jobs\":", "\"jobs\":1"));

        assertThat(merge(1, 2, 3).err())
                .contains(path(3) + ": cell 2 is not the same in " + path(2) + ".");
        Files.writeString(folder.resolve("study.yaml"), SWEPT + "# changed\n");
        run("--shard", "2/2", "--out", path(2));
        assertThat(onOneLine(merge(1, 2).err()))
                .contains(path(2) + ": was played with another '", "study.yaml' than " + path(1));
    }

    @Test
    void aMachineFileThatHasChangedIsNamed() throws IOException {
        Path machine = MachineFile.write(folder);
        Files.writeString(
                folder.resolve("study.yaml"), SWEPT.replace("{nodes: 32}}", "{from: m.yaml}}"));
        assertThat(shard(1, 2).err()).isEmpty();
        assertThat(shard(2, 2).err()).isEmpty();
        MachineFile.change(machine);

        StudyCall call = merge(1, 2);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("have changed since", "  " + machine + "\n");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    @Test
    void wrongWordsAreRefused() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), SWEPT);
        assertThat(run("--shard", "0/4").err())
                .contains("--shard: there is no shard 0 of 4.\nMaybe 1/4, 2/4, 3/4 or 4/4.");
        assertThat(run("--shard", "all").err())
                .contains("--shard: must be a number and how many there are, but is 'all'.");
        shard(1, 2);
        assertThat(StudyCall.of("merge", path(1), "--out", path(1)).err())
                .contains("--out: '" + path(1) + "' is one of the shards.");
    }
}
