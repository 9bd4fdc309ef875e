package dandori.trace.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** The rows of well-formed tables are those that a library for such tables reads. */
class CsvRowsTest {

    private static List<List<String>> rows(byte[] table, int most) throws IOException {
        InputStream slow =
                new ByteArrayInputStream(table) {
                    @Override
                    public synchronized int read(byte[] target, int offset, int length) {
                        return super.read(target, offset, Math.min(length, most));
                    }
                };
        CsvRows rows = new CsvRows(slow, ',');
        List<List<String>> all = new ArrayList<>();
        for (CsvRows.Kind kind = rows.next(); kind != CsvRows.Kind.END; kind = rows.next()) {
            assertThat(kind).isEqualTo(CsvRows.Kind.ROW);
            rows.settle();
            List<String> row = new ArrayList<>();
            for (int field = 0; field < rows.count(); field++) {
                row.add(rows.text(field));
            }
            all.add(row);
        }
        return all;
    }

    private static List<List<String>> expected(String table) throws IOException {
        CsvMapper mapper = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
        try (MappingIterator<List<String>> rows =
                mapper.readerForListOf(String.class).readValues(new StringReader(table))) {
            return rows.readAll();
        }
    }

    /** What the rows are, whole or not, and their fields. */
    private static List<String> told(byte[] table, int most) throws IOException {
        InputStream slow =
                new ByteArrayInputStream(table) {
                    @Override
                    public synchronized int read(byte[] target, int offset, int length) {
                        return super.read(target, offset, Math.min(length, most));
                    }
                };
        CsvRows rows = new CsvRows(slow, ',');
        List<String> all = new ArrayList<>();
        for (CsvRows.Kind kind = rows.next(); kind != CsvRows.Kind.END; kind = rows.next()) {
            rows.settle();
            StringBuilder row = new StringBuilder(kind + " " + rows.isEnded());
            for (int field = 0; field < rows.count(); field++) {
                row.append('|').append(rows.text(field));
                assertThat(rows.name(field)).isEqualTo(rows.text(field));
            }
            all.add(row.toString());
        }
        return all;
    }

