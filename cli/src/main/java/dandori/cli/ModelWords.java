package dandori.cli;

import dandori.catalogue.LanguageModel;
import dandori.catalogue.ModelCatalogue;
import dandori.catalogue.ModelReader;
import dandori.scenario.text.NearestName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What a word of a call says of a model: a name of the catalogue, or a model file. */
final class ModelWords {

    private ModelWords() {}

    /** The model that an option names. */
    static LanguageModel named(String option, String word) {
        if (ModelCatalogue.names().contains(word)) {
            return ModelCatalogue.model(word);
        }
        if (word.endsWith(".yaml") || word.endsWith(".yml") || exists(word)) {
            return ModelReader.read(Path.of(word));
        }
        throw new WrongCallException(
                "%s: there is no model '%s' in the catalogue.".formatted(option, word),
                NearestName.maybe(word, ModelCatalogue.names()));
    }

    private static boolean exists(String word) {
        try {
            return Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
