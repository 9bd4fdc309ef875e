package dandori.published;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.training.MemoryNeed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many days training runs take in the simulation, and how many it took. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // simulated once
class PublishedCampaignsTest {

    private static final double WANTED = 0.15;

    /** Those that the model of a step does not reach; the page says why. */
    private static final Set<String> MISSED = Set.of("GPT-3 175B", "Llama 3.1 405B");

    private List<PublishedTable.Line> lines = List.of();

    @BeforeAll
    void simulate() {
        lines = PublishedRuns.all().stream().map(PublishedTable.Line::of).toList();
    }

    @Test
    void withTheModelsStepFiveOfSevenTakeAsLongAsTheyDid() {
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(Math.abs(line.error()) > WANTED)
                                .as("%s is off by %s", line.run().name(), line.error())
                                .isEqualTo(MISSED.contains(line.run().name())));
    }

    @Test
    void withThePublishedStepAllDo() {
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(Math.abs(line.errorAsPublished()))
                                .as(line.run().name())
                                .isLessThan(WANTED));
    }

    /** Llama did so without computing anything twice; the model of memory does not see how. */
    @Test
    void allButOneFitIntoMemory() {
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(MemoryNeed.of(line.run().what()).fits())
                                .as(line.run().name())
                                .isNotEqualTo(line.run().name().equals("Llama 3.1 405B")));
    }

    @Test
    void thePageSaysWhatIsSimulated() throws IOException {
        GeneratedPage.holds(
                "models/campaigns.md",
                Map.of(
                        "days", PublishedTable.of(lines),
                        "habits", PublishedTable.habits(lines)));
    }
}
