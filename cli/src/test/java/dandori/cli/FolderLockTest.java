package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.results.FolderLock;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @Test
    void whoHoldsAFolderHoldsItAlone(@TempDir Path folder) throws Exception {
        Optional<FolderLock> first = FolderLock.take(folder);
        assertThat(first).isPresent();
        assertThat(FolderLock.take(folder)).isEmpty();
        first.get().close();
        Optional<FolderLock> next = FolderLock.take(folder);
        assertThat(next).isPresent();
        next.get().close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatOthersInTheProcessHaveLockedIsHeld(@TempDir Path folder) throws Exception {
        Path file = folder.resolve(FolderLock.NAME);
        try (FileChannel other =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.lock().isValid()).isTrue();
            assertThat(FolderLock.take(folder)).isEmpty();
        }
    }

    @Test
    void whoAsksForAFolderThatItHoldsDoesNotLoseIt(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        Path same = Files.createSymbolicLink(folder.resolve("same"), out.getFileName());
        List<String> words = new ArrayList<>(Call.javaWords(List.of()));
        words.addAll(List.of("run", "s.yaml", "--out", "out", "--progress", "none"));
        Files.writeString(
                folder.resolve("s.yaml"),
                """
                scenario: s
                machines: {east: {nodes: 8}}
                organizations: {us: {home: east}}
                workload: {streams: [{organization: us, generate: {load: 0.5, nodes: {max: 8}}}]}
                policies: {plain: {backfill: none}}
                run: {length: 1d}
                """);
        try (FolderLock held = FolderLock.take(out).orElseThrow()) {
            assertThat(FolderLock.take(out)).isEmpty();
            assertThat(FolderLock.take(same)).isEmpty();

            Call other = Call.ofProcess(folder, words);

            assertThat(other.status()).isEqualTo(2);
            assertThat(other.err()).contains("--out: another run is writing into 'out'.");
            assertThat(held).isNotNull();
        }
        assertThat(Call.ofProcess(folder, words).err()).isEmpty();
    }

    @Test
    void aRunIntoAFolderThatIsBeingWrittenIsRefusedAndTouchesNothing(@TempDir Path folder)
            throws Exception {
        Path out = folder.resolve("out");
        Path scenario = Path.of("../scenarios/examples/first-steps.yaml");
        try (FolderLock other = FolderLock.take(out).orElseThrow()) {
            Files.writeString(out.resolve("summary.json"), "{}");
            Call call = Call.of("run", scenario.toString(), "--out", out.toString());
            assertThat(call.status()).isEqualTo(2);
            assertThat(call.err())
                    .contains("--out: another run is writing into '" + out + "'.")
                    .contains("Maybe another folder");
            assertThat(out.resolve("summary.json")).hasContent("{}");
            assertThat(other).isNotNull();
        }
    }
}
