package dandori.parquet.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.AllocationUnit;
import dandori.trace.ImportRules;
import dandori.trace.LogFile;
import dandori.trace.LogOptions;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceHeader;
import dandori.trace.Traces;
import dandori.trace.export.Destination;
import dandori.trace.export.JobStream;
import dandori.trace.export.OutputWishes;
import dandori.trace.export.TraceOutput;
import dandori.trace.table.JobColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written in Parquet is read again, to the last field. */
class RoundTripTest {

    private static final int COUNT = 3_000;

    @TempDir Path folder;

    /** Job i of a random log, half of whose fields are unknown; times in milliseconds. */
    private static LoggedJob job(int i) {
        SplittableRandom random = new SplittableRandom(i);
        LoggedJob job = new LoggedJob();
        job.id = i;
        job.submitMillis = 1_000L * i + random.nextInt(1_000);
        job.waitMillis = random.nextInt(-1, 1_000_000_000);
        job.runMillis = random.nextInt(1_000_000_000);
        job.walltimeMillis = random.nextBoolean() ? -1 : random.nextInt(1, 1_000_000_000);
        job.requestedNodes = random.nextInt(-1, 5);
        job.allocatedNodes = random.nextInt(-1, 5);
        job.requestedProcessors = random.nextInt(1, 500);
        job.allocatedProcessors = random.nextInt(-1, 5);
        job.requestedAccelerators = random.nextInt(1, 5);
        job.allocatedAccelerators = random.nextInt(-1, 5);
        job.cpuMillis = random.nextBoolean() ? -1 : random.nextInt(1_000_000);
        job.memoryKilobytes = random.nextBoolean() ? -1 : random.nextLong(1L << 40);
        job.end = LoggedEnd.values()[random.nextInt(LoggedEnd.values().length)];
        job.user = random.nextBoolean() ? "user \"ü\", 王" : null;
        job.userNumber = job.user == null ? random.nextInt(-1, 9) : -1;
        job.partition = random.nextBoolean() ? "gpu" : null;
        job.groupNumber = random.nextInt(-1, 9);
        job.precedingId = random.nextBoolean() ? -1 : i - 1;
        job.thinkMillis = random.nextBoolean() ? -1 : 1_500;
        return job;
    }

    private static JobStream stream(AllocationUnit unit, @Nullable ZonedDateTime origin) {
        return new JobStream() {
            private int next;

            @Override
            public boolean next(LoggedJob job) {
                if (next == COUNT) {
                    return false;
                }
                LoggedJob made = job(next++);
                job.set(made);
                return true;
            }

            @Override
            public String name() {
                return "made";
            }

            @Override
            public TraceHeader header() {
                return TraceHeader.empty().withOrigin(origin);
            }

            @Override
            public AllocationUnit unit() {
                return unit;
            }
        };
    }

    private Path write(String name, JobStream jobs) throws IOException {
        Path file = folder.resolve(name);
        assertThat(
                        TraceOutput.named("parquet")
                                .write(
                                        jobs,
                                        new Destination(file, false),
                                        new OutputWishes(true, 0, "test")))
                .isEmpty();
        return file;
    }

    private static List<String> lines(LoggedJob job) {
        List<String> values = new ArrayList<>();
        for (JobColumn column : JobColumn.values()) {
            values.add(column.of(job));
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(AllocationUnit.class)
    void everyFieldComesBack(AllocationUnit unit) throws IOException {
        Path file = write("t.parquet", stream(unit, null));

        try (LogFile log = LogFile.open(file, LogOptions.none(), null, (read, total) -> {})) {
            assertThat(log.unit()).isEqualTo(unit);
            LoggedJob job = new LoggedJob();
            for (int i = 0; i < COUNT; i++) {
                assertThat(log.next(job)).isTrue();
                assertThat(lines(job)).isEqualTo(lines(job(i)));
            }
            assertThat(log.next(job)).isFalse();
        }
    }

    @Test
    void datesComeBackToTheMillisecond() throws IOException {
        ZonedDateTime origin = ZonedDateTime.of(2021, 4, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        Path file = write("t.parquet", stream(AllocationUnit.PROCESSOR, origin));
        var trace = Traces.read(file, ImportRules.dandori(), (read, total) -> {});

        assertThat(trace.workload().count()).isEqualTo(COUNT);
        assertThat(trace.header().origin()).isEqualTo(origin);
        for (int i = 0; i < COUNT; i++) {
            assertThat(trace.workload().jobs().submitMillis(i)).isEqualTo(job(i).submitMillis);
            assertThat(trace.workload().runMillis(i)).isEqualTo(job(i).runMillis);
        }
    }

    @Test
    void equalJobsAreEqualBytes() throws IOException {
        Path one = write("a.parquet", stream(AllocationUnit.NODE, null));
        Path other = write("b.parquet", stream(AllocationUnit.NODE, null));

        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void aFolderOfTablesIsOneLog() throws IOException {
        Files.createDirectory(folder.resolve("months"));
        ZonedDateTime april = ZonedDateTime.of(2021, 4, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        write("months/21_04.parquet", stream(AllocationUnit.NODE, april));
        write("months/21_05.parquet", stream(AllocationUnit.NODE, april.plusMonths(1)));
        Path months = folder.resolve("months");
        var trace = Traces.read(months, ImportRules.dandori(), (read, total) -> {});

        assertThat(trace.report().jobLines()).isEqualTo(2 * COUNT);
        assertThat(trace.report().count("told-twice")).isZero();
        assertThat(trace.origin()).isEqualTo(april);
    }
}
