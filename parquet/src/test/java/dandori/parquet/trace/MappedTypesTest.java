package dandori.parquet.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.trace.ImportNote;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogOptions;
import dandori.trace.Traces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type of the table in {@code docs/data/csv-mapping.md} means in a moment, a span of time, a
 * size, a name and a state what the text beside it means there in a table of text.
 */
class MappedTypesTest {

    private static final String COLUMNS =
            """
            columns: {id: Id, submit: Submit, start: Start, wait: Wait, run: Run, walltime: Limit,
              nodes: Nodes, allocatedNodes: Had, user: Login, state: Result}
            times: {zone: Asia/Tokyo, since: 1970}
            states: {'true': completed}
            """;

    private static final List<String> NAMES =
            List.of(
                    "Id", "Submit", "Start", "Wait", "Run", "Limit", "Nodes", "Had", "Login",
                    "Result");

    // Whatever column it lacks, this job is used, so that the other one may be left out.
    private static final List<String> SOUND =
            List.of("1", "1775034000", "1775034000", "0", "60", "90", "", "4", "ada", "true");
    private static final List<String> OTHER =
            List.of("2", "1775034000", "", "", "60", "90", "4", "", "ada", "true");

    private static final long TIE = 903_035; // 90.3035, whose nearest double is below it

    @TempDir private Path folder;

