package dandori;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What CITATION.cff says can be read by those who read such files.
 *
 * <p>The keys are those of the Citation File Format 1.2.0, doi 10.5281/zenodo.5171937.
 */
class CitationTest {

    private static final List<String> NEEDED =
            List.of("cff-version", "message", "title", "authors");
    private static final List<String> MORE =
            List.of(
                    "abstract",
                    "commit",
                    "contact",
                    "date-released",
                    "doi",
                    "identifiers",
                    "keywords",
                    "license",
                    "license-url",
                    "preferred-citation",
                    "references",
                    "repository",
                    "repository-artifact",
                    "repository-code",
                    "type",
                    "url",
                    "version");

    private final String text = Repository.read(Path.of("CITATION.cff"));

    @Test
    void itHasTheKeysOfTheFormatAndNoOthers() {
        List<String> keys =
                text.lines()
                        .filter(line -> line.matches("[a-z-]+:.*"))
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList();
        assertThat(keys).containsAll(NEEDED).doesNotHaveDuplicates();
        assertThat(keys.stream().filter(key -> !NEEDED.contains(key))).isSubsetOf(MORE);
        assertThat(text).contains("cff-version: 1.2.0\n").contains("\nlicense: Apache-2.0\n");
    }

    @Test
    void itsVersionIsTheProgramsOwn() {
        String pom = Repository.read(Path.of("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
        assertThat(text).contains("\nversion: " + version.replace("-SNAPSHOT", "") + "\n");
    }
}
