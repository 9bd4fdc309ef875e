package dandori.scenario;

import dandori.fit.FittedGenerator;
import dandori.fit.ModelFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of a fitted model that a stream names.
 *
 * @param file where it lies
 * @param known draws its jobs; null where the file is not looked at, since the scenario has been
 *     played
 */
public record FittedFile(Path file, @Nullable FittedGenerator known) {

    /**
     * Draws its jobs; reads the model if that is yet to be done.
     *
     * @throws dandori.scenario.text.ScenarioException if it cannot be read
     */
    FittedGenerator generator() {
        return known == null ? new FittedGenerator(ModelFile.read(file)) : known;
    }
}
