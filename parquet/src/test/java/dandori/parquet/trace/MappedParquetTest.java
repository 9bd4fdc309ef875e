package dandori.parquet.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Workload;
import dandori.trace.ImportNote;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogOptions;
import dandori.trace.TraceException;
import dandori.trace.Traces;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of any columns, read with the mapping that a table of text would need. */
class MappedParquetTest {

    private static final String MAPPING =
            """
            columns:
              id: Job
              submit: Submitted
              start: Began
              run: Seconds
              walltime: Limit
              nodes: Nodes
              user: Login
              group: Project
              state: Result
            states: {OK: completed}
            """;

    @TempDir private Path folder;

    private ImportedTrace read(Path table, String mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("columns.yaml"), mapping);
        LogOptions options = new LogOptions(null, null, null, file);
        return Traces.read(table, ImportRules.dandori().withLog(options), (read, total) -> {});
    }

    private static List<String> told(ImportedTrace trace) {
        Workload workload = trace.workload();
        var jobs = workload.jobs();
        List<String> told = new ArrayList<>();
        for (int job = 0; job < jobs.count(); job++) {
            told.add(
                    "%d %d %d %d %d %s %s"
                            .formatted(
                                    jobs.id(job),
                                    jobs.submitMillis(job),
                                    jobs.nodes(job),
                                    jobs.walltimeMillis(job),
                                    workload.runMillis(job),
                                    name(jobs.user(job), workload.users()),
                                    name(jobs.organization(job), workload.organizations())));
        }
        for (ImportNote note : trace.report().notes()) {
            told.add(note.kind().text() + " " + note.count() + " " + note.key());
        }
        told.add(trace.origin() + " " + trace.unit());
        return told;
    }

    private static @Nullable String name(int index, List<String> names) {
        return index < 0 ? null : names.get(index);
    }

    private static MadeTable table() {
        return new MadeTable()
                .column("Job", "int64")
                .column("Submitted", "int64 (TIMESTAMP(MICROS,true))")
                .column("Began", "int64 (TIMESTAMP(MILLIS,false))")
                .column("Seconds", "double")
                .column("Limit", "binary (UTF8)")
                .column("Nodes", "float")
                .column("Login", "int32")
                .column("Project", "binary (UTF8)")
                .column("Result", "binary (UTF8)")
                .column("Whole", "boolean");
    }

    @Test
    void valuesAreReadByTheirTypes() throws IOException {
        Path file =
                table().row(
                                "Job",
                                7L,
                                "Submitted",
                                1_775_034_000_250_000L, // 2026-04-01T09:00:00.25Z
                                "Began",
                                1_775_066_410_000L, // 18:00:10, in Tokyo
                                "Seconds",
                                90.3,
                                "Limit",
                                "1-00:00:00",
                                "Nodes",
                                3.5f,
                                "Login",
                                1001,
                                "Project",
                                "climate",
                                "Result",
                                "OK",
                                "Whole",
                                true)
                        .row("Job", 8L, "Submitted", 1_775_034_000_000_000L, "Whole", false)
                        .write(folder.resolve("f.parquet"));
        String mapping = MAPPING + "times: {zone: Asia/Tokyo}\nonly: {Whole: ['true']}\n";

        assertThat(told(read(file, mapping)))
                .containsExactly(
                        "7 64800250 4 86400000 90300 1001 climate",
                        "skipped 1 csv-not-only",
                        "repaired 1 csv-rounded-up",
                        "noted 1 allocated-unknown",
                        "2026-04-01T00:00+09:00[Asia/Tokyo] NODE");
    }

    /** Whatever types a writer chose: the same jobs, and the same notes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aTableOfTextSaysTheSame(long seed) throws IOException {
        Random random = new Random(seed);
        boolean isDates = random.nextBoolean();
        MadeTable typed =
                new MadeTable()
                        .column("Job", random.nextBoolean() ? "int64" : "double")
                        .column("Submitted", isDates ? "int64 (TIMESTAMP(MILLIS,true))" : "int64")
                        .column("Began", isDates ? "binary (UTF8)" : "double")
                        .column("Seconds", "double")
                        .column("Limit", "binary (UTF8)")
                        .column("Nodes", "int32")
                        .column("Login", "binary (UTF8)")
                        .column("Project", "int64")
                        .column("Result", "binary (UTF8)");
        StringBuilder text =
                new StringBuilder("Job,Submitted,Began,Seconds,Limit,Nodes,Login,Project,Result\n");
        String[] names =
                typed.schema().getFields().stream().map(f -> f.getName()).toArray(String[]::new);
        for (int row = 0; row < 400; row++) {
            long submit = 1_775_034_000L + random.nextInt(100_000);
            String[] said = {
                "" + row,
                isDates ? date(submit) : "" + submit,
                isDates ? date(submit + random.nextInt(90) - 5) : "" + (submit + random.nextInt(9)),
                BigDecimal.valueOf(random.nextInt(100_000) - 1_000, 3).toString(),
                random.nextBoolean() ? "01:00:00" : "soon",
                random.nextInt(20) - 2 + "",
                random.nextBoolean() ? " ada " : "NULL",
                random.nextInt(3) + "",
                random.nextBoolean() ? "OK" : "odd",
            };
            for (int column = 1; column < said.length; column++) {
                said[column] = random.nextInt(12) == 0 ? "" : said[column];
            }
            text.append(String.join(",", said)).append('\n');
            List<Object> pairs = new ArrayList<>();
            for (int column = 0; column < said.length; column++) {
                if (!said[column].isEmpty()) {
                    pairs.add(names[column]);
                    pairs.add(typed(typed, column, said[column]));
                }
            }
            typed.row(pairs.toArray());
        }
        Path csv = Files.writeString(folder.resolve("t.csv"), text);
        Path parquet = typed.write(folder.resolve("t.parquet"));

        assertThat(told(read(parquet, MAPPING)))
                .isEqualTo(told(read(csv, MAPPING)))
                .anyMatch(note -> note.endsWith("csv-no-time"));
    }

    private static String date(long second) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC))
                + "Z";
    }

    /** A value as the column's type has it. */
    private static Object typed(MadeTable table, int column, String said) {
        var type = table.schema().getType(column).asPrimitiveType();
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> Integer.parseInt(said);
            case INT64 ->
                    type.getLogicalTypeAnnotation() == null
                            ? Long.parseLong(said)
                            : Instant.parse(said).toEpochMilli();
            case DOUBLE -> Double.parseDouble(said);
            default -> said;
        };
    }

    @Test
    void columnsThatAreMissingAreToldAtOnce() throws IOException {
        Path file =
                new MadeTable()
                        .column("Job", "int64")
                        .column("submitted", "int64")
                        .column("Seconds", "int64")
                        .column("Nods", "int64")
                        .row("Job", 1L)
                        .write(folder.resolve("f.parquet"));
        String few = "columns: {id: Job, submit: Submitted, run: Seconds, nodes: Nodes, user: Who}";

        assertThatThrownBy(() -> read(file, few))
                .isInstanceOf(TraceException.class)
                .hasMessage(
                        file
                                + ": there is no column 'Nodes' (nodes), 'Who' (user), which the"
                                + " mapping names.\nMaybe 'Nods'. Known: Job, Nods, Seconds,"
                                + " submitted.");
    }

    @Test
    void whatIsDamagedOrEmptyIsRefused() throws IOException {
        Path empty = table().write(folder.resolve("e.parquet"));
        assertThatThrownBy(() -> read(empty, MAPPING))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(
                        empty + ": holds the names of its columns only, and no job.");
        byte[] whole = Files.readAllBytes(table().row("Job", 1L).write(empty));
        Path cut = Files.write(folder.resolve("c.parquet"), Arrays.copyOf(whole, 99));
        assertThatThrownBy(() -> read(cut, MAPPING))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(cut + ": ");
    }
}
