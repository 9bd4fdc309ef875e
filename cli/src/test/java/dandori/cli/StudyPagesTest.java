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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of docs/studies: their examples run, they quote what is printed, and the bold figures
 * of an answer stand in the quote. With {@code -Ddandori.writeGuide=true -DexcludedGroups=none} the
 * quotes are written anew; then the answers want reading.
 */
class StudyPagesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern SPACES = Pattern.compile(" +");

    @TempDir private Path folder;

    static List<String> studies() {
        return List.of(
                "fugaku-and-hokkaido",
                "fugaku-llm",
                "hokkaido-llm-jp",
                "hokkaido-growth",
                "where-to-train",
                "quotas",
                "overflow",
                "fugaku-power-saving");
    }

    @ParameterizedTest
    @MethodSource("studies")
    void theFiguresOfTheAnswerAreThoseThatWerePrinted(String name) throws IOException {
        String page =
                SPACES.matcher(Files.readString(ROOT.resolve("docs/studies/" + name + ".md")))
                        .replaceAll(" ");
        int quote = page.indexOf("<!-- transcript: ");
        Matcher bold = BOLD.matcher(page);
        List<String> figures = new ArrayList<>();
        while (bold.find()) {
            assertThat(bold.start()).isLessThan(quote);
            figures.add(bold.group(1));
        }

        assertThat(figures).hasSizeGreaterThan(5);
        assertThat(page.substring(quote, page.lastIndexOf("```"))).contains(figures);
    }

    @ParameterizedTest
    @MethodSource("studies")
    @Tag("long") // half a minute each where others build too
    void thePageQuotesWhatIsPrinted(String name) throws IOException {
        new TranscriptPage("../studies/" + name + ".md")
                .holds("run scenarios/examples/" + name + ".yaml", folder.resolve("out"));
    }

    private String shortRun(String name, String... settings) {
        List<Object> call =
                new ArrayList<>(
                        List.of("run", ROOT.resolve("scenarios/examples/" + name + ".yaml")));
        call.addAll(List.of("--seeds", "1", "--out", folder.resolve(name), "--progress", "none"));
        for (String setting : settings) {
            call.addAll(List.of("--set", setting));
        }
        Call made = Call.of(call.toArray());
        assertThat(made.status()).as(made.err()).isZero();
        return made.out();
    }

    @Test
    void fugakuLlmInTwoDaysOfTraining() {
        assertThat(shortRun("fugaku-llm", "run.length=9d"))
                .containsPattern("\n others-without +\\d+ ")
                .containsPattern("\n chain +[1-8] %") // of 24.5 days
                .containsPattern("\n ahead +[1-8] %");
    }

    @Test
    void fugakuAndHokkaidoInAWeek() {
        assertThat(
                        shortRun(
                                "fugaku-and-hokkaido",
                                "run.length=1w",
                                "workload.streams[0].generate.load=0.1"))
                .contains("(small jobs thinned 1:30) ·\n13 campaigns")
                .containsPattern("\n fugaku-llm-13b +6\\d %");
    }

    @Test
    void hokkaidoGrowthInFiveWeeks() {
        assertThat(shortRun("hokkaido-growth", "run.length=5w"))
                .containsPattern("\n 13b-10800 +2\\d %")
                .containsPattern("\n pretraining-10800 +\\d+ +0");
    }

    @Test
    void hokkaidoLlmJp() {
        assertThat(shortRun("hokkaido-llm-jp"))
                .containsPattern("\n 13b-never +never +24\\.7 ")
                .containsPattern("\n 172b-never +never +146 ");
    }

    @Test
    void whereToTrain() {
        assertThat(shortRun("where-to-train"))
                .containsPattern("\n fugaku +fugaku +24\\.")
                .contains("fugaku, vela not published");
    }

    @Test
    void quotasInAMonth() {
        assertThat(shortRun("quotas"))
                .containsPattern("\n none +[78]\\d\\.\\d +[01]\\.\\d")
                .containsPattern("\n materials +[\\d,]+ +[01]\\.\\d+ +≥[12]\\d");
    }

    @Test
    void overflow() {
        assertThat(shortRun("overflow", "run.length=2w"))
                .containsPattern("\n earliest-start +\\d")
                .containsPattern("\n hokkaido-either +\\d");
    }

    @Test
    void fugakuPowerSavingInThreeDays() {
        assertThat(shortRun("fugaku-power-saving", "run.length=17d"))
                .containsPattern("\n third-off +[\\d,]+ +41\\d\n") // 412 MWh
                .containsPattern("\n all-on +[\\d,]+ +0\\s");
    }
}