    static List<Arguments> moments() {
        long milli = 1_775_034_000_250L; // 2026-04-01T09:00:00.25Z
        String utc = "2026-04-01T09:00:00.25Z";
        String local = "2026-04-01T09:00:00.25";
        return List.of(
                Arguments.of("int64 (TIMESTAMP(MILLIS,true))", milli, utc),
                Arguments.of("int64 (TIMESTAMP(MILLIS,false))", milli, local),
                Arguments.of("int64 (TIMESTAMP(MICROS,true))", 1_000 * milli + 999, utc),
                Arguments.of("int64 (TIMESTAMP(MICROS,false))", 1_000 * milli, local),
                Arguments.of("int64 (TIMESTAMP(NANOS,true))", 1_000_000 * milli, utc),
                Arguments.of("int64 (TIMESTAMP(NANOS,false))", 1_000_000 * milli, local),
                Arguments.of("int64 (TIMESTAMP(MILLIS,true))", Long.MIN_VALUE, "NaT"),
                Arguments.of("int64 (TIMESTAMP(MILLIS,false))", Long.MIN_VALUE, "NaT"),
                Arguments.of("int64 (TIMESTAMP(MICROS,true))", Long.MIN_VALUE, "NaT"),
                Arguments.of("int64 (TIMESTAMP(NANOS,false))", Long.MIN_VALUE, "NaT"),
                Arguments.of("int64 (TIMESTAMP(MILLIS,true))", Long.MAX_VALUE, "1e20"),
                Arguments.of("int64 (TIMESTAMP(MILLIS,false))", Long.MAX_VALUE, "1e20"),
                Arguments.of("int64 (TIMESTAMP(MILLIS,true))", Long.MIN_VALUE + 1, "-1e20"),
                Arguments.of("int32 (DATE)", 20_544, "2026-04-01"),
                Arguments.of("int96", int96(20_544, 32_400_250_999_999L), local),
                Arguments.of("int32", 1_775_034_000, utc.replace(".25", "")),
                Arguments.of("int64", 1_775_034_000L, utc.replace(".25", "")),
                Arguments.of("float", 1_775_034_000f, "1775033984"),
                Arguments.of("double", 1_775_034_000.2504, utc),
                Arguments.of("int32 (DECIMAL(9,0))", 775_034_000, "775034000"),
                Arguments.of("int64 (DECIMAL(18,2))", 177_503_400_025L, utc),
                Arguments.of("binary (DECIMAL(20,2))", digits(177_503_400_025L, 6), utc),
                Arguments.of(
                        "fixed_len_byte_array(9) (DECIMAL(20,0))",
                        digits(775_034_000, 9),
                        "775034000"),
                Arguments.of("int32 (INTEGER(32,false))", (int) 3_000_000_000L, "3000000000"),
                Arguments.of("int64 (INTEGER(64,false))", 1_775_034_000L, "1775034000"),
                Arguments.of("int64 (INTEGER(64,false))", Long.MIN_VALUE, "9223372036854775808"),
                Arguments.of("float", Float.NaN, "NaN"),
                Arguments.of("double", Double.NaN, "NaN"),
                Arguments.of("double", -1e300, "-1e300"),
                Arguments.of("int64", Long.MIN_VALUE, "NaT"),
                Arguments.of("int64", Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of("int64", Long.MIN_VALUE + 1, "-9223372036854775807"),
                Arguments.of("int64", Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of("binary (UTF8)", utc, utc),
                Arguments.of("binary (UTF8)", "NaT", ""));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void submit(String type, Object value, String text) throws IOException {
        assertSame("Submit", type, value, text);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void start(String type, Object value, String text) throws IOException {
        assertSame("Start", type, value, text);
    }

    static List<Arguments> numbers() {
        return List.of(
                Arguments.of("int32", 90, "90"),
                Arguments.of("int32", Integer.MIN_VALUE, "-2147483648"),
                Arguments.of("int64", 90L, "90"),
                Arguments.of("int64", Long.MIN_VALUE, "NaT"),
                Arguments.of("int64", Long.MIN_VALUE + 1, "-1"),
                Arguments.of("int64", Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of("float", 90.5f, "90.5"),
                Arguments.of("float", Float.NaN, ""),
                Arguments.of("double", 90.3006, "90.301"), // the nearest; text would be cut
                Arguments.of("double", Double.NaN, ""),
                Arguments.of("double", 1e300, "1e300"),
                Arguments.of("int32 (DECIMAL(9,1))", 905, "90.5"),
                Arguments.of("int64 (DECIMAL(18,4))", TIE, "90.304"),
                Arguments.of("binary (DECIMAL(9,1))", digits(905, 2), "90.5"),
                Arguments.of("binary (DECIMAL(9,1))", new byte[0], ""),
                Arguments.of("binary (DECIMAL(9,1))", digits(-1, 1), "-0.1"),
                Arguments.of("fixed_len_byte_array(8) (DECIMAL(18,1))", digits(905, 8), "90.5"),
                Arguments.of(
                        "fixed_len_byte_array(16) (DECIMAL(38,0))",
                        digits(Long.MAX_VALUE, 16),
                        "9223372036854775807"),
                Arguments.of("int32 (INTEGER(32,false))", -1, "4294967295"),
                Arguments.of("int64 (INTEGER(64,false))", 90L, "90"),
                Arguments.of("int64 (INTEGER(64,false))", -1L, "18446744073709551615"),
                Arguments.of("binary (UTF8)", "90.5", "90.5"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void walltime(String type, Object value, String text) throws IOException {
        assertSame("Limit", type, value, text);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void nodes(String type, Object value, String text) throws IOException {
        assertSame("Nodes", type, value, text);
    }

    static List<Arguments> names() {
        return List.of(
                Arguments.of("int32", 90, "90"),
                Arguments.of("int64", Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of("int64", Long.MIN_VALUE, "NaT"),
                Arguments.of("double", 1001.0, "1001"),
                Arguments.of("double", Double.NaN, ""),
                Arguments.of(
                        "int64 (DECIMAL(18,0))", 123_456_789_012_345_679L, "123456789012345679"),
                Arguments.of(
                        "fixed_len_byte_array(16) (DECIMAL(38,3))", digits(1_001_000, 16), "1001"),
                Arguments.of("int64 (INTEGER(64,false))", -1L, "18446744073709551615"),
                Arguments.of("int32 (INTEGER(32,false))", -1, "4294967295"),
                Arguments.of("boolean", true, "true"),
                Arguments.of("binary (UTF8)", "lise", "lise"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void user(String type, Object value, String text) throws IOException {
        assertSame("Login", type, value, text);
    }

    @Test
    void state() throws IOException {
        assertSame("Result", "boolean", true, "true");
        assertSame("Result", "boolean", false, "false"); // a state that nobody knows
    }

    @Test
    void noTimeIsTold() throws IOException {
        Path file = table("Limit", "int64", Long.MIN_VALUE).write(folder.resolve("t.parquet"));

        assertThat(told(file)).contains("repaired 1 parquet-no-time");
    }

    private void assertSame(String column, String type, Object value, String text)
            throws IOException {
        Path parquet = table(column, type, value).write(folder.resolve("t.parquet"));
        List<String> lines =
                List.of(
                        String.join(",", NAMES),
                        String.join(",", with(SOUND, column, "")),
                        String.join(",", with(OTHER, column, text)),
                        "");
        Path csv = Files.writeString(folder.resolve("t.csv"), String.join("\n", lines));

        List<String> told = told(parquet);
        told.removeIf(note -> note.contains(" parquet-"));
        assertThat(told).isEqualTo(told(csv));
    }

    private static List<String> with(List<String> row, String column, String text) {
        List<String> other = new ArrayList<>(row);
        other.set(NAMES.indexOf(column), text);
        return other;
    }

    /** Both jobs, with a column of a type that the second alone has something in. */
    private static MadeTable table(String column, String type, Object value) {
        MadeTable table = new MadeTable();
        for (String name : NAMES) {
            table.column(name, name.equals(column) ? type : isText(name) ? "binary" : "int64");
        }
        table.row(pairs(with(SOUND, column, "")).toArray());
        List<Object> other = pairs(with(OTHER, column, ""));
        other.add(column);
        other.add(value);
        return table.row(other.toArray());
    }

    private static List<Object> pairs(List<String> row) {
        List<Object> pairs = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String name = NAMES.get(i);
            if (!row.get(i).isEmpty()) {
                pairs.add(name);
                pairs.add(isText(name) ? row.get(i) : (Object) Long.valueOf(row.get(i)));
            }
        }
        return pairs;
    }

    private static boolean isText(String name) {
        return name.equals("Login") || name.equals("Result");
    }

    /** A local time as old writers have it: nanoseconds of a day, and the day. */
    private static byte[] int96(int dayOf1970, long nanos) {
        ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.putLong(nanos).putInt(dayOf1970 + 2_440_588).array();
    }

    /** A number as so many bytes, the highest first. */
    private static byte[] digits(long number, int length) {
        byte[] bytes = new byte[length];
        for (int i = length - 1, shift = 0; i >= 0; i--, shift += 8) {
            bytes[i] = (byte) (shift < Long.SIZE ? number >> shift : number < 0 ? -1 : 0);
        }
        return bytes;
    }

    /** The jobs, then the notes. */
    private List<String> told(Path table) throws IOException {
        Path columns = Files.writeString(folder.resolve("columns.yaml"), COLUMNS);
        LogOptions options = new LogOptions(null, null, null, columns);
        ImportRules rules = ImportRules.dandori().withLog(options).withKeepLoggedWaits(true);
        ImportedTrace trace = Traces.read(table, rules, (read, total) -> {});
        var workload = trace.workload();
        var jobs = workload.jobs();
        List<String> told = new ArrayList<>();
        for (int job = 0; job < jobs.count(); job++) {
            int user = jobs.user(job);
            told.add(
                    "%d at %d, waits %d, %d nodes, limit %d, of %s"
                            .formatted(
                                    jobs.id(job),
                                    jobs.submitMillis(job),
                                    jobs.loggedWaitMillis(job),
                                    jobs.nodes(job),
                                    jobs.walltimeMillis(job),
                                    user < 0 ? "nobody" : workload.users().get(user)));
        }
        for (ImportNote note : trace.report().notes()) {
            told.add(note.kind().text() + " " + note.count() + " " + note.key());
        }
        return told;
    }
}
