package dandori.results;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        Object read;
        try {
            read = MAPPER.readValue(line, Object.class);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "The line is no JSON object: " + where(broken, line), broken);
        }
        if (read instanceof Map) {
            @SuppressWarnings("unchecked") // the keys of a JSON object are texts
            Map<String, Object> tree = (Map<String, Object>) read;
            return tree;
        }
        throw new IllegalArgumentException("The line is no JSON object: it is " + what(read) + ".");
    }

    /** Where a line is broken; in our own words, since those of the parser name its classes. */
    private static String where(JacksonException broken, String line) {
        int at = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
        if (at < 1 || at > line.strip().length()) {
            return "it ends too early.";
        }
        return "character %d is not to be understood: '%s'."
                .formatted(at, line.substring(at - 1, Math.min(line.length(), at + 19)));
    }

    private static String what(@Nullable Object read) {
        if (read == null) {
            return "null";
        }
        if (read instanceof List) {
            return "a list";
        }
        return read instanceof String ? "a text" : "the value " + read;
    }
}
