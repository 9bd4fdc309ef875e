package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many nodes as an int holds, for as long as a long holds: nodes · time never wraps around. */
class ExtremeNumbersTest {

    private static final int MOST = Integer.MAX_VALUE - 1;

    @TempDir private Path folder;

    private StudyCall replay(long seconds, String... words) throws IOException {
        StringBuilder text = new StringBuilder("; MaxProcs: %d\n".formatted(MOST));
        for (int id = 1; id <= 3; id++) {
            text.append("%d %d -1 %d ".formatted(id, id, seconds));
            text.append("%d -1 -1 %d %d -1 1 1 1 1 1 1 -1 -1\n".formatted(MOST, MOST, seconds));
        }
        Path trace = Files.writeString(folder.resolve("t.swf"), text);
        String[] all = new String[words.length + 2];
        all[0] = "replay";
        all[1] = trace.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return StudyCall.of(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "easy", "conservative", "slurm", "tcs", "replan"})
    void whatFitsIsPlayed(String backfill) throws IOException {
        StudyCall call = replay(50_000, "--backfill", backfill, "--check", "full");
        assertThat(call.status()).as(call.err()).isZero();
        assertThat(call.out()).contains("100.0 %");
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000_000, 100_000_000_000L, 2_305_843_009_213L})
    void whatDoesNotIsRefused(long seconds) throws IOException {
        StudyCall call = replay(seconds, "--backfill", "easy");
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .contains("dandori: a time or an amount is too large to be counted")
                .contains("Maybe a number of the input is wrong");
    }

    @Test
    void anOrderThatCountsNodeTimeRefusesItToo() throws IOException {
        StudyCall call = replay(100_000_000_000L, "--backfill", "none", "--order", "las");
        assertThat(call.status()).isEqualTo(2);
    }
}
