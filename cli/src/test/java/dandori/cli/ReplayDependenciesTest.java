package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users who wait for their own jobs, by hand. */
class ReplayDependenciesTest {

    @TempDir private Path folder;

    @Test
    void aJobIsSubmittedItsThinkTimeAfterTheOneBeforeIt() throws IOException {
        // 1: 0–10. 2 comes 5 s after it: 15–25. 3 waits from 2 until 2 has left: 25–33.
        String text =
                TinyTrace.HEADER
                        + TinyTrace.line(1, 0, 0, 10, 2, 10)
                        + TinyTrace.line(2, 1, 0, 10, 4, 10).replace("-1 -1\n", "1 5\n")
                        + TinyTrace.line(3, 2, 1, 8, 1, 8).replace("-1 -1\n", "2 -1\n");
        Path trace = TinyTrace.write(folder, "chain.swf", text);
        Path out = folder.resolve("out");
        Call call =
                Call.of(
                        "replay",
                        trace,
                        "--dependencies",
                        "--backfill",
                        "easy",
                        "--check",
                        "full",
                        "--out",
                        out);
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .contains("noted     1   submitted a think time after the preceding job has left")
                .contains("noted     1   think time unknown: held until the preceding job has left")
                .contains("first to last submit (15 s)")
                .contains("3 completed");
        assertThat(jobs(out)).containsExactly("1 0 0 10", "2 15 15 25", "3 2 25 33");
        Call plain = Call.of("replay", trace, "--backfill", "easy", "--out", out, "--force");
        assertThat(plain.out()).doesNotContain("preceding");
        assertThat(jobs(out)).containsExactly("1 0 0 10", "2 1 10 20", "3 2 2 10");
    }

    @Test
    void whereNobodyFollowsAnybodyThatIsSaid() throws IOException {
        Path trace =
                TinyTrace.write(
                        folder, "one.swf", TinyTrace.HEADER + TinyTrace.line(1, 0, 0, 10, 2, 10));
        Call call = Call.of("replay", trace, "--dependencies", "--backfill", "easy");
        assertThat(call.out())
                .contains(
                        "noted     0   name a preceding job (field 17): nobody waits for another");
        assertThat(Call.of("replay", trace, "--backfill", "easy").out())
                .doesNotContain("preceding");
    }

    /** Number, submission, start and end of each job. */
    private static List<String> jobs(Path out) throws IOException {
        return ResultsFolderTest.unpacked(out.resolve("jobs.csv.gz"))
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> String.join(" ", cells[0], cells[5], cells[6], cells[7]))
                .toList();
    }
}