    @Test
    void rowsThatComeByteByByteAreThoseThatComeAtOnce() throws IOException {
        String[] pieces = {
            ",",
            ",",
            ",",
            "a",
            "12",
            " ",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\"",
            "\"x\"",
            "猫",
            "\n\n",
            ",,,,,,,,,,"
        };
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            StringBuilder table = new StringBuilder("first,row\n");
            int kinds = seed % 2 == 0 ? pieces.length : 10; // half of them without quotes
            while (table.length() < 9_000) {
                table.append(pieces[random.nextInt(kinds)]);
            }
            byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(told(bytes, 1)).as("seed %d", seed).isEqualTo(told(bytes, 1 << 20));
        }
    }

    @Test
    void randomTables() throws IOException {
        String[] cells = {
            "", "a", "12.5", "\"\"", "\"x,y\"", "\"say \"\"so\"\"\"", "\"a\nb\"", "é猫"
        };
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            StringBuilder table = new StringBuilder();
            int columns = 2 + random.nextInt(4);
            for (int row = 0; row < 30; row++) {
                for (int column = 0; column < columns; column++) {
                    table.append(column == 0 ? "" : ",");
                    table.append(cells[random.nextInt(cells.length)]);
                }
                table.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            String text = table.toString();

            assertThat(rows(text.getBytes(StandardCharsets.UTF_8), 1 + random.nextInt(50)))
                    .as("seed %d", seed)
                    .isEqualTo(expected(text));
        }
    }

    @Test
    void aReturnAloneClosesNoQuote() throws IOException {
        byte[] last = "h\r\n\"1\"\r\n\"2\"\r".getBytes(StandardCharsets.UTF_8);
        assertThat(told(last, 1)).containsExactly("ROW true|h", "ROW true|1", "ROW false|2");
        byte[] within = "h\r\n\"1\"\rx\r\n2".getBytes(StandardCharsets.UTF_8);
        assertThat(told(within, 1))
                .containsExactly("ROW true|h", "OPEN_QUOTE false", "ROW false|2");
    }

    @Test
    void whatFollowsAReturnBehindAQuoteIsBoundedAsAllRowsAre() throws IOException {
        String table = "s,r,n\n1,2,3\n\"4\"\r" + "x".repeat(20 << 20) + "\n7,8,9\n";
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), ',');
        List<CsvRows.Kind> kinds = new ArrayList<>();
        for (CsvRows.Kind kind = rows.next(); kind != CsvRows.Kind.END; kind = rows.next()) {
            kinds.add(kind);
        }
        assertThat(kinds)
                .containsExactly(
                        CsvRows.Kind.ROW,
                        CsvRows.Kind.ROW,
                        CsvRows.Kind.TOO_LONG,
                        CsvRows.Kind.ROW);
        assertThat(rows.bytes()).hasSizeLessThan(4 * CsvRows.LONGEST);
    }

    @Test
    void manyQuotesThatAreNeverClosedAreReadOnce() throws IOException {
        String table = "h,i\n" + "\"a\n".repeat(200_000);
        assertThat(fieldCounts(table)).hasSize(200_001).startsWith(2, 0).endsWith(0, 0);
    }

    @Test
    void whatIsKnownOfOpenQuotesChangesNoRow() throws IOException {
        String[] pieces = {"\"", "\"", "\"\"", "a", ",", "\n", "\n"};
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder table = new StringBuilder("h,i\n");
            for (int piece = random.nextInt(40); piece >= 0; piece--) {
                table.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = table.toString();
            assertThat(fieldCounts(text)).as(text).isEqualTo(slowFieldCounts(text));
        }
    }

    private static List<Integer> fieldCounts(String table) throws IOException {
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), ',');
        List<Integer> counts = new ArrayList<>();
        while (rows.next() != CsvRows.Kind.END) {
            counts.add(rows.count());
        }
        return counts;
    }

    /** The same without memory: 0 for a row whose quote is not closed. */
    private static List<Integer> slowFieldCounts(String table) {
        List<Integer> counts = new ArrayList<>();
        for (int row = 0; row < table.length(); ) {
            int count = 0;
            int p = row - 1;
            do {
                p++;
                boolean isQuoted = p < table.length() && table.charAt(p) == '"';
                p = isQuoted ? closing(table, p + 1) : p;
                while (p >= 0 && p < table.length() && ",\n".indexOf(table.charAt(p)) < 0) {
                    p++;
                }
                count++;
            } while (p >= 0 && p < table.length() && table.charAt(p) == ',');
            int lineEnd = table.indexOf('\n', row);
            counts.add(p < 0 ? 0 : count);
            row = 1 + (p >= 0 ? p : lineEnd < 0 ? table.length() : lineEnd);
        }
        return counts;
    }

    private static int closing(String table, int from) {
        int p = table.indexOf('"', from);
        while (p >= 0 && p + 1 < table.length() && ",\n".indexOf(table.charAt(p + 1)) < 0) {
            p = table.indexOf('"', p + (table.charAt(p + 1) == '"' ? 2 : 1));
        }
        return p;
    }

    /** Each line opens a quote that only the last line closes, and has a column too few. */
    @Test
    void linesThatAreTakenBackAreNotReadAgainWithoutEnd() throws IOException {
        int lines = 150_000;
        byte[] table = ("1,\"x\n".repeat(lines) + "\"\n").getBytes(StandardCharsets.UTF_8);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(table), ',');
        int count = 0;
        for (CsvRows.Kind kind = rows.next(); kind != CsvRows.Kind.END; kind = rows.next()) {
            count++;
            if (kind == CsvRows.Kind.ROW && rows.spansLines()) {
                rows.takeBackLines();
            }
        }
        assertThat(count).isEqualTo(lines + 1);
        assertThat(rows.rereadBytes())
                .isGreaterThan(table.length)
                .isLessThan(9L * (CsvRows.LONGEST + table.length));
    }

    @Test
    void afterLinesThatWereTakenBackQuotesMaySpanLinesAgain() throws IOException {
        byte[] table =
                ("1,\"x\n".repeat(150_000) + "\"\n1,\"two\nlines\"\n")
                        .getBytes(StandardCharsets.UTF_8);
        CsvRows rows = new CsvRows(new ByteArrayInputStream(table), ',');
        String last = "";
        for (CsvRows.Kind kind = rows.next(); kind != CsvRows.Kind.END; kind = rows.next()) {
            if (kind == CsvRows.Kind.ROW && rows.spansLines() && rows.rows() <= 150_000) {
                rows.takeBackLines();
            } else if (kind == CsvRows.Kind.ROW) {
                last = rows.text(rows.count() - 1);
            }
        }
        assertThat(last).isEqualTo("two\nlines");
    }
}
