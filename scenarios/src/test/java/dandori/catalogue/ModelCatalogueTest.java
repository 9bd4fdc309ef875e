package dandori.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.scenario.text.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The language models of the catalogue. */
class ModelCatalogueTest {

    static List<String> names() {
        return ModelCatalogue.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFormHasAsManyParametersAsAreTold(String name) {
        LanguageModel model = ModelCatalogue.model(name);

        assertThat(model.name()).isEqualTo(name);
        assertThat(model.transformer().parameters())
                .isCloseTo(
                        model.shape().value("parameters").orElseThrow(),
                        Percentage.withPercentage(4));
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        String file =
                ModelCatalogue.text("llm-jp-172b")
                        .replace("layers: [96,", "lairs: [96,")
                        .replace("[2.1 T,", "[2.1,")
                        .replace("[12288, published, LJ]", "[0, published, XX]");

        assertThatThrownBy(
                        () -> ModelReader.read("ours.yaml", file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("shape.lairs (line 10): there is no key 'lairs' here.")
                .hasMessageContaining("Maybe 'layers'")
                .hasMessageContaining("must be at least 1, but is 0.")
                .hasMessageContaining("'XX' is not among the sources")
                .hasMessageContaining("an amount of millions, billions or trillions, but is '2.1'");
    }

    @Test
    void moreHeadsForKeysThanHeadsCannotBe() {
        String file =
                ModelCatalogue.text("llm-jp-172b")
                        .replace("keyValueHeads: [16", "keyValueHeads: [97");

        assertThatThrownBy(
                        () -> ModelReader.read("ours.yaml", file.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("shape (line 9): cannot be: A model with 97 of 96 heads");
    }

    @Test
    void aNameThatIsNotThereIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> ModelCatalogue.model("llm-jp-172"))
                .hasMessageContaining("Maybe 'llm-jp-172b'");
    }

    @Test
    void thePageSaysWhatTheReaderReads() throws IOException {
        Path page = Path.of("").toAbsolutePath().getParent().resolve("docs/data/model-file.md");
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(page, ModelReference.markdown());
        }
        assertThat(Files.readString(page))
                .as("-Ddandori.writeGuide=true writes it anew")
                .isEqualTo(ModelReference.markdown());
    }

    @Test
    void everyFileOfTheCatalogueIsListed() throws IOException {
        Path folder = Path.of("src/main/resources/dandori/catalogue/models").toAbsolutePath();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .map(name -> name.substring(0, name.length() - 5))
                                    .sorted())
                    .isEqualTo(ModelCatalogue.names());
        }
    }
}
