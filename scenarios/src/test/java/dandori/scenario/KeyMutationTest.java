package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.scenario.key.Key;
import dandori.scenario.key.Section;
import dandori.scenario.key.Sections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each key of each scenario here, changed in each way that makes sense for it: the reader reads
 * what the guide says, or tells the place, the line and what is wrong; and what it tells is there
 * in Japanese.
 */
class KeyMutationTest {

    @TempDir private Path folder;

    /** The examples and the files that have every key, with what they name, in one folder. */
    @BeforeEach
    void copies() throws IOException {
        MutationFiles.copyTo(folder);
    }

    @Test
    void theFilesHaveEveryKeyThatThereIs() throws IOException {
        Set<String> seen = new HashSet<>();
        for (Mutant mutant : MutationFiles.mutants(folder)) {
            seen.add(mutant.section() + " " + mutant.key().name());
        }

        for (Section section : Sections.all()) {
            for (Key key : section.keys()) {
                assertThat(seen).contains(section.place() + " " + key.name());
            }
        }
    }

    @Test
    void theFilesAreRight() throws IOException {
        for (Path file : MutationFiles.in(folder)) {
            Scenario read = ScenarioReader.read(file, List.of());
            assertThat(ScenarioText.of(read, Reading.PARTS)).isNotEmpty();
        }
    }

    @Test
    void everyKeyOnceInEveryWayIsReadAsTheGuideSaysOrTold() throws IOException {
        List<Mutant> some = MutationFiles.each(MutationFiles.mutants(folder));

        assertThat(some).hasSizeGreaterThan(1_500);
        JapaneseIssuesTest.assertJapanese(assertRight(some).said());
    }

    @Test
    @Tag("long")
    void everyKeyOfEveryExampleInEveryWayIsReadAsTheGuideSaysOrTold() throws IOException {
        assertRight(MutationFiles.mutants(folder));
    }

    private MutationJudge assertRight(List<Mutant> mutants) {
        MutationJudge judge = new MutationJudge(folder);
        mutants.forEach(judge::judge);
        assertThat(judge.faults()).as(judge.counts()).isEmpty();
        return judge;
    }
}
