package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

final class TableTest {

    @TempDir Path folder;

    @Test
    void itReadsWhatJacksonReads() throws IOException {
        SplittableRandom random = new SplittableRandom(4711);
        String[] pieces = {"", "a", "12", "\"", ",", "\n", " ", "語", "\"\"", "x".repeat(70_000)};
        for (int round = 0; round < 30; round++) {
            StringBuilder text = new StringBuilder("one,\"t\"\"w,o\",three\n");
            for (int i = 0; i < 3 * 40; i++) {
                String value = "v";
                for (int j = random.nextInt(4); j > 0; j--) {
                    value += pieces[random.nextInt(random.nextInt(20) == 0 ? 10 : 9)];
                }
                boolean isPlain = value.indexOf('"') < 0 && !value.matches("(?s).*[,\n].*");
                text.append(isPlain ? value : "\"" + value.replace("\"", "\"\"") + "\"")
                        .append(i % 3 < 2 ? ',' : '\n');
            }
            if (round % 2 == 0) {
                text.setLength(text.length() - 1); // the last line has no end
            }
            WrittenRun.table(folder, "t.csv.gz", text.toString());
            assertThat(lines("t.csv.gz")).isEqualTo(byJackson(text.toString()));
        }
    }

    @Test
    void numbersAreExact() throws IOException {
        WrittenRun.table(
                folder, "t.csv.gz", "n\n0\n-1.5\n12.345\n1764000000.001\n\"7\"\n-0.0019\n");
        try (Table table = Table.open(folder.resolve("t.csv.gz"))) {
            List<Long> millis = new ArrayList<>();
            while (table.next()) {
                millis.add(table.millis(0));
            }
            assertThat(millis).containsExactly(0L, -1500L, 12_345L, 1_764_000_000_001L, 7000L, -1L);
        }
    }

    @Test
    void whatIsNoNumberIsToldWithItsPlace() throws IOException {
        for (String wrong : List.of("x", "1e308", "NaN", "-", "1.2.3", "9999999999999999999")) {
            WrittenRun.table(folder, "t.csv.gz", "n,m\n" + wrong + ",\n");
            try (Table table = Table.open(folder.resolve("t.csv.gz"))) {
                table.next();
                assertThatThrownBy(() -> table.millis(0))
                        .hasMessage("t.csv.gz, line 2, column 'n': '%s' cannot be read.", wrong);
            }
        }
    }

    @Test
    void aFileThatIsCutShortIsToldWithItsLine() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("n\n");
        random.longs(20_000).forEach(number -> text.append(number).append('\n'));
        WrittenRun.table(folder, "t.csv.gz", text.toString());
        byte[] whole = Files.readAllBytes(folder.resolve("t.csv.gz"));
        Files.write(folder.resolve("t.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        try (Table table = Table.open(folder.resolve("t.csv.gz"))) {
            assertThatThrownBy(
                            () -> {
                                while (table.next()) {
                                    assertThat(table.isEmpty(0)).isFalse();
                                }
                            })
                    .isInstanceOf(DamagedTableException.class)
                    .hasMessageMatching("t.csv.gz is damaged or cut short after line [0-9,]+\\.");
        }
    }

    @Test
    void whatIsNoGzipIsDamaged() throws IOException {
        Files.writeString(folder.resolve("t.csv.gz"), "job_id\n1\n");
        assertThatThrownBy(() -> Table.open(folder.resolve("t.csv.gz")))
                .hasMessage("t.csv.gz is damaged or cut short after line 1.");
        Files.writeString(folder.resolve("t.csv.gz"), "");
        assertThatThrownBy(() -> Table.open(folder.resolve("t.csv.gz")))
                .hasMessage("t.csv.gz is damaged or cut short after line 1.");
    }

    private List<List<String>> lines(String name) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (Table table = Table.open(folder.resolve(name))) {
            lines.add(table.columns());
            while (table.next()) {
                List<String> line = new ArrayList<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    line.add(table.text(i));
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<List<String>> byJackson(String text) {
        try (MappingIterator<String[]> lines =
                CsvMapper.builder()
                        .enable(CsvReadFeature.WRAP_AS_ARRAY)
                        .build()
                        .readerFor(String[].class)
                        .readValues(text)) {
            return lines.readAll().stream().map(List::of).toList();
        }
    }
}
