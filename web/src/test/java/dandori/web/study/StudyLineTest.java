package dandori.web.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A results folder in the list. */
final class StudyLineTest {

    private static final long NOW = Duration.ofDays(20_000).toMillis();

    @TempDir private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(NOW - Duration.ofDays(2).toMillis()));
    }

    private void manifest(String state) throws IOException {
        write(
                "manifest.json",
                "{\"program\": \"p\", \"command\": [\"run\"], \"seeds\": [1, 2],"
                        + " \"cells_planned\": 6, \"cells_done\": 4, \"state\": \"%s\"}"
                                .formatted(state));
    }

    private StudyLine line() {
        return StudyLine.read("a/b", folder, NOW);
    }

    @Test
    void whatWasAskedByWhichPoliciesOnWhichMachines() throws IOException {
        manifest("complete");
        write(
                "scenario.yaml",
                "scenario: s\ndescription: Who?\nreport:\n  policies:\n    - easy\n");
        write(
                "machine.json",
                "{\"machines\": [{\"name\": \"m\", \"unit\": \"gpu\", \"nodes\": 8, \"pools\": []}]}");
        write("summary.json", "{\"scenario\": \"s\", \"answer\": [\"Yes.\"], \"policies\": {");

        assertThat(line().tree())
                .containsEntry("at", "a/b")
                .containsEntry("kind", "study")
                .containsEntry("question", "Who?")
                .containsEntry("policies", List.of("easy"))
                .containsEntry("answer", "Yes.")
                .containsEntry("cells_planned", 6L)
                .containsEntry("cells_done", 4L)
                .containsEntry("state", "complete")
                .doesNotContainKey("problem");
        assertThat(line().tree().get("machines").toString()).contains("name=m", "nodes=8");
    }

    @Test
    void aStudyThatNobodyWorksOnIsBrokenOff() throws IOException {
        manifest("running");

        assertThat(line().state()).isEqualTo(StudyState.BROKEN_OFF);
    }

    @Test
    void aStudyWhoseSimulationsFailedIsIncomplete() throws IOException {
        manifest("running");
        write("summary.json", "{}");

        assertThat(line().state()).isEqualTo(StudyState.INCOMPLETE);
    }

    @Test
    void aLeftoverLockOfAKilledRunIsNoSign() throws IOException {
        manifest("running");
        write(".lock", "x");
        Files.createDirectories(folder.resolve("cells"));
        Files.setLastModifiedTime(folder.resolve("cells"), FileTime.fromMillis(0));

        assertThat(line().state()).isEqualTo(StudyState.BROKEN_OFF);
        write("cells/summaries.jsonl", "");
        Files.setLastModifiedTime(
                folder.resolve("cells/summaries.jsonl"), FileTime.fromMillis(NOW - 1000));
        assertThat(line().state()).isEqualTo(StudyState.RUNNING);
    }

    @Test
    void aLockThatIsHeldIsASignHoweverLongNothingCame() throws IOException {
        manifest("running");
        write(".lock", "x");
        try (FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();

            assertThat(line().state()).isEqualTo(StudyState.RUNNING);
            assertThat(lock.isOpen()).isTrue();
        }
        Files.setLastModifiedTime(folder.resolve(".lock"), FileTime.fromMillis(0));
        assertThat(line().state()).isEqualTo(StudyState.BROKEN_OFF);
    }

    @Test
    void aLockOnSharedDisksMayBeHeldByAnotherMachineForHours() {
        for (String shared : List.of("nfs", "nfs4", "lustre", "gpfs", "cifs", "fuse.sshfs", "")) {
            assertThat(RunningSign.patience(RunningSign.isOwn(shared)))
                    .isGreaterThan(Duration.ofHours(5));
        }
        assertThat(RunningSign.patience(RunningSign.isOwn("ext4")))
                .isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void aStudyThatRunsWithoutNewsSaysForHowLong() throws IOException {
        manifest("running");
        write(".lock", "x");
        for (String file : List.of("manifest.json", ".lock")) {
            Files.setLastModifiedTime(folder.resolve(file), FileTime.fromMillis(NOW - 300_000));
        }
        try (FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();

            assertThat(line().tree()).containsEntry("quiet_min", 5L);
        }
    }

    @Test
    void aReplayIsOne() throws IOException {
        write("manifest.json", "{\"command\": [\"replay\"], \"state\": \"complete\"}");

        assertThat(line().tree()).containsEntry("kind", "replay");
    }

    @Test
    void anUnknownStateIsOfANewerProgram() throws IOException {
        manifest("dreaming");

        assertThat(line().state()).isEqualTo(StudyState.NEWER);
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        write("manifest.json", "{\"sta");
        assertThat(line().state()).isEqualTo(StudyState.DAMAGED);
        assertThat(line().tree()).containsEntry("problem", "a/b/manifest.json cannot be read.");

        write("manifest.json", "[]");
        assertThat(line().tree()).containsEntry("problem", "a/b/manifest.json is no manifest.");

        manifest("complete");
        write("machine.json", "{\"machines\": [");
        assertThat(line().state()).isEqualTo(StudyState.COMPLETE);
        assertThat(line().tree()).containsEntry("problem", "a/b/machine.json cannot be read.");
    }
}
