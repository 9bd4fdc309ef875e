package dandori.catalogue;

import dandori.machine.Facts;
import dandori.training.Transformer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A model that is known by name, or of a file.
 *
 * @param name its name in calls and scenarios
 * @param title what people call it
 * @param organization who trained it; empty if nobody says
 * @param transformer its form
 * @param shape the facts behind that
 * @param training how it was trained, or is to be
 * @param sources what the keys of sources stand for
 */
public record LanguageModel(
        String name,
        String title,
        String organization,
        Transformer transformer,
        Facts shape,
        Facts training,
        Map<String, String> sources) {

    /** Keeps the sources and their order. */
    public LanguageModel {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** Tokens of the whole training. */
    public OptionalDouble tokens() {
        return training.value("tokens");
    }

    /** Sequences of an optimizer step. */
    public OptionalInt globalBatch() {
        OptionalDouble batch = training.value("globalBatch");
        return batch.isPresent() ? OptionalInt.of((int) batch.getAsDouble()) : OptionalInt.empty();
    }
}
