package dandori.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studies that come along are all there, and nothing else is. */
class ShippedStudiesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/dandori/validation");

    @TempDir private Path folder;

    @Test
    void everyFolderIsListed() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES)) {
            assertThat(folders.map(study -> study.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ShippedStudies.names());
        }
    }

    @Test
    void everyFileIsNamedAndComesAlong() throws IOException {
        for (PublishedStudy study : ShippedStudies.in(folder)) {
            Set<String> there = new TreeSet<>(List.of("study.yaml"));
            study.files().stream()
                    .filter(file -> file.from().isEmpty())
                    .forEach(file -> there.add(file.path()));
            assertThat(names(RESOURCES.resolve(study.name()))).isEqualTo(there);
            assertThat(names(study.folder())).isEqualTo(there);
        }
    }

    /** Whoever compares with a file from elsewhere compares with the same bytes. */
    @Test
    void everyFileFromElsewhereHasItsHash() throws IOException {
        assertThat(ShippedStudies.in(folder))
                .flatExtracting(PublishedStudy::files)
                .filteredOn(file -> !file.from().isEmpty())
                .hasSizeGreaterThan(10)
                .allMatch(file -> file.sha256().length() == 64);
    }

    private static Set<String> names(Path folder) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }
}
