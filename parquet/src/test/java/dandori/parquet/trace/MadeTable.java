package dandori.parquet.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** A table made up for a test: columns with their types, and rows, written as anybody would. */
final class MadeTable {

    CompressionCodecName codec = CompressionCodecName.SNAPPY;
    boolean hasDictionaries = true;
    WriterVersion version = WriterVersion.PARQUET_1_0;
    long rowGroupBytes = 1 << 20;

    private final Map<String, String> types = new LinkedHashMap<>(); // by name
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** A column, after those before; its type as Parquet writes it: {@code int64 (DATE)}. */
    MadeTable column(String name, String type) {
        types.put(name, type);
        return this;
    }

    /** A row: names and values in turn; a column that is left out is null. */
    MadeTable row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        rows.add(row);
        return this;
    }

    MessageType schema() {
        StringBuilder text = new StringBuilder("message table {");
        int number = 0;
        for (String type : types.values()) { // names with blanks cannot be parsed
            int bracket = type.indexOf(" (");
            String bare = bracket < 0 ? type : type.substring(0, bracket);
            text.append("optional ").append(bare).append(" c").append(number++);
            text.append(bracket < 0 ? "" : type.substring(bracket)).append(";");
        }
        MessageType parsed = MessageTypeParser.parseMessageType(text + "}");
        List<Type> named = new ArrayList<>();
        number = 0;
        for (String name : types.keySet()) {
            var type = parsed.getType(number++).asPrimitiveType();
            named.add(
                    Types.optional(type.getPrimitiveTypeName())
                            .length(type.getTypeLength())
                            .as(type.getLogicalTypeAnnotation())
                            .named(name));
        }
        return new MessageType("table", named);
    }

    Path write(Path file) throws IOException {
        Files.deleteIfExists(file);
        MessageType schema = schema();
        try (ParquetWriter<Group> writer =
                ExampleParquetWriter.builder(new LocalOutputFile(file))
                        .withType(schema)
                        .withConf(new PlainParquetConfiguration())
                        .withCodecFactory(new Packing())
                        .withCompressionCodec(codec)
                        .withDictionaryEncoding(hasDictionaries)
                        .withWriterVersion(version)
                        .withRowGroupSize(rowGroupBytes)
                        .build()) {
            for (Map<String, Object> row : rows) {
                writer.write(group(schema, row));
            }
        }
        return file;
    }

    private static Group group(MessageType schema, Map<String, Object> row) {
        Group group = new SimpleGroup(schema);
        row.forEach((name, value) -> {
            if (value instanceof Integer number) {
                group.add(name, number);
            } else if (value instanceof Long number) {
                group.add(name, number);
            } else if (value instanceof Float number) {
                group.add(name, number);
            } else if (value instanceof Double number) {
                group.add(name, number);
            } else if (value instanceof Boolean truth) {
                group.add(name, truth);
            } else if (value instanceof byte[] bytes) {
                group.add(name, Binary.fromConstantByteArray(bytes));
            } else {
                group.add(name, (String) value);
            }
        });
        return group;
    }
}
