package dandori.results;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes trees of maps, lists, texts and numbers as JSON, indented, with a line feed at the end.
 */
public final class JsonText {

    /** Jackson's own digits of doubles: those of Java differ from release to release. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                                    .build())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private JsonText() {}

    /** The text of a tree. Maps keep their order; NaN becomes null. */
    public static String of(Object tree) {
        return MAPPER.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
    }
}
