package dandori.parquet.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.machine.AllocationUnit;
import dandori.parquet.read.ValueOddity;
import dandori.trace.Findings;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogFile;
import dandori.trace.LogOptions;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import dandori.trace.Traces;
import dandori.trace.export.JoinedLogs;
import dandori.trace.export.OutputWishes;
import dandori.trace.export.SubmitLimits;
import dandori.trace.export.TraceExport;
import dandori.trace.export.TraceOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-DATA: what each column becomes, and one file for each thing that may be odd. */
class FDataTest {

    @TempDir Path folder;

    /** As pandas writes it: dates as text, counts of 64 bits, other numbers as doubles. */
    static MadeTable table() {
        return new MadeTable()
                .column("jid", "binary (UTF8)")
                .column("usr", "binary (UTF8)")
                .column("cnumr", "int64")
                .column("cnumat", "int64")
                .column("nnumr", "int64")
                .column("adt", "binary (UTF8)")
                .column("ec", "int64")
                .column("elpl", "double")
                .column("sdt", "binary (UTF8)")
                .column("edt", "binary (UTF8)")
                .column("nnuma", "int64")
                .column("exit state", "binary (UTF8)")
                .column("duration", "double");
    }

    private static Object[] job(Object... other) {
        Object[] usual = {
            "jid",
            "jid_7",
            "usr",
            "usr_3",
            "cnumr",
            96L,
            "cnumat",
            192L,
            "nnumr",
            2L,
            "adt",
            "2021-04-01 09:00:00",
            "ec",
            0L,
            "elpl",
            3600.0,
            "sdt",
            "2021-04-01 09:10:00",
            "edt",
            "2021-04-01 09:40:30",
            "nnuma",
            4L,
            "exit state",
            "completed",
            "duration",
            1830.0
        };
        Object[] all = new Object[usual.length + other.length];
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(other, 0, all, usual.length, other.length);
        return all;
    }

    private ReadRows read(MadeTable table) throws IOException {
        return ReadRows.of(table.write(folder.resolve("f.parquet")));
    }

    @Test
    void everyColumnThatIsUsedReachesTheJob() throws IOException {
        ReadRows rows = read(table().row(job()));

        LoggedJob job = rows.jobs().get(0);
        assertThat(job.id).isEqualTo(7);
        assertThat(job.submitMillis)
                .isEqualTo(Instant.parse("2021-04-01T09:00:00Z").toEpochMilli());
        assertThat(job.waitMillis).isEqualTo(600_000);
        assertThat(job.runMillis).isEqualTo(1_830_000);
        assertThat(job.walltimeMillis).isEqualTo(3_600_000);
        assertThat(job.requestedNodes).isEqualTo(2);
        assertThat(job.allocatedNodes).isEqualTo(4);
        assertThat(job.requestedProcessors).isEqualTo(96);
        assertThat(job.allocatedProcessors).isEqualTo(192);
        assertThat(job.user).isEqualTo("usr_3");
        assertThat(job.end).isEqualTo(LoggedEnd.COMPLETED);
        assertThat(job.partition).isEqualTo("small");
        assertThat(rows.count(RowOddity.GROUP_INFERRED)).isEqualTo(1);
        assertThat(rows.log().unit()).isEqualTo(AllocationUnit.NODE);
        assertThat(rows.log().header().maxNodes()).isEqualTo(158_976);
        assertThat(rows.log().lineCount()).isEqualTo(1);
        assertThat(rows.log().jobLineCount()).isEqualTo(1);
    }

    @Test
    void localTimesAreInTheZoneOfTheCallAndTimesWithAZoneInTheirOwn() throws IOException {
        Path file =
                table().row(job())
                        .row(job("adt", "2021-04-01 09:00:00+09"))
                        .write(folder.resolve("f.parquet"));

        assertThat(ReadRows.of(file, "Asia/Tokyo").jobs())
                .extracting(job -> job.submitMillis)
                .containsOnly(Instant.parse("2021-04-01T00:00:00Z").toEpochMilli());
        assertThat(ReadRows.imported(file).report().count("zone-assumed")).isEqualTo(1);
    }

