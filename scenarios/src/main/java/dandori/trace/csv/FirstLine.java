package dandori.trace.csv;

import dandori.trace.lines.CsvRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields of the first line of a file, between commas. */
final class FirstLine {

    private FirstLine() {}

    /**
     * The fields; none if the line is longer than what is known of it.
     *
     * @param head the first bytes of the file
     */
    static List<String> of(byte[] head) {
        int end = 0;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        List<String> fields = new ArrayList<>();
        if (end == head.length && end >= 4_096) {
            return fields;
        }
        byte[] line = Arrays.copyOf(head, end);
        try {
            CsvRows rows = new CsvRows(new ByteArrayInputStream(line), ',');
            if (rows.next() == CsvRows.Kind.ROW) {
                rows.settle();
                for (int field = 0; field < rows.count(); field++) {
                    fields.add(rows.text(field));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return fields;
    }
}
