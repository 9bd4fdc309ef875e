package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page on machines quotes is what the program prints. With {@code
 * -Ddandori.writeGuide=true} it is written anew; the longer one with {@code -DexcludedGroups=none}
 * besides.
 */
class MachinesPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = ROOT.resolve("docs/guide/machines.md");

    @TempDir private Path folder;

    private void holds(String words) throws IOException {
        List<Object> call = new ArrayList<>();
        for (String word : words.split(" ")) {
            call.add(word.startsWith("scenarios/") ? ROOT.resolve(word) : word);
        }
        call.addAll(List.of("--out", folder.resolve("out"), "--progress", "none"));
        Call made = Call.of(call.toArray());
        assertThat(made.status()).as(made.err()).isZero();
        String printed = made.out().substring(0, made.out().indexOf("\nDetails:"));
        Pattern quote =
                Pattern.compile(
                        "(?<=<!-- transcript: "
                                + Pattern.quote(words)
                                + " -->\n```\n)[^`]*(?=```)");
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("dandori.writeGuide")) {
            page = quote.matcher(page).replaceFirst(Matcher.quoteReplacement(printed));
            Files.writeString(PAGE, page);
        }

        Matcher quoted = quote.matcher(page);
        assertThat(quoted.find()).as("a transcript of '%s'", words).isTrue();
        assertThat(quoted.group())
                .as("docs/guide/machines.md; -Ddandori.writeGuide=true writes it anew")
                .isEqualTo(printed);
    }

    @Test
    void whatScatteredPlacementCosts() throws IOException {
        holds("run scenarios/examples/scattered-or-packed.yaml");
    }

    @Test
    @Tag("long") // half a minute where others build too
    void whatAWindowCosts() throws IOException {
        holds("run scenarios/examples/fugaku-groups.yaml");
    }
}
