package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Every call that stands on a page, or in a help, is one that the program understands. */
class PageCallsTest {

    private static final Pattern IN_TEXT =
            Pattern.compile("(?<!`)`(?:\\./)?dandori (?<words>[a-z][^`…]*)`(?!`)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern IN_HELP =
            Pattern.compile("(?m)^  (?:\\./)?dandori (?<words>[a-z].*(?:\\n      +.*)*)");

    @Test
    void callsOfBlocksAreUnderstood() throws IOException {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Path page : Pages.all()) {
            String text = Files.readString(Pages.root().resolve(page));
            for (PageBlock block : PageBlock.of(page, text)) {
                for (List<String> call :
                        block.isTyped() ? block.calls() : List.<List<String>>of()) {
                    calls++;
                    try {
                        Main.line().parseArgs(call.toArray(String[]::new));
                    } catch (ParameterException failure) {
                        wrong.add(page + ": " + call + ": " + failure.getMessage());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(calls).isGreaterThan(80);
    }

    @Test
    void callsWithinSentencesNameWhatThereIs() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : Pages.all()) {
            String text = Files.readString(Pages.root().resolve(page));
            Matcher call = IN_TEXT.matcher(FENCED.matcher(text).replaceAll(""));
            while (call.find()) {
                addIfUnknown(page.toString(), call.group("words"), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void examplesOfTheHelpAreUnderstood() {
        List<String> wrong = new ArrayList<>();
        for (ManualPage page : ManualPage.all()) {
            String footer = String.join("\n", page.line().getCommandSpec().usageMessage().footer());
            Matcher call = IN_HELP.matcher(footer);
            while (call.find()) {
                addIfUnknown(page.name(), call.group("words"), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Notes an option or a command that there is not; what must be given may be left out. */
    private static void addIfUnknown(String where, String words, List<String> wrong) {
        String[] call = ShellWords.of(words).toArray(String[]::new);
        try {
            Main.line().parseArgs(call);
        } catch (UnmatchedArgumentException unknown) {
            wrong.add(where + ": " + words + ": " + unknown.getMessage());
        } catch (ParameterException incomplete) {
            // a name in capitals where a number belongs, or only what the sentence is about
            CallFault.misspelt(incomplete.getCommandLine(), List.of(call))
                    .ifPresent(unknown -> wrong.add(where + ": " + words + ": " + unknown));
        }
    }
}
