package dandori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an English form says in its places, the Japanese one says too. */
final class JapaneseFormsTest {

    private static final Path CATALOGUES = Path.of("src/main/resources/dandori/web/page/japanese");
    private static final Pattern PAIR =
            Pattern.compile("\\[(\"(?:[^\"\\\\]|\\\\.)*\"),\\s*(\"(?:[^\"\\\\]|\\\\.)*\")\\]");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+\\}");

    private static Set<String> places(String form) {
        return PLACE.matcher(form).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void bothSidesOfEachFormHaveTheSamePlaces() throws Exception {
        List<Path> catalogues;
        try (Stream<Path> files = Files.list(CATALOGUES)) {
            catalogues = files.sorted().toList();
        }
        assertThat(catalogues).isNotEmpty();
        for (Path catalogue : catalogues) {
            List<MatchResult> pairs = PAIR.matcher(Files.readString(catalogue)).results().toList();
            assertThat(pairs).as(catalogue.toString()).isNotEmpty();
            for (MatchResult pair : pairs) {
                assertThat(places(pair.group(2)))
                        .as(pair.group(1))
                        .isEqualTo(places(pair.group(1)));
            }
        }
    }
}
