package dandori.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of docs with blocks that are generated, each between {@code <!-- generated: NAME -->} and
 * {@code <!-- end -->}. With {@code -Ddandori.writeGuide=true} they are written anew.
 */
public final class GeneratedPage {

    private static final Pattern BLOCK =
            Pattern.compile("<!-- generated: (?<name>\\w+) -->\n.*?<!-- end -->", Pattern.DOTALL);

    private GeneratedPage() {}

    /**
     * The page holds these blocks, and no others.
     *
     * @param name its path below docs
     * @param blocks their texts by name
     */
    public static void holds(String name, Map<String, String> blocks) throws IOException {
        Path page = Path.of("").toAbsolutePath().getParent().resolve("docs").resolve(name);
        String text = Files.readString(page);
        TreeSet<String> names = new TreeSet<>();
        String fresh =
                BLOCK.matcher(text)
                        .replaceAll(block -> {
                            names.add(block.group(1));
                            return Matcher.quoteReplacement(
                                    "<!-- generated: %s -->\n%s<!-- end -->"
                                            .formatted(block.group(1), blocks.get(block.group(1))));
                        });
        assertThat(names).isEqualTo(blocks.keySet());
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(page, fresh);
            text = fresh;
        }
        assertThat(text).as("-Ddandori.writeGuide=true writes it anew").isEqualTo(fresh);
    }
}
