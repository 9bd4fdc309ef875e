package dandori.validation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * When each job starts, from a table: CSV with a head, gzipped if its name ends so.
 *
 * @param seconds starts by the number of the job, both as written
 */
record StartsTable(Map<String, String> seconds) {

    /** Reads a table; an {@link IOException} says what is wrong with it. */
    static StartsTable read(Path file, String job, String start) throws IOException {
        try (InputStream in = open(file);
                MappingIterator<String[]> lines =
                        CsvMapper.builder()
                                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                                .build()
                                .readerFor(String[].class)
                                .readValues(in)) {
            List<String> head = lines.hasNextValue() ? List.of(lines.nextValue()) : List.of();
            int jobAt = place(file, head, job);
            int startAt = place(file, head, start);
            Map<String, String> starts = new HashMap<>();
            while (lines.hasNextValue()) {
                String[] line = lines.nextValue();
                if (line.length <= Math.max(jobAt, startAt)) {
                    throw new IOException(file + " has a line that is too short");
                }
                if (starts.put(line[jobAt], line[startAt]) != null) {
                    throw new IOException("%s has job %s twice".formatted(file, line[jobAt]));
                }
            }
            return new StartsTable(starts);
        } catch (JacksonException broken) {
            throw new IOException(file + " is no whole table of CSV", broken);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private static int place(Path file, List<String> head, String column) throws IOException {
        int place = head.indexOf(column);
        if (place < 0) {
            throw new IOException(
                    "%s has no column '%s', but %s"
                            .formatted(file, column, String.join(", ", head)));
        }
        return place;
    }

    /** How many jobs start in both at the same time. */
    int equalTo(StartsTable other) {
        int equal = 0;
        for (Map.Entry<String, String> one : seconds.entrySet()) {
            String start = other.seconds.get(one.getKey());
            equal += start != null && isSame(start, one.getValue()) ? 1 : 0;
        }
        return equal;
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || isNumber(one)
                        && isNumber(other)
                        && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
