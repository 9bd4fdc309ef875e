package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.web.study.StudyLine;
import dandori.web.study.StudyState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which results folders are found, and when they are read again. */
final class StudiesListTest {

    @TempDir private Path folder;
    private StudiesList list;

    @BeforeEach
    void begin() throws IOException {
        list = new StudiesList(new ServedFolder(folder), InstantSource.system());
    }

    private void study(String name, String state) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(
                folder.resolve(name).resolve("manifest.json"),
                "{\"state\": \"%s\"}".formatted(state));
    }

    private List<String> names() throws IOException {
        return list.lines().stream().map(line -> String.valueOf(line.tree().get("at"))).toList();
    }

    @Test
    void foldersWithinFoldersButNotWithinStudies() throws IOException {
        study("b", "complete");
        study("a/deep/er", "complete");
        study("b/shards/1-of-2", "complete");
        study("one/two/three/four", "complete");

        assertThat(names()).containsExactly("a/deep/er", "b");
    }

    @Test
    void whatIsCompleteIsReadOnce() throws IOException {
        study("a", "complete");
        study("b", "running");

        List<StudyLine> first = list.lines();
        List<StudyLine> second = list.lines();

        assertThat(second.get(0)).isSameAs(first.get(0));
        assertThat(second.get(1)).isNotSameAs(first.get(1)).isEqualTo(first.get(1));
    }

    @Test
    void aNewStateIsSeen() throws IOException {
        study("a", "running");
        assertThat(list.lines().get(0).state()).isEqualTo(StudyState.BROKEN_OFF);

        study("a", "complete");

        assertThat(list.lines().get(0).state()).isEqualTo(StudyState.COMPLETE);
    }

    @Test
    void nothingIsAnEmptyList() throws IOException {
        assertThat(names()).isEmpty();
    }
}
