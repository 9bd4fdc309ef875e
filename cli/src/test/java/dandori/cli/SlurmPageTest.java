package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page on Slurm quotes is what the program prints, and what it writes is valid and runs.
 * With {@code -Ddandori.writeGuide=true} it is written anew.
 */
class SlurmPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path SITE = ROOT.resolve("scenarios/examples/slurm");
    private static final Pattern QUOTE =
            Pattern.compile("(?<=<!-- imported -->\n```\n)[^`]*(?=```)");

    @TempDir private Path folder;

    private Call imported(Object... more) {
        Object[] words = new Object[more.length + 3];
        words[0] = "import";
        words[1] = "slurm";
        words[2] = SITE.resolve("slurm.conf");
        System.arraycopy(more, 0, words, 3, more.length);
        return Call.of(words);
    }

    @Test
    void theSiteOfThePageIsImportedAndRuns() throws IOException {
        Path out = folder.resolve("our-site.yaml");
        Call call =
                imported(
                        "--assoc",
                        SITE.resolve("assoc.txt"),
                        "--qos",
                        SITE.resolve("qos.txt"),
                        "--squeue",
                        SITE.resolve("squeue.txt"),
                        "--at",
                        "2026-11-20T12:00+09:00",
                        "--out",
                        out);
        assertThat(call.err()).isEmpty();
        assertThat(call.status()).isZero();
        String printed = call.out().replace(folder.toString() + "/", "");
        Path file = ROOT.resolve("docs/guide/slurm.md");
        String page = Files.readString(file);
        if (Boolean.getBoolean("dandori.writeGuide")) {
            page = QUOTE.matcher(page).replaceFirst(Matcher.quoteReplacement(printed));
            Files.writeString(file, page);
        }
        Matcher quoted = QUOTE.matcher(page);
        assertThat(quoted.find()).isTrue();
        assertThat(quoted.group()).isEqualTo(printed);

        assertThat(Call.of("validate", out).status()).isZero();
        Path results = folder.resolve("results");
        Call run = Call.of("run", out, "--out", results, "--check", "full", "--progress", "none");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Call.of("describe", out).status()).isZero();
        assertThat(
                        Call.of(
                                        "run",
                                        results.resolve("scenario.yaml"),
                                        "--out",
                                        folder.resolve("again"))
                                .status())
                .isZero();
    }

    @Test
    void withoutAQueueJobsAreMadeUp() {
        Path out = folder.resolve("made-up.yaml");
        Call call = imported("--assoc", SITE.resolve("assoc.txt"), "--out", out);
        assertThat(call.status()).as(call.err()).isZero();
        Call run =
                Call.of(
                        "run",
                        out,
                        "--out",
                        folder.resolve("results"),
                        "--check",
                        "full",
                        "--progress",
                        "none");
        assertThat(run.status()).as(run.err()).isZero();
    }

    @Test
    void wrongCallsAreRefused() throws IOException {
        Path out = Files.writeString(folder.resolve("there.yaml"), "mine");
        Call there = imported("--out", out);
        assertThat(there.status()).isEqualTo(2);
        assertThat(there.err()).contains("--out: there is a file").contains("Maybe another name.");
        Call undated =
                imported("--squeue", SITE.resolve("squeue.txt"), "--out", folder.resolve("a.yaml"));
        assertThat(undated.status()).isEqualTo(2);
        assertThat(undated.err()).contains("--at: is missing");
        Call absent =
                Call.of(
                        "import",
                        "slurm",
                        folder.resolve("no.conf"),
                        "--out",
                        folder.resolve("a.yaml"));
        assertThat(absent.status()).isEqualTo(2);
        assertThat(absent.err()).contains("there is no file").doesNotContain("\tat ");
        assertThat(Files.readString(out)).isEqualTo("mine");
    }
}