    @Test
    void theGroupIsTheFirstThatTakesNodesAndTimeLimit() throws IOException {
        ReadRows rows =
                read(
                        table().row(job("nnumr", 384L, "elpl", 72 * 3600.0))
                                .row(job("nnumr", 385L, "elpl", 24 * 3600.0))
                                .row(job("nnumr", 55_296L, "elpl", Double.NaN))
                                .row(job("nnumr", 55_297L))
                                .row(job("nnumr", 82_944L))
                                .row(job("nnumr", 82_945L))
                                .row(job("nnumr", 384L, "elpl", 72 * 3600.0 + 1))
                                .row(job("nnumr", 385L, "elpl", 24 * 3600.0 + 1))
                                .row(job("nnumr", 0L, "nnuma", 400L)));

        assertThat(rows.jobs())
                .extracting(job -> job.partition)
                .containsExactly(
                        "small", "large", "large", "huge", "huge", null, null, null, "large");
        assertThat(rows.count(RowOddity.GROUP_INFERRED)).isEqualTo(6);
        assertThat(rows.count(RowOddity.GROUP_UNKNOWN)).isEqualTo(3);
    }

    @Test
    void theExitCodeSaysHowAJobEndedWhereItsStateDoesNot() throws IOException {
        ReadRows rows =
                read(
                        table().row(job("exit state", "failed"))
                                .row(job("exit state", "", "ec", 0L))
                                .row(job("exit state", "", "ec", 137L))
                                .row(job("exit state", "odd")));

        assertThat(rows.jobs())
                .extracting(job -> job.end)
                .containsExactly(
                        LoggedEnd.FAILED, LoggedEnd.COMPLETED, LoggedEnd.FAILED, LoggedEnd.UNKNOWN);
    }

    @Test
    void aJobWithoutSubmissionIsLeftOut() throws IOException {
        ReadRows rows =
                read(table().row(job("adt", "")).row(job("adt", "1970-01-01 00:00:00")).row(job()));

        assertThat(rows.jobs()).hasSize(1);
        assertThat(rows.count(RowOddity.NO_SUBMIT)).isEqualTo(2);
        assertThat(rows.log().jobLineCount()).isEqualTo(3);
    }

    @Test
    void aJobThatEndsBeforeItStartsIsLeftOut() throws IOException {
        ReadRows rows = read(table().row(job("edt", "2021-04-01 09:09:59")));

        assertThat(rows.jobs()).isEmpty();
        assertThat(rows.count(RowOddity.END_BEFORE_START)).isEqualTo(1);
    }

    @Test
    void aJobThatStartsBeforeItsSubmissionHasNoWait() throws IOException {
        ReadRows rows = read(table().row(job("adt", "2021-04-01 09:10:01")));

        assertThat(rows.jobs().get(0).waitMillis).isEqualTo(-1);
        assertThat(rows.jobs().get(0).runMillis).isEqualTo(1_830_000);
        assertThat(rows.count(RowOddity.START_BEFORE_SUBMIT)).isEqualTo(1);
    }

    @Test
    void theDurationStandsInForAnEndThatIsMissing() throws IOException {
        ReadRows rows = read(table().row(job("edt", "")).row(job("duration", 1832.0)));

        assertThat(rows.jobs())
                .extracting(job -> job.runMillis)
                .containsExactly(1_830_000L, 1_830_000L);
        assertThat(rows.count(RowOddity.DURATION_TAKEN)).isEqualTo(1);
        assertThat(rows.count(RowOddity.DURATION_DIFFERS)).isEqualTo(1);
    }

    @Test
    void aNumberThatIsNoneIsCountedAndUnknown() throws IOException {
        ReadRows rows =
                read(
                        table().column("elpl", "double")
                                .column("adt", "binary (UTF8)")
                                .row(job("adt", "yesterday", "jid", "nobody"))
                                .row(job("elpl", Double.POSITIVE_INFINITY, "jid", "nobody")));

        assertThat(rows.jobs()).hasSize(1);
        assertThat(rows.jobs().get(0).walltimeMillis).isEqualTo(-1);
        assertThat(rows.jobs().get(0).id).isEqualTo(2);
        assertThat(rows.count(ValueOddity.UNREADABLE)).isEqualTo(1);
        assertThat(rows.count(ValueOddity.INFINITE)).isEqualTo(1);
        assertThat(rows.count(RowOddity.NO_ID)).isEqualTo(1);
    }

