package dandori.results;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes trees of maps, lists, texts and numbers as JSON, indented, with a line feed at the end.
 */
public final class JsonText {

    private JsonText() {}

    /** The text of a tree. Maps keep their order; NaN becomes null. */
    public static String of(Object tree) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(tree)
                        .replace("\r\n", "\n")
                + "\n";
    }
}
