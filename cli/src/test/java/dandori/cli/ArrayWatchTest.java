package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.experiment.Shard;
import dandori.results.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When shards count as complete, and which are submitted again; the batch system is played. */
class ArrayWatchTest {

    private static final int SHARDS = 3;

    @TempDir Path shards;
    private final List<String> story = new ArrayList<>();
    private final Map<Integer, String> active = new TreeMap<>();
    private boolean isSilent;

    private final ShardArray array =
            new ShardArray() {
                private int jobs = 7;

                @Override
                public void check() {}

                @Override
                public String submit(List<Integer> again) {
                    story.add("submit " + again);
                    again.forEach(shard -> active.put(shard, "PENDING"));
                    return String.valueOf(++jobs);
                }

                @Override
                public Optional<Map<Integer, String>> active(String job) {
                    return isSilent ? Optional.empty() : Optional.of(new TreeMap<>(active));
                }
            };

    private ArrayWatch watch() {
        ArrayState begun = new ArrayState(SHARDS, Map.of()).with("7", List.of(1, 2, 3));
        for (int shard = 1; shard <= SHARDS; shard++) {
            active.put(shard, "RUNNING");
        }
        Progress shown =
                new Progress() {
                    @Override
                    public void at(long done, long all) {
                        story.add(done + "/" + all);
                    }

                    @Override
                    public void close() {}
                };
        return new ArrayWatch(array, begun, shards, 6, shown);
    }

    private void done(int shard, int cells) {
        Shard its = new Shard(shard, SHARDS);
        Manifest manifest =
                new Manifest("p", List.of(), List.of(), Map.of(), 2, its.text(), "cheap");
        try {
            if (cells == 2) {
                manifest.writeComplete(shards.resolve(its.folder()), 1);
            } else {
                manifest.writeRunning(shards.resolve(its.folder()), cells);
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void aShardIsCompleteWhenItsManifestSaysSo() throws Exception {
        watch().follow(looks -> {
            done(looks, 2);
            active.remove(looks);
        });

        assertThat(story).containsExactly("0/6", "2/6", "4/6", "6/6");
    }

    @Test
    void whatIsGoneForTwoLooksIsSubmittedAgain() throws Exception {
        ArrayWatch watch = watch();
        watch.follow(looks -> {
            if (looks == 1) {
                done(1, 1);
                done(2, 2);
                done(3, 2);
                active.clear();
            } else if (looks == 4) {
                done(1, 2);
            }
        });

        assertThat(story).containsExactly("0/6", "5/6", "5/6", "submit [1]", "5/6", "6/6");
        assertThat(watch.state().jobs()).containsEntry(1, "8").containsEntry(2, "7");
        assertThat(ArrayState.read(shards)).contains(watch.state());
    }

    @Test
    void aBatchSystemThatDoesNotAnswerIsWaitedFor() throws Exception {
        isSilent = true;
        watch().follow(looks -> {
            if (looks == 20) {
                done(1, 2);
                done(2, 2);
                done(3, 2);
            }
        });

        assertThat(story).hasSize(21).doesNotContain("submit [1, 2, 3]");
    }

    @Test
    void afterThreeTimesAShardIsGivenUpAndTheOthersAreWaitedFor() {
        assertThatThrownBy(() ->
                        watch().follow(looks -> {
                            active.remove(2);
                            if (looks == 1) {
                                write("2-of-3.log", "1\n2\n3\n4\n5\nkilled by the system\n");
                                write("2-of-3.status", "1\n");
                                done(1, 2);
                            } else if (looks == 40) {
                                done(3, 2);
                            }
                        }))
                .isInstanceOfSatisfying(
                        BatchException.class, failed -> assertThat(failed.status()).isEqualTo(1))
                .hasMessageContaining("shard 2/3 was broken off 3 times. The end of ")
                .hasMessageContaining("  killed by the system")
                .hasMessageContaining("the same call with --resume");
        assertThat(story.stream().filter(one -> one.equals("submit [2]"))).hasSize(2);
        assertThat(story).hasSize(41 + 2);
    }

    @Test
    void whatWouldFailAgainIsNotSubmittedAgain() {
        assertThatThrownBy(() ->
                        watch().follow(looks -> {
                            active.clear();
                            write("1-of-3.status", "3\n");
                            write("2-of-3.status", "2\n");
                            done(3, 2);
                        }))
                .isInstanceOfSatisfying(
                        BatchException.class, failed -> assertThat(failed.status()).isEqualTo(3))
                .hasMessageContaining("shard 1/3 ended with status 3.\nshard 2/3 ended with");
        assertThat(story).noneMatch(one -> one.startsWith("submit"));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(shards.resolve(name), text);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void wordsForAShellAreTakenApartAndQuoted() {
        assertThat(SlurmArray.words(" --time=5  --comment=\"a b\" -p 'x y'"))
                .containsExactly("--time=5", "--comment=a b", "-p", "x y");
        assertThat(SlurmScript.quoted("a'b c")).isEqualTo("'a'\\''b c'");
        assertThat(SlurmScript.quoted("/plain/path-1.yaml")).isEqualTo("/plain/path-1.yaml");
    }

    @Test
    void theScriptAsksForWhatSlurmGives() {
        SlurmScript script =
                new SlurmScript(
                        List.of("/opt/my tools/dandori"),
                        List.of("run", "/home/us/a study.yaml", "--set", "run.length=8w"),
                        0,
                        Path.of("/home/us"),
                        Path.of("/home/us/50 %/shards"),
                        12);

        assertThat(script.text())
                .startsWith("#!/bin/sh\n")
                .contains("\nfolder='/home/us/50 %/shards'/$shard-of-12\n")
                .contains("-Xmx$((memory * 3 / 4))m")
                .contains("\n'/opt/my tools/dandori' \\\n")
                .contains("    run '/home/us/a study.yaml' --set run.length=8w \\\n")
                .contains("--threads \"${SLURM_CPUS_ON_NODE:-1}\" --shard \"$shard/12\"");
        assertThat(script.options("my study"))
                .contains(
                        "--job-name=dandori-my-study",
                        "--output=/home/us/50 %%/shards/%a-of-12.log");
    }
}
