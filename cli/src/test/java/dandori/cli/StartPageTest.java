package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/start.md quotes is what the program prints. */
class StartPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir private Path folder;

    @Test
    void theQueueOfOnesOwnBeginsAsQuoted() throws IOException {
        Path queue = ROOT.resolve("scenarios/examples/my-queue.yaml");

        Call run = Call.of("run", queue, "--out", folder.resolve("out"), "--progress", "none");

        String head = run.out().substring(0, run.out().indexOf("\n ▼ ▲"));
        assertThat(Files.readString(ROOT.resolve("docs/start.md"))).contains(head);
    }

    @Test
    void theCheckOfItSaysWhatIsQuoted() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/start.md"));
        String mark = "<!-- snippet: scenarios/examples/my-queue.yaml -->\n```yaml\n";
        String from = page.substring(page.indexOf(mark) + mark.length());
        String queue = from.substring(0, from.indexOf("```"));
        Path right = Files.writeString(folder.resolve("my-queue.yaml"), queue);
        Path wrong = Files.createDirectory(folder.resolve("wrong")).resolve("my-queue.yaml");
        Files.writeString(wrong, queue.replace("{backfill: easy}", "{backfil: easy}"));

        assertThat(page).contains(quoted(right)).contains(quoted(wrong));
    }

    private static String quoted(Path file) {
        return Call.of("validate", file).out().replace(file.toString(), "my-queue.yaml");
    }
}
