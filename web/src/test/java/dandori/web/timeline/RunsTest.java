package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunsTest {

    private static final long LONG_MILLIS = 60_000;

    @TempDir Path folder;

    @Test
    void aRunIsReadOnceUntilItsFilesChange() throws Exception {
        write("a", 3);
        try (Runs runs = new Runs(folder, 100)) {
            Run first = loaded(runs, "a");
            assertThat(runs.at(folder.resolve("a"))).isSameAs(first);
            write("a", 4);
            Run second = loaded(runs, "a");
            assertThat(second).isNotSameAs(first);
            assertThat(second.stamp()).isNotEqualTo(first.stamp());
            assertThat(second.jobs().count()).isEqualTo(4);
            assertThat(first.jobs().count()).isEqualTo(3);
        }
    }

    @Test
    void theRunThatWasLookedAtLeastRecentlyMakesRoom() throws Exception {
        for (String name : new String[] {"a", "b", "c"}) {
            write(name, 40);
        }
        try (Runs runs = new Runs(folder, 100)) {
            Run a = loaded(runs, "a");
            Run b = loaded(runs, "b");
            assertThat(runs.at(folder.resolve("a"))).isSameAs(a);
            loaded(runs, "c"); // room is made right after
            for (int i = 0; i < LONG_MILLIS && runs.count() > 2; i++) {
                Thread.sleep(1);
            }
            assertThat(runs.at(folder.resolve("a"))).isSameAs(a);
            assertThat(runs.at(folder.resolve("b"))).isNotSameAs(b);
        }
    }

    @Test
    void aRunThatIsLargerThanTheRoomIsKeptAlone() throws Exception {
        write("a", 300);
        try (Runs runs = new Runs(folder, 100)) {
            Run run = loaded(runs, "a");
            assertThat(run.jobs().count()).isEqualTo(300);
            assertThat(runs.at(folder.resolve("a"))).isSameAs(run);
        }
    }

    @Test
    void theStudyOfACellIsReadOnlyWhereItIsServed() throws Exception {
        Path cell = folder.resolve("study/cells/0000");
        Files.createDirectories(cell);
        WrittenRun.table(cell, "jobs.csv.gz", WrittenRun.HEAD);
        Files.writeString(folder.resolve("study/summary.json"), "{\"description\": \"secret\"}");
        assertThat(RunAbout.of(cell, folder).description()).isEqualTo("secret");
        assertThat(RunAbout.of(cell, cell).description()).isNull();
        assertThat(RunAbout.of(cell, cell).study()).isEqualTo(cell);
    }

    @Test
    void theStartOfALongRunSectionIsFound() throws Exception {
        String seeds = "    - 7\n".repeat(20_000);
        Files.writeString(
                folder.resolve("scenario.yaml"),
                "scenario: x\nrun:\n  seeds:\n" + seeds + "  start: '2026-04-01T00:00+09:00'\n");
        assertThat(RunAbout.of(folder, folder).originSeconds()).isEqualTo(1_775_001_600L);
    }

    private Run loaded(Runs runs, String name) throws InterruptedException {
        Run run = runs.at(folder.resolve(name));
        run.await(LONG_MILLIS);
        assertThat(run.isOver()).isTrue();
        return run;
    }

    private void write(String name, int jobs) throws IOException {
        StringBuilder lines = new StringBuilder(WrittenRun.HEAD);
        for (int i = 0; i < jobs; i++) {
            lines.append(WrittenRun.line(i, "a", 0, i, i + 1, "0"));
        }
        WrittenRun.table(folder.resolve(name), "jobs.csv.gz", lines.toString());
    }
}
