package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Studies whose process is killed, meets another in its folder, or has no room left. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It kills as only POSIX does.")
class KilledStudyTest {

    private static final String SWEPT =
            """
            scenario: swept
            machines: {east: {nodes: 64}}
            organizations: {us: {home: east}}
            workload:
              streams:
                - {organization: us, generate: {load: {sweep: [0.6, 0.9]}, nodes: {max: 16}}}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 2w, seeds: 1..4}
            """;

    @TempDir Path folder;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("swept.yaml"), SWEPT);
        out = folder.resolve("out");
    }

    private static List<String> words(List<String> options, String... more) {
        List<String> command = Call.javaWords(options);
        command.addAll(List.of("run", "swept.yaml", "--out", "out", "--progress", "none"));
        command.addAll(List.of(more));
        return command;
    }

    /** The study as it should be, and how many milliseconds it takes. */
    private long play() {
        long began = System.nanoTime();
        assertThat(Call.ofProcess(folder, words(List.of())).status()).isZero();
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Test
    void aFewKillsChangeNothing() throws Exception {
        assertKillsChangeNothing(5, 1);
    }

    @Test
    @Tag("long")
    void aHundredKillsChangeNothing() throws Exception {
        assertKillsChangeNothing(100, 2);
    }

    /** Kills at random instants, resumes on one thread or two, and kills again until it is done. */
    private void assertKillsChangeNothing(int kills, long seed) throws Exception {
        long millis = play();
        Map<String, String> whole = Folder.results(out);
        SplittableRandom random = new SplittableRandom(seed);
        int killed = 0;
        int finished = 0;
        Ruin.remove(out);
        while (killed < kills) {
            String threads = String.valueOf(1 + random.nextInt(2));
            Process process = start(words(List.of(), "--resume", "--threads", threads));
            if (process.waitFor(random.nextLong(millis), TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue())
                        .as(Files.readString(folder.resolve("said.txt")))
                        .isZero();
                assertThat(Folder.results(out)).isEqualTo(whole);
                finished++;
                Ruin.remove(out);
            } else {
                process.destroyForcibly().waitFor();
                killed++;
            }
        }
        assertThat(Call.ofProcess(folder, words(List.of(), "--resume")).status()).isZero();
        assertThat(Folder.results(out)).as("after %d ends", finished).isEqualTo(whole);
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        Process first = start(words(List.of(), "--set", "run.length=20y"));
        try {
            while (first.isAlive() && !Files.exists(out.resolve("cells/summaries.jsonl"))) {
                Thread.sleep(5);
            }
            for (String[] more : new String[][] {{}, {"--resume"}}) {
                Call second = Call.of(Ruin.absolute(folder, more));
                assertThat(first.isAlive()).isTrue();
                assertThat(second.status()).isEqualTo(2);
                assertThat(second.err()).contains("another run is writing into");
            }
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(Call.of(Ruin.absolute(folder)).status()).as("the lock went with it").isZero();
    }

    @Test
    void withoutRoomItSaysSoAndGoesOnWithRoom() throws Exception {
        play();
        Map<String, String> whole = Folder.results(out);
        Ruin.remove(out);
        String java =
                words(List.of()).stream()
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" "));
        Call full = Call.ofProcess(folder, List.of("sh", "-c", "ulimit -f 40; exec " + java));

        assertThat(full.status()).isEqualTo(1);
        assertThat(full.err()).startsWith("dandori: ").contains("File too large");
        assertThat(out.resolve("manifest.json")).content().contains("\"running\"");
        assertThat(out.resolve("report.html")).doesNotExist();

        assertThat(Call.ofProcess(folder, words(List.of(), "--resume")).status()).isZero();
        assertThat(Folder.results(out)).isEqualTo(whole);
    }

    /** What is done to folders between runs. */
    private static final class Ruin {

        static void remove(Path folder) throws IOException {
            List<Path> files = new ArrayList<>();
            try (var all = Files.walk(folder)) {
                all.forEach(file -> files.add(0, file));
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }

        static Object[] absolute(Path folder, String... more) {
            List<Object> words = new ArrayList<>(List.of("run", folder.resolve("swept.yaml")));
            words.addAll(List.of("--out", folder.resolve("out"), "--progress", "none"));
            words.addAll(List.of(more));
            return words.toArray();
        }
    }
}
