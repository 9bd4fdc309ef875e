package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log that comes through a pipe, which is empty the second time. */
@Timeout(60)
class ReplayPipeTest {

    @TempDir private Path folder;

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.swf");
        int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assumeTrue(made == 0, "Skipped: mkfifo makes no pipe here");
        return pipe;
    }

    private static CompletableFuture<Call> begun(Object... words) {
        return CompletableFuture.supplyAsync(() -> Call.of(words));
    }

    @Test
    void itsHashIsLeftOut() throws Exception {
        Path pipe = pipe();
        Path out = folder.resolve("out");
        CompletableFuture<Call> replay = begun("replay", pipe, "--out", out);
        Files.writeString(pipe, TinyTrace.FIVE);

        assertThat(replay.get().err()).isEmpty();
        assertThat(replay.get().status()).isZero();
        assertThat(out.resolve("manifest.json")).content().contains("\"inputs\" : { }");
    }

    @Test
    void whatNeedsItTwiceIsRefused() throws Exception {
        Call call = Call.of("replay", pipe(), "--from", "2010-06-01");
        assertThat(call.err())
                .isEqualTo(
                        "dandori: --from: reads twice, which '%s' cannot be.\nMaybe put it into a file first.\n"
                                .formatted(folder.resolve("pipe.swf")));
        assertThat(call.status()).isEqualTo(2);
    }

    /** While one replay still reads, another puts its results into the same folder. */
    @Test
    void resultsThatHaveComeSinceAreKept() throws Exception {
        Path pipe = pipe();
        Path out = folder.resolve("out");
        CompletableFuture<Call> slow = begun("replay", pipe, "--out", out);
        try (OutputStream log = Files.newOutputStream(pipe)) { // once the other has opened it
            Call other = Call.of("replay", TinyTrace.five(folder), "--out", out);
            assertThat(other.status()).isZero();
            Files.copy(folder.resolve("tiny.swf"), log);
        }

        assertThat(slow.get().err())
                .startsWith(
                        "dandori: --out: '%s' holds the results of another call, 'dandori replay "
                                .formatted(out));
        assertThat(slow.get().status()).isEqualTo(2);
        assertThat(out.resolve("manifest.json")).content().contains("tiny.swf", "complete");
    }
}
