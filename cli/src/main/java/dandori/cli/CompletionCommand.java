package dandori.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dandori completion}: a script by which a shell completes calls. */
@Command(
        name = "completion",
        description = "Prints a script by which a shell completes commands, options and names.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  source <(./dandori completion bash)",
            "  ./dandori completion bash > ~/.local/share/bash-completion/completions/dandori",
            "",
            "It completes dandori and ./dandori alike. The script is the same for both shells."
        })
final class CompletionCommand implements Callable<Integer> {

    /** A shell for which there is a script. */
    enum Shell {
        /** GNU Bash. */
        BASH,
        /** The Z shell, by what it has of Bash's. */
        ZSH
    }

    /** What keeps files from being offered where no name fits; --machine takes both. */
    private static final String NAMES_ALONE = "  type compopt &>/dev/null && compopt +o default\n";

    @Parameters(paramLabel = "SHELL", description = "The shell: bash or zsh.")
    private Shell shell = Shell.BASH;

    @Spec private @Nullable CommandSpec spec;

    /** For picocli. */
    CompletionCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        CommandLine line = Main.line();
        spell(line.getCommandSpec());
        out.printf("# Completion of dandori in %s.%n", HyphenWord.of(shell));
        out.print(AutoComplete.bash("dandori", line).replace(NAMES_ALONE, ""));
        return 0;
    }

    /**
     * Words of enumerations as the help spells them, in place of the constants' names; and a label
     * for each option that no other has, since the script calls its lists after labels.
     */
    private static void spell(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            if (option.group() == null) { // only such can be replaced
                OptionSpec.Builder spelled =
                        OptionSpec.builder(option).paramLabel(option.longestName().substring(2));
                List<String> words = HyphenWord.allOf(option);
                if (!words.isEmpty()) {
                    spelled.completionCandidates(words);
                }
                command.remove(option);
                command.addOption(spelled.build());
            }
        }
        for (PositionalParamSpec word : List.copyOf(command.positionalParameters())) {
            List<String> words = HyphenWord.allOf(word);
            if (!words.isEmpty()) {
                command.remove(word);
                command.addPositional(
                        PositionalParamSpec.builder(word).completionCandidates(words).build());
            }
        }
        for (CommandLine below : command.subcommands().values()) {
            spell(below.getCommandSpec());
        }
    }
}
