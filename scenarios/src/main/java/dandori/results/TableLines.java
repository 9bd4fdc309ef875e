package dandori.results;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Lines of a table of a results folder, each in the order of the columns that are asked for. */
final class TableLines {

    private TableLines() {}

    /**
     * The lines whose job is wanted, in the order of the file.
     *
     * @param file a table, packed, whose first column is {@code job_id}
     * @param columns the columns wanted
     * @param wanted which jobs, by their number as written
     * @throws DamagedResultsException if it is not such a table, or not whole
     */
    static List<List<String>> of(Path file, List<String> columns, Predicate<String> wanted)
            throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = new GZIPInputStream(packed, 1 << 16);
                MappingIterator<String[]> read =
                        CsvMapper.builder()
                                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                                .build()
                                .readerFor(String[].class)
                                .readValues(in)) {
            int[] places = places(file, read, columns);
            while (read.hasNextValue()) {
                String[] line = read.nextValue();
                if (wanted.test(line[0])) {
                    lines.add(Arrays.stream(places).mapToObj(place -> line[place]).toList());
                }
            }
            return lines;
        } catch (ZipException | EOFException | JacksonException broken) {
            throw new DamagedResultsException(file);
        } catch (ArrayIndexOutOfBoundsException cut) {
            throw new DamagedResultsException(file);
        }
    }

    private static int[] places(Path file, MappingIterator<String[]> read, List<String> columns) {
        List<String> head = read.hasNextValue() ? List.of(read.nextValue()) : List.of();
        if (head.isEmpty() || !head.get(0).equals("job_id") || !head.containsAll(columns)) {
            throw new DamagedResultsException(file);
        }
        return columns.stream().mapToInt(head::indexOf).toArray();
    }
}
