package dandori.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The organizations of the catalogue. */
class OrganizationCatalogueTest {

    @TempDir Path folder;

    static List<String> names() {
        return OrganizationCatalogue.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFileIsReadAndSaysWhatTheOtherCataloguesSay(String name) {
        OrganizationProfile its = OrganizationCatalogue.organization(name);

        assertThat(its.name()).isEqualTo(name);
        assertThat(its.title()).isNotEmpty();
        assertThat(its.about().isEmpty()).isFalse();
        assertThat(its.projects()).isNotEmpty();
        for (OrganizationProject project : its.projects()) {
            if (!project.model().isEmpty()) {
                LanguageModel model = ModelCatalogue.model(project.model());
                isAsIn(project, "parameters", model.shape().value("parameters"));
                isAsIn(project, "tokens", model.tokens());
            }
            if (!project.machine().isEmpty()) {
                OptionalDouble nodes = project.facts().value("nodes");
                int most = Catalogue.machine(project.machine()).nodes();
                nodes.ifPresent(count -> assertThat(count).isLessThanOrEqualTo(most));
            }
        }
    }

    /** Within 4 %, where both say something: names are rounded. */
    private static void isAsIn(OrganizationProject project, String fact, OptionalDouble its) {
        OptionalDouble here = project.facts().value(fact);
        if (here.isPresent() && its.isPresent()) {
            assertThat(here.getAsDouble())
                    .as(project.title() + " " + fact)
                    .isCloseTo(its.getAsDouble(), Percentage.withPercentage(4));
        }
    }

    /** Every source that is named is used, so that none is there for show. */
    @ParameterizedTest
    @MethodSource("names")
    void everySourceIsUsed(String name) {
        String text = OrganizationCatalogue.text(name);
        for (String source : OrganizationCatalogue.organization(name).sources().keySet()) {
            assertThat(text).containsPattern("\\b" + source + "\\b[^:\n]*\\]");
        }
    }

    @Test
    void aProjectIsFactsWithTheirSources() {
        OrganizationProject bloom =
                OrganizationCatalogue.organization("bigscience").projects().get(0);

        assertThat(bloom.machine()).isEqualTo("jean-zay-a100");
        double hours = bloom.facts().value("acceleratorHours").orElseThrow();
        double days = bloom.facts().value("duration").orElseThrow() / 86_400_000;
        assertThat(hours / bloom.facts().value("accelerators").orElseThrow() / 24)
                .isCloseTo(days, within(1.0));
        assertThat(bloom.facts().fact("nodes")).hasFieldOrPropertyWithValue("note", "and 4 spare");
    }

    @Test
    void whatIsWrongIsToldAtOnce() throws IOException {
        String file =
                OrganizationCatalogue.text("llm-jp")
                        .replace("model: llm-jp-172b", "model: llm-jp-172")
                        .replace("on: sakura-hokkaido", "on: sakura-hokaido")
                        .replace("  mid-training:", "  mid-trainning:")
                        .replace("[2.1 T, published, AJ]", "[2.1, published, XX]")
                        .replace("title: LLM-jp-13B v1", "titel: LLM-jp-13B v1");
        Path ours = Files.writeString(folder.resolve("ours.yaml"), file);

        assertThatThrownBy(() -> OrganizationFileReader.read(ours))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("ours.yaml has 7 problems.")
                .hasMessageContaining("projects.llm-jp-13b-v1 (line 14): 'title' is missing.")
                .hasMessageContaining("projects.llm-jp-13b-v1.titel (line 15): there is no key")
                .hasMessageContaining("there is no model 'llm-jp-172' in the catalogue.\n  Maybe")
                .hasMessageContaining("there is no machine 'sakura-hokaido' in the catalogue.")
                .hasMessageContaining("'XX' is not among the sources")
                .hasMessageContaining("an amount of millions, billions or trillions, but is '2.1'")
                .hasMessageContaining(
                        "there is no model 'mid-trainning' that draws jobs.\n  Maybe"
                                + " 'mid-training'.");
    }

    @Test
    void whatIsNoFileIsSaid() {
        assertThatThrownBy(() -> OrganizationFileReader.read(folder.resolve("none.yaml")))
                .hasMessageContaining("there is no such file.");
        assertThatThrownBy(() ->
                        OrganizationFileReader.read(
                                "ours.yaml", "a".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("an organization file is a mapping of keys");
        assertThatThrownBy(() -> OrganizationCatalogue.organization("rikken"))
                .hasMessageContaining(
                        "There is no organization 'rikken' in the catalogue.\nMaybe 'riken'.");
    }

    @Test
    void thePageSaysWhatTheReaderReads() throws IOException {
        Path page =
                Path.of("").toAbsolutePath().getParent().resolve("docs/data/organization-file.md");
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(page, OrganizationReference.markdown());
        }
        assertThat(Files.readString(page))
                .as("-Ddandori.writeGuide=true writes it anew")
                .isEqualTo(OrganizationReference.markdown());
    }

    @Test
    void everyFileOfTheCatalogueIsListed() throws IOException {
        Path files = Path.of("src/main/resources/dandori/catalogue/organizations").toAbsolutePath();
        try (Stream<Path> all = Files.list(files)) {
            assertThat(
                            all.map(file -> file.getFileName().toString())
                                    .map(name -> name.substring(0, name.length() - 5))
                                    .sorted())
                    .isEqualTo(OrganizationCatalogue.names());
        }
    }
}
