package dandori.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.Outage;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.results.CampaignsTable;
import dandori.results.CellFiles;
import dandori.results.EventsTable;
import dandori.results.JobsTable;
import dandori.results.LinksTable;
import dandori.results.SeriesTable;
import dandori.results.TableFormat;
import dandori.results.WaitsTable;
import dandori.sim.SeriesDetail;
import dandori.sim.Simulation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet files say what the tables in CSV say. */
class ParquetFormatTest {

    @TempDir Path folder;

    /** Every kind of table: jobs at odd milliseconds, an outage that sends some back, reasons. */
    private static CellFiles run() {
        WorkloadBuilder jobs = new WorkloadBuilder("odd");
        for (int i = 0; i < 300; i++) {
            jobs.add(
                    new Job(1000 + i, 1_237L * i, 1 + i * 7 % 8, 50_000 + i * 111, 9_999 + i * 77));
        }
        Workload workload = jobs.build();
        Policy easy =
                Policy.named("easy")
                        .order(Orders.fcfs())
                        .backfill(Backfills.easy())
                        .placement(Placements.firstFit())
                        .build();
        Outage outage =
                new Outage(100_500, 200_250, 4)
                        .onBegin(Calendar.OnBegin.REQUEUE)
                        .called("\"x\", y");
        return new CellFiles(
                workload,
                Simulation.of(Machine.flat("ours", 8), workload)
                        .policy(easy)
                        .outage(outage)
                        .explainWaits(true)
                        .recordEvents(true)
                        .series(SeriesDetail.EVERY_CHANGE)
                        .run());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "segments", "series", "events", "waits"})
    void everyValueIsThatOfCsvAndEmptyIsNull(String table) throws IOException {
        run().write(folder, Map.of(), true);

        List<String> lines = csv(table);
        List<Group> rows = Groups.of(folder.resolve(table + ".parquet"));
        assertThat(rows).hasSize(lines.size() - 1).isNotEmpty();
        String[] columns = lines.get(0).split(",");
        for (int i = 0; i < rows.size(); i++) {
            String[] values = lines.get(i + 1).replace("\"\"\"x\"\", y\"", "%").split(",", -1);
            assertThat(values).hasSameSizeAs(columns);
            for (int column = 0; column < columns.length; column++) {
                String value = values[column].replace("%", "\"x\", y");
                assertThat(value(table, rows.get(i), columns[column]))
                        .as("row %d, %s", i, columns[column])
                        .isEqualTo(value);
            }
        }
    }

    /** A value as CSV writes it. */
    private static String value(String table, Group row, String column) {
        if (row.getFieldRepetitionCount(column) == 0) {
            return "";
        }
        return switch (ColumnKind.of(table, column)) {
            case TEXT -> row.getString(column, 0);
            case WHOLE -> Long.toString(row.getLong(column, 0));
            case REAL -> number(column, row.getDouble(column, 0));
        };
    }

    private static String number(String column, double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value));
        return column.equals("node_hours_waiting")
                ? exact.setScale(3).toPlainString()
                : exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private List<String> csv(String table) throws IOException {
        Path file = folder.resolve(table + ".csv.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void equalTablesAreEqualBytesWithTheirEncodingsInOrder() throws IOException {
        run().write(folder.resolve("a"), Map.of(), true);
        run().write(folder.resolve("b"), Map.of(), true);

        Path jobs = folder.resolve("a/jobs.parquet");
        assertThat(jobs).hasSameBinaryContentAs(folder.resolve("b/jobs.parquet"));
        byte[] bytes = Files.readAllBytes(jobs);
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
        byte[] footer = Arrays.copyOfRange(bytes, bytes.length - 8 - length, bytes.length - 8);
        Util.readFileMetaData(new ByteArrayInputStream(footer))
                .getRow_groups()
                .forEach(group ->
                        group.getColumns()
                                .forEach(column -> {
                                    List<Encoding> its = column.getMeta_data().getEncodings();
                                    assertThat(its).hasSizeGreaterThan(1).isSorted();
                                }));
    }

    @Test
    void filesOfARunBeforeGoAway() throws IOException {
        run().write(folder, Map.of(), true);
        run().write(folder, Map.of(), false);

        assertThat(folder.resolve("jobs.csv.gz")).exists();
        assertThat(folder.toFile().list((in, name) -> name.endsWith("parquet"))).isEmpty();
    }

    @Test
    void allColumnsAreKnown() {
        Map.of(
                        "jobs", JobsTable.COLUMNS,
                        "series", SeriesTable.COLUMNS,
                        "events", EventsTable.COLUMNS,
                        "waits", WaitsTable.COLUMNS,
                        "links", LinksTable.COLUMNS,
                        "campaigns", CampaignsTable.COLUMNS)
                .forEach((table, columns) -> {
                    for (String column : columns.split(",")) {
                        assertThat(ColumnKind.of(table, column)).isNotNull();
                    }
                });
        assertThatThrownBy(() -> ColumnKind.of("jobs", "colour"))
                .hasMessage("Of which kind is the column 'colour'?");
    }

    @Test
    void anEmptyTableHasItsColumns() throws IOException {
        Path file = folder.resolve("none.parquet");

        TableFormat.named("parquet")
                .write(file, "waits", List.of("job_id"), List.<String[]>of().iterator());

        assertThat(Groups.of(file)).isEmpty();
        assertThatThrownBy(() -> TableFormat.named("arrow"))
                .hasMessage(
                        "Tables cannot be written as arrow here: that part of the program is"
                                + " missing.\nMaybe put dandori-arrow and what it needs on the"
                                + " class path.");
    }
}
