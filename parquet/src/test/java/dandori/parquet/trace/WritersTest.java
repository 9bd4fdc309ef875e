package dandori.parquet.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.parquet.read.ValueOddity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same jobs, as different writers write them, are the same jobs. */
class WritersTest {

    private static final int COUNT = 5_000;
    private static final long FIRST = Instant.parse("2021-04-01T00:00:00Z").toEpochMilli();

    @TempDir Path folder;

    private static MadeTable table(String date, String number, String text) {
        return new MadeTable()
                .column("usr", text)
                .column("adt", date)
                .column("sdt", date)
                .column("edt", date)
                .column("elpl", number)
                .column("nnumr", number)
                .column("nnuma", number);
    }

    /**
     * Job i: submitted after i minutes, waits 1 minute, runs i seconds; every seventh has no user.
     */
    private static MadeTable filled(MadeTable table, String date, String number) {
        for (int i = 0; i < COUNT; i++) {
            long at = FIRST + 60_000L * i;
            table.row(
                    i % 7 == 0 ? "elpl" : "usr",
                    i % 7 == 0 ? value(number, 7200) : "u" + i % 1_000,
                    "adt",
                    date(date, at),
                    "sdt",
                    date(date, at + 60_000),
                    "edt",
                    date(date, at + 60_000 + 1_000L * i),
                    "elpl",
                    value(number, 7200),
                    "nnumr",
                    value(number, 1 + i % 300),
                    "nnuma",
                    value(number, 1 + i % 300));
        }
        return table;
    }

    private static Object date(String type, long millis) {
        if (type.startsWith("int96")) {
            return ByteBuffer.allocate(12)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(millis % 86_400_000 * 1_000_000)
                    .putInt((int) (millis / 86_400_000 + 2_440_588))
                    .array();
        }
        if (type.startsWith("binary")) {
            return Instant.ofEpochMilli(millis).toString();
        }
        if (type.equals("double")) {
            return millis / 1e3;
        }
        return type.contains("NANOS")
                ? millis * 1_000_000
                : type.contains("MICROS") ? millis * 1_000 : millis;
    }

    private static Object value(String type, int value) {
        return switch (type) {
            case "int32" -> (Object) value;
            case "int64" -> (long) value;
            case "float" -> (float) value;
            case "double" -> (double) value;
            default -> Integer.toString(value);
        };
    }

    private void check(MadeTable table) throws IOException {
        ReadRows rows = ReadRows.of(table.write(folder.resolve("w.parquet")));
        assertThat(rows.jobs()).hasSize(COUNT);
        for (int i = 0; i < COUNT; i++) {
            var job = rows.jobs().get(i);
            assertThat(job.submitMillis).isEqualTo(FIRST + 60_000L * i);
            assertThat(job.waitMillis).isEqualTo(60_000);
            assertThat(job.runMillis).isEqualTo(1_000L * i);
            assertThat(job.walltimeMillis).isEqualTo(7_200_000);
            assertThat(job.requestedNodes).isEqualTo(1 + i % 300);
            assertThat(job.user).isEqualTo(i % 7 == 0 ? null : "u" + i % 1_000);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"UNCOMPRESSED", "GZIP", "SNAPPY", "ZSTD", "LZ4", "LZ4_RAW"})
    void packing(CompressionCodecName codec) throws IOException {
        for (WriterVersion version : WriterVersion.values()) {
            MadeTable table = table("int64 (TIMESTAMP(MILLIS,true))", "int64", "binary (UTF8)");
            table.codec = codec;
            table.version = version;
            check(filled(table, "MILLIS", "int64"));
        }
    }

    @Test
    void kindsOfDates() throws IOException {
        for (String date :
                new String[] {
                    "int64 (TIMESTAMP(MILLIS,true))",
                    "int64 (TIMESTAMP(MICROS,false))",
                    "int64 (TIMESTAMP(NANOS,true))",
                    "int64 (TIMESTAMP(NANOS,false))",
                    "int96",
                    "binary (UTF8)",
                    "binary",
                    "double"
                }) {
            check(filled(table(date, "int32", "binary"), date, "int32"));
        }
    }

    @Test
    void kindsOfNumbers() throws IOException {
        for (String number : new String[] {"int32", "int64", "float", "double", "binary (UTF8)"}) {
            for (boolean hasDictionaries : new boolean[] {true, false}) {
                MadeTable table = table("int96", number, "binary (ENUM)");
                table.hasDictionaries = hasDictionaries;
                table.version = WriterVersion.PARQUET_2_0;
                table.rowGroupBytes = 1 << 14;
                check(filled(table, "int96", number));
            }
        }
    }

    @Test
    void plainNumbersAreDatesInTheUnitOfTheirSize() throws IOException {
        long[] seconds = {1_617_235_200L, 1_617_235_200_000L, 1_617_235_200_000_000L};
        MadeTable table = table("int64", "int64", "binary");
        for (long at : seconds) {
            table.row("adt", at, "sdt", at, "edt", at, "nnumr", 1L);
        }
        ReadRows rows = ReadRows.of(table.write(folder.resolve("w.parquet")));

        assertThat(rows.jobs()).extracting(job -> job.submitMillis).containsOnly(FIRST);
        assertThat(rows.count(ValueOddity.EPOCH)).isEqualTo(9);
    }

    @Test
    void localDatesAreInTheZoneOfTheCall() throws IOException {
        String date = "int64 (TIMESTAMP(MICROS,false))";
        MadeTable table = table(date, "int64", "binary");
        table.row("adt", FIRST * 1_000, "nnumr", 1L);
        Path file = table.write(folder.resolve("w.parquet"));

        assertThat(ReadRows.of(file, "Asia/Tokyo").jobs().get(0).submitMillis)
                .isEqualTo(FIRST - 9 * 3_600_000);
        assertThat(ReadRows.of(file).jobs().get(0).submitMillis).isEqualTo(FIRST);
    }

    @Test
    void aTextThatIsVeryLongIsUnknown() throws IOException {
        MadeTable table = table("int96", "int64", "binary");
        table.row("usr", "x".repeat(70_000), "adt", date("int96", FIRST), "nnumr", 1L);
        table.row("usr", "x".repeat(65_536), "adt", date("int96", FIRST), "nnumr", 1L);
        ReadRows rows = ReadRows.of(table.write(folder.resolve("w.parquet")));

        assertThat(rows.jobs().get(0).user).isNull();
        assertThat(rows.jobs().get(1).user).hasSize(65_536);
        assertThat(rows.count(ValueOddity.TOO_LONG)).isEqualTo(1);
    }
}
