package dandori.results;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Trees of maps, lists, texts and numbers as JSON on one line, for programs that talk by lines. */
public final class JsonLine {

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                                    .build())
                    .build();

    private JsonLine() {}

    /** The text of a tree, without a line feed. Maps keep their order. */
    public static String of(Object tree) {
        return MAPPER.writeValueAsString(tree);
    }

    /**
     * The object that a line holds.
     *
     * @throws IllegalArgumentException if it holds none; the message says so
     */
    public static Map<String, Object> read(String line) {
        try {
            @SuppressWarnings("unchecked") // the keys of a JSON object are texts
            Map<String, Object> read = MAPPER.readValue(line, Map.class);
            if (read != null) {
                return read;
            }
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "The line is no JSON object: " + broken.getOriginalMessage(), broken);
        }
        throw new IllegalArgumentException("The line is no JSON object: it is null.");
    }
}
