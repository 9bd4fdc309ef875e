package dandori.scenario.text;

import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a tree as YAML, one key a line, keys in order. */
public final class TreeWriter {

    private TreeWriter() {}

    /** The text, ending with a new line. */
    public static String write(Node root) {
        YAMLFactory factory =
                YAMLFactory.builder()
                        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                        .disable(YAMLWriteFeature.SPLIT_LINES)
                        .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                        .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                        .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                        .build();
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            write(root, generator);
        }
        return text.toString();
    }

    private static void write(Node node, JsonGenerator generator) {
        if (node instanceof Mapping mapping) {
            generator.writeStartObject();
            for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
                generator.writeName(entry.getKey());
                write(entry.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (node instanceof Sequence sequence) {
            generator.writeStartArray();
            sequence.items().forEach(item -> write(item, generator));
            generator.writeEndArray();
        } else if (node instanceof Scalar scalar) {
            switch (scalar.type()) {
                case NUMBER -> generator.writeNumber(scalar.text());
                case FLAG -> generator.writeBoolean(Boolean.parseBoolean(scalar.text()));
                case TEXT -> generator.writeString(scalar.text());
                case NOTHING -> generator.writeNull();
            }
        }
    }
}
