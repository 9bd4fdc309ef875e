package dandori.web.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The lines of {@code campaigns.csv}; its columns are those of docs/data/campaigns.md. */
final class CampaignRows {

    private static final int MOST = 20_000; // lines that a page can show

    private static final Set<String> TEXTS =
            Set.of(
                    "campaign",
                    "organization",
                    "machine",
                    "policy",
                    "energy_certainty",
                    "cost_certainty");

    private CampaignRows() {}

    /**
     * The lines of some cells, each by its columns; empty texts of numbers are {@code null}.
     *
     * @param cells the numbers of the cells; all if empty
     * @throws tools.jackson.core.JacksonException if the file is damaged
     */
    static List<Map<String, @Nullable Object>> read(Path file, Set<Integer> cells)
            throws IOException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        CsvSchema head = CsvSchema.emptySchema().withHeader();
        try (InputStream bytes = Files.newInputStream(file);
                MappingIterator<Map<String, String>> lines =
                        new CsvMapper().readerForMapOf(String.class).with(head).readValues(bytes)) {
            while (lines.hasNext() && rows.size() < MOST) {
                Map<String, @Nullable Object> row = row(lines.next());
                if (cells.isEmpty()
                        || row.get("cell") instanceof Number cell
                                && cells.contains(cell.intValue())) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> row(Map<String, String> line) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        line.forEach((column, text) -> row.put(column, value(column, text)));
        return row;
    }

    private static @Nullable Object value(String column, String text) {
        if (TEXTS.contains(column)) {
            return text;
        }
        try {
            return text.isEmpty() ? null : Double.valueOf(text);
        } catch (NumberFormatException newer) {
            return text; // a column that is not known here
        }
    }
}