    @Test
    void equalBytesAreEqualWorkloads() throws IOException {
        MadeTable table = table();
        for (int i = 0; i < 1000; i++) {
            table.row(job("jid", "jid_" + i, "usr", "usr_" + i % 17, "nnumr", 1L + i % 400));
        }
        ImportedTrace one = ReadRows.imported(table.write(folder.resolve("a.parquet")));
        ImportedTrace other = ReadRows.imported(folder.resolve("a.parquet"));

        assertThat(one.report()).isEqualTo(other.report());
        assertThat(one.workload().count()).isEqualTo(1000);
        for (int job = 0; job < 1000; job++) {
            assertThat(one.workload().jobs().nodes(job))
                    .isEqualTo(other.workload().jobs().nodes(job))
                    .isEqualTo(1 + job % 400);
        }
    }

    @Test
    void oneThatLacksAColumnIsRefusedByName() throws IOException {
        Path file =
                new MadeTable()
                        .column("adt", "binary (UTF8)")
                        .column("colour", "int32")
                        .row("colour", 1)
                        .write(folder.resolve("f.parquet"));

        assertThatThrownBy(() ->
                        RowKind.FDATA.openAs(
                                new TraceInput(
                                        "f",
                                        "f",
                                        InputStream.nullInputStream(),
                                        file,
                                        LogOptions.none()),
                                new Findings()))
                .isInstanceOf(TraceException.class)
                .hasMessage(
                        "f: is not F-DATA: it lacks sdt, edt, elpl, nnumr, nnuma; it has adt,"
                                + " colour.");
        assertThatThrownBy(() -> ReadRows.of(file))
                .hasMessageStartingWith(
                        "made.parquet: is a table in Parquet that is no trace that is known by its"
                                + " columns; it has adt, colour.\nMaybe --mapping FILE: ");
    }

    @Test
    void oneWithoutRowsIsRefused() throws IOException {
        Path file = table().write(folder.resolve("f.parquet"));

        assertThatThrownBy(() -> ReadRows.of(file))
                .hasMessage(
                        "made.parquet: has the columns of a trace, and no row.\n"
                                + "Maybe the file is incomplete.");
    }

    @Test
    void oneWithinGzipIsRefusedWithAdvice() throws IOException {
        Path file = table().row(job()).write(folder.resolve("f.parquet"));
        Path packed = folder.resolve("f.parquet.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }

        assertThatThrownBy(() -> ReadRows.imported(packed))
                .hasMessage(
                        packed
                                + ": is Parquet within gzip, which cannot be read from its end.\n"
                                + "Maybe unpack it first: gunzip -k FILE.");
    }

    /** The machine is known in nodes: as a log of processors it must not seem to have so few. */
    @Test
    void nodesOfTheMachineAreNoProcessors() throws IOException {
        Path file = table().row(job()).write(folder.resolve("f.parquet"));
        assertThat(ReadRows.imported(file).machineNodes()).isEqualTo(158_976);
        LogOptions processors = new LogOptions(null, null, AllocationUnit.PROCESSOR, null);
        assertThat(
                        Traces.read(
                                        file,
                                        ImportRules.dandori().withLog(processors),
                                        (read, total) -> {})
                                .machineNodes())
                .isZero();
        assertThat(swf(file, processors)).doesNotContain("MaxNodes", "MaxProcs");
        assertThat(swf(file, LogOptions.none())).contains("; MaxNodes: 158976\n");
    }

    private String swf(Path file, LogOptions options) throws IOException {
        Path out = folder.resolve("out.swf");
        try (LogFile log = LogFile.open(file, options, null, (read, total) -> {})) {
            TraceExport.write(
                    new JoinedLogs(List.of(log), new SubmitLimits(null, null)),
                    TraceOutput.named("swf"),
                    out,
                    new OutputWishes(false, 0, "test"),
                    () -> {});
        }
        return Files.readString(out);
    }
}
