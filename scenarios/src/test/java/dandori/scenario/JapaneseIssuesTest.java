package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reader says of a scenario, and what its keys mean, is there in Japanese, too. */
class JapaneseIssuesTest {

    /** What is left to be read in any language: {@code median: 4h}, a line as it may stand. */
    private static final Pattern LINE = Pattern.compile("\\w+: [^ ]+( GB)?|\\w+: \\{.*\\}");

    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|`[^`]*`|\\([^)]*\\)|（[^）]*）");

    /**
     * Every one of the sentences has a Japanese form, in which nothing is left English but names
     * and values; lines that are to be written as they stand need none.
     */
    static void assertJapanese(Set<String> said) throws IOException {
        JapaneseForms forms = JapaneseForms.of("issues", "keys", "parts");

        assertThat(said).hasSizeGreaterThan(1_000);
        assertThat(said.stream().filter(text -> !LINE.matcher(text).matches()))
                .filteredOn(text -> forms.of(text).filter(JapaneseIssuesTest::isWhole).isEmpty())
                .isEmpty();
    }

    private static boolean isWhole(String japanese) {
        return !ENGLISH.matcher(QUOTED.matcher(japanese).replaceAll("")).find();
    }

    @Test
    void everyKeyIsDescribedInJapanese() throws IOException {
        JapaneseForms forms = JapaneseForms.of("keys", "parts");
        Path schema = ExamplesTest.repository().resolve("scenarios/scenario.schema.json");
        List<String> sentences = new ArrayList<>();
        for (JsonNode sentence :
                JsonMapper.shared().readTree(Files.readString(schema)).findValues("description")) {
            if (sentence.isString()) {
                sentences.add(sentence.stringValue());
            }
        }

        assertThat(sentences)
                .hasSizeGreaterThan(400)
                .filteredOn(text -> forms.of(text).filter(JapaneseIssuesTest::isWhole).isEmpty())
                .isEmpty();
    }
}
