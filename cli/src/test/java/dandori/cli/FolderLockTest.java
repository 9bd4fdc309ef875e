package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.results.FolderLock;
import java.nio.file.Files;
import java.nio.file.Path;
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
