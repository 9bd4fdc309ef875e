package dandori.results;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Tables once more, {@code jobs.parquet} beside {@code jobs.csv.gz}: the same rows, read from
 * there, so that both say the same.
 */
final class TableCopies {

    private static final List<String> TABLES =
            List.of("jobs", "segments", "series", "events", "waits", "links");

    private TableCopies() {}

    /** Takes away copies of a run before. */
    static void delete(Path folder) throws IOException {
        for (String table : TABLES) {
            Files.deleteIfExists(copy(folder, table, TableFormat.PARQUET));
        }
    }

    /** Copies the tables that are in a folder. Cost: reading and writing them once. */
    static void write(Path folder, TableFormat format) throws IOException {
        for (String table : TABLES) {
            Path csv = folder.resolve(table + ".csv.gz");
            if (Files.exists(csv)) {
                write(csv, table, format);
            }
        }
    }

    /** Copies a table, packed or not, into a file beside it. */
    static void write(Path csv, String table, TableFormat format) throws IOException {
        WholeFile.writeTo(
                csv.resolveSibling(table + "." + format.name()),
                file -> copy(csv, table, format, file));
    }

    private static Path copy(Path folder, String table, String ending) {
        return folder.resolve(table + "." + ending);
    }

    private static void copy(Path csv, String table, TableFormat format, Path file)
            throws IOException {
        boolean isPacked = csv.toString().endsWith(".gz");
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(csv));
                InputStream in = isPacked ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                MappingIterator<String[]> rows =
                        CsvMapper.builder()
                                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                                .build()
                                .readerFor(String[].class)
                                .readValues(in)) {
            format.write(file, table, List.of(rows.next()), rows);
        }
    }
}
