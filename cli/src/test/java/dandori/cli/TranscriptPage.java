package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the guide that quotes what the program prints. With {@code -Ddandori.writeGuide=true}
 * it is written anew.
 *
 * @param name its file below docs/guide
 */
record TranscriptPage(String name) {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** Checks that the quote of a run is what the run prints, without its last line. */
    void holds(String words, Path out) throws IOException {
        List<Object> call = new ArrayList<>();
        for (String word : words.split(" ")) {
            call.add(word.startsWith("scenarios/") ? ROOT.resolve(word) : word);
        }
        call.addAll(List.of("--out", out, "--progress", "none"));
        Call made = Call.of(call.toArray());
        assertThat(made.status()).as(made.err()).isZero();
        String printed = made.out().substring(0, made.out().indexOf("\nDetails:"));
        Pattern quote =
                Pattern.compile(
                        "(?<=<!-- transcript: "
                                + Pattern.quote(words)
                                + " -->\n```\n)[^`]*(?=```)");
        Path file = ROOT.resolve("docs/guide").resolve(name);
        String page = Files.readString(file);
        if (Boolean.getBoolean("dandori.writeGuide")) {
            page = quote.matcher(page).replaceFirst(Matcher.quoteReplacement(printed));
            Files.writeString(file, page);
        }

        Matcher quoted = quote.matcher(page);
        assertThat(quoted.find()).as("a transcript of '%s'", words).isTrue();
        assertThat(quoted.group())
                .as("docs/guide/%s; -Ddandori.writeGuide=true writes it anew", name)
                .isEqualTo(printed);
    }
}
