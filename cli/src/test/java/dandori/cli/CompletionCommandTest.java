package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What Bash completes once it has read what {@code dandori completion bash} prints. */
class CompletionCommandTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir private Path folder;

    /** What Bash offers where a call ends in its last word, which may be empty. */
    private List<String> offered(String... words) throws IOException {
        assumeThat(BASH).as("bash, which completes").exists();
        Call script = Call.of("completion", "bash");
        assertThat(script.status()).as(script.err()).isZero();
        Files.writeString(folder.resolve("completion"), script.out());
        Path asked =
                Files.writeString(
                        folder.resolve("asked"),
                        """
                        compopt() { :; } # only a shell that somebody types into has it
                        source ./completion
                        complete -p dandori >/dev/null || exit 1
                        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
                        _complete_dandori
                        printf '%s\\n' "${COMPREPLY[@]}"
                        """);
        List<String> call = new ArrayList<>(List.of(BASH.toString(), "--norc", asked.toString()));
        call.addAll(List.of(words));
        Call bash = Call.ofProcess(folder, call);
        assertThat(bash.err()).isEmpty();
        assertThat(bash.status()).isZero();
        return bash.out().lines().map(String::strip).toList();
    }

    @Test
    void commandsAreCompleted() throws IOException {
        assertThat(offered("dandori", "rep")).containsExactlyInAnyOrder("replay", "report");
        assertThat(offered("dandori", "trace", "con")).containsExactly("convert");
    }

    @Test
    void optionsAreCompleted() throws IOException {
        assertThat(offered("./dandori", "replay", "--back")).containsExactly("--backfill");
        assertThat(offered("dandori", "trace", "info", "--str")).containsExactly("--strict");
    }

    @Test
    void namesAreCompletedAsFilesAndHelpSpellThem() throws IOException {
        assertThat(offered("dandori", "replay", "--order", "fair"))
                .containsExactlyInAnyOrder("fair-share", "fair-tree");
        assertThat(offered("dandori", "replay", "--backfill", "clair"))
                .containsExactly("clairvoyant");
        assertThat(offered("dandori", "replay", "--machine", "fug")).containsExactly("fugaku");
        assertThat(offered("dandori", "replay", "--format", "pm")).containsExactly("pm100");
        assertThat(offered("dandori", "replay", "--overrun", ""))
                .containsExactlyInAnyOrder("kill", "extend");
        assertThat(offered("dandori", "step", "--reward", "w"))
                .containsExactly("waiting-node-hours");
        assertThat(offered("dandori", "estimate", "--model", "llm-jp-172"))
                .containsExactly("llm-jp-172b");
        assertThat(offered("dandori", "estimate", "--sharding", "zero-1"))
                .containsExactly("zero-1");
        assertThat(offered("dandori", "catalogue", "mach")).containsExactly("machines");
        assertThat(offered("dandori", "generate", "lub")).containsExactly("lublin");
    }

    @Test
    void everyWordThatIsOfferedForAnOptionIsOneThatACallMaySay() {
        assertThat(Call.of("completion", "zsh").out())
                .startsWith("# Completion of dandori in zsh.\n")
                .contains("bashcompinit")
                .doesNotContain("compopt +o default") // files, where no name fits
                .doesNotContain(constants());
    }

    /** How each constant that some option or word of a call takes would stand in the script. */
    private static List<String> constants() {
        List<String> quoted = new ArrayList<>();
        for (ManualPage page : ManualPage.all()) {
            CommandSpec command = page.line().getCommandSpec();
            Stream.<ArgSpec>concat(
                            command.options().stream(), command.positionalParameters().stream())
                    .map(HyphenWord::elementType)
                    .filter(Class::isEnum)
                    .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                    .forEach(constant -> quoted.add("'" + ((Enum<?>) constant).name() + "'"));
        }
        assertThat(quoted).contains("'KILL'", "'ZERO_1'", "'USER'");
        return quoted;
    }

    @Test
    void anotherShellIsRefused() {
        Call call = Call.of("completion", "fish");
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("SHELL").contains("'fish'");
    }
}
