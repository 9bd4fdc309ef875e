package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every command has a manual page, which says what the command says of itself. With {@code
 * -Ddandori.writeGuide=true} pages are written anew.
 */
class ManualPagesTest {

    private static final Path FOLDER = Path.of("src/main/man/man1").toAbsolutePath();

    @TempDir private Path folder;

    static List<ManualPage> pages() {
        return ManualPage.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachIsWhatTheCommandSaysOfItself(ManualPage page) throws IOException {
        Path file = FOLDER.resolve(page.name() + ".1");
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, page.text());
        }
        assertThat(file).as("-Ddandori.writeGuide=true writes it anew").hasContent(page.text());
        assertThat(page.text()).doesNotContain("%n", "%%");
        for (OptionSpec option : page.line().getCommandSpec().options()) {
            assertThat(page.text())
                    .contains("\n\\fB" + String.join(", ", option.names()).replace("-", "\\-"));
        }
    }

    @Test
    void noPageIsOfACommandThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            pages().stream().map(page -> page.name() + ".1").toList());
        }
    }

    @Test
    void aPageHasTheSectionsThatPeopleLookFor() {
        ManualPage page =
                pages().stream()
                        .filter(one -> one.name().equals("dandori"))
                        .findFirst()
                        .orElseThrow();
        assertThat(page.text().lines().filter(line -> line.startsWith(".SH ")))
                .containsExactly(
                        ".SH NAME",
                        ".SH SYNOPSIS",
                        ".SH DESCRIPTION",
                        ".SH OPTIONS",
                        ".SH COMMANDS",
                        ".SH EXAMPLES",
                        ".SH EXIT STATUS",
                        ".SH ENVIRONMENT",
                        ".SH SEE ALSO");
    }

    @Test
    void groffHasNothingToComplainAbout() {
        Path groff = Path.of("/usr/bin/groff");
        assumeThat(groff).as("groff, which judges pages").exists();
        for (ManualPage page : pages()) {
            Call call =
                    Call.ofProcess(
                            folder,
                            List.of(
                                    groff.toString(),
                                    "-k",
                                    "-ww",
                                    "-z",
                                    "-man",
                                    FOLDER.resolve(page.name() + ".1").toString()));
            assertThat(call.err()).as(page.name()).isEmpty();
            assertThat(call.status()).isZero();
        }
    }
}
