package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Full disks, closed pipes, too little memory, interruptions: the process as a user meets it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a shell script.")
class BadLuckTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir private Path folder;

    @Test
    void aFullDiskLeavesNoFileUnderItsName() throws IOException {
        assumeTrue(Files.exists(FULL), "Skipped: there is no /dev/full");
        Path out = Files.createDirectory(folder.resolve("out"));
        String draft =
                ".jobs.csv.gz.%d-%d.part"
                        .formatted(ProcessHandle.current().pid(), Thread.currentThread().getId());
        Files.createSymbolicLink(out.resolve(draft), FULL);
        Call call = Call.of("replay", TinyTrace.five(folder), "--out", out);
        assertThat(call.err())
                .isEqualTo(
                        "dandori: " + out.resolve("jobs.csv.gz") + ": No space left on device.\n");
        assertThat(call.status()).isEqualTo(1);
        assertThat(ResultsFolderTest.names(out)).containsExactly("manifest.json");
        assertThat(out.resolve("manifest.json")).content().contains("\"running\"");
    }

    @Test
    void aFullStandardOutputIsSaid() {
        assumeTrue(Files.exists(FULL), "Skipped: there is no /dev/full");
        Call call = shell(List.of(), " replay " + TinyTrace.five(folder) + " > /dev/full");
        assertThat(call.err()).isEqualTo("dandori: standard output: No space left on device.\n");
        assertThat(call.status()).isEqualTo(1);
    }

    @Test
    void aReaderMayGoAwayEarly() {
        Call call = shell(List.of(), " trace info " + TinyTrace.five(folder) + " | head -n 1");
        assertThat(call).isEqualTo(new Call(0, "tiny\n", ""));
        Call gone = shell(List.of(), " catalogue | true");
        assertThat(gone).isEqualTo(new Call(0, "", ""));
    }

    @Test
    void tooLittleMemoryIsOneSentence() {
        StringBuilder lines = new StringBuilder(TinyTrace.HEADER);
        for (int job = 1; job <= 300_000; job++) {
            lines.append(job).append(" 0 -1 1 1 -1 -1 1 1 -1 1 1 1 1 1 1 -1 -1\n");
        }
        Path trace = TinyTrace.write(folder, "long.swf", lines.toString());
        List<String> command = Call.javaWords(List.of("-Xmx20m"));
        command.addAll(List.of("replay", trace.toString(), "--out", "out"));
        Call call = Call.ofProcess(folder, command);
        assertThat(call.err())
                .startsWith("dandori: there is not enough memory.\nMaybe more of it: ")
                .hasLineCount(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.status()).isEqualTo(1);
        assertThat(folder.resolve("out/jobs.csv.gz")).doesNotExist();
    }

    @Test
    void anInterruptedReplayDoesNotPassForAFinishedOne() throws Exception {
        StringBuilder lines = new StringBuilder(TinyTrace.HEADER);
        for (int job = 1; job <= 40_000; job++) {
            lines.append(TinyTrace.line(job, 0, -1, 1 + job % 97, 1 + job % 4, 500));
        }
        TinyTrace.write(folder, "busy.swf", lines.toString());
        List<String> command = Call.javaWords(List.of());
        command.addAll(List.of("replay", "busy.swf", "--backfill", "conservative"));
        command.addAll(List.of("--check", "full", "--out", "out"));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said.txt").toFile())
                        .start();
        try {
            Path manifest = folder.resolve("out/manifest.json");
            for (int i = 0; i < 300 && !Files.exists(manifest); i++) {
                Thread.sleep(50);
            }
            assertThat(manifest).exists();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            assumeTrue(
                    process.waitFor(10, TimeUnit.SECONDS),
                    "Skipped: this JVM was told to ignore interrupts, and so is its child");
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(manifest).content().contains("\"state\" : \"running\"");
            assertThat(folder.resolve("out/jobs.csv.gz")).doesNotExist();
            assertThat(folder.resolve("said.txt"))
                    .content()
                    .isEqualToIgnoringNewLines("dandori: interrupted. out is not complete.");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** A command line of the shell, which begins with the command's own JVM. */
    private Call shell(List<String> options, String rest) {
        String java =
                new ArrayList<>(Call.javaWords(options))
                        .stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        return Call.ofProcess(folder, List.of("sh", "-c", java + rest));
    }
}
