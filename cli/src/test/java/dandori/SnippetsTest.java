package dandori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block of a page that stands below {@code <!-- snippet: path -->} is a part of that file, so
 * that it is compiled and tested. With {@code -Ddandori.writeGuide=true} a block that is not is
 * replaced by the file's text, of Java from the first type on.
 */
class SnippetsTest {

    private static final Pattern SNIPPET =
            Pattern.compile(
                    "<!-- snippet: (?<file>\\S+) -->\\n+```(?<language>\\w+)\\n(?<text>.*?)```",
                    Pattern.DOTALL);

    static List<Path> pages() {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void snippetsStandInTheirFiles(Path page) throws IOException {
        String text = Repository.read(page);
        if (Boolean.getBoolean("dandori.writeGuide")) {
            text = written(text);
            Files.writeString(Pages.root().resolve(page), text);
        }
        List<String> rotten = new ArrayList<>();
        Matcher snippet = SNIPPET.matcher(text);
        while (snippet.find()) {
            if (!isPart(snippet.group("text"), snippet.group("file"))) {
                rotten.add(page + ": what stands below '" + snippet.group("file") + "'");
            }
        }
        assertThat(rotten)
                .as("no part of the file it names; -Ddandori.writeGuide=true writes it anew")
                .isEmpty();
    }

    @Test
    void javaBlocksSayWhereTheyAreFrom() {
        List<String> nameless = new ArrayList<>();
        for (Path page : pages()) {
            String text = Repository.read(page);
            if (page.startsWith("docs")
                    && count(text, "```java\n") != count(text, "-->\n```java\n")) {
                nameless.add(page.toString());
            }
        }
        assertThat(nameless).as("a java block without <!-- snippet: file -->").isEmpty();
    }

    private static String written(String page) {
        Matcher snippet = SNIPPET.matcher(page);
        return snippet.replaceAll(found -> {
            String old = snippet.group("text");
            String file = snippet.group("file");
            String fresh =
                    isPart(old, file) ? old : beginning(file, Repository.read(Path.of(file)));
            return Matcher.quoteReplacement(
                    "<!-- snippet: %s -->\n```%s\n%s```"
                            .formatted(file, snippet.group("language"), fresh));
        });
    }

    /** What follows the imports of a Java file; all of another. */
    private static String beginning(String file, String text) {
        if (!file.endsWith(".java")) {
            return text;
        }
        int lastImport = text.lastIndexOf("\nimport ");
        return text.substring(text.indexOf("\n\n", Math.max(0, lastImport)) + 2);
    }

    /** Whether the lines stand in the file, one after the other, however far they are indented. */
    private static boolean isPart(String text, String file) {
        return ("\n" + Repository.read(Path.of(file)).indent(0)).contains("\n" + text.indent(0))
                || isIndentedPart(text, file);
    }

    private static boolean isIndentedPart(String text, String file) {
        String whole = "\n" + Repository.read(Path.of(file));
        for (int spaces = 4; spaces <= 12; spaces += 4) {
            String indented = text.indent(spaces).replaceAll("(?m)^ +$", "");
            if (whole.contains("\n" + indented)) {
                return true;
            }
        }
        return false;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
