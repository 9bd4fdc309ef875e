package dandori.parquet.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.AllocationUnit;
import dandori.parquet.read.ValueOddity;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PM100: what each column becomes, and one file for each thing that may be odd. */
class Pm100Test {

    private static final long SUBMIT = Instant.parse("2020-05-04T10:00:00Z").toEpochMilli();

    @TempDir Path folder;

    private static MadeTable table() {
        String date = "int64 (TIMESTAMP(MICROS,true))";
        return new MadeTable()
                .column("job_id", "int64")
                .column("submit_time", date)
                .column("start_time", date)
                .column("end_time", date)
                .column("run_time", "int64")
                .column("time_limit", "int64")
                .column("num_nodes_req", "int64")
                .column("num_nodes_alloc", "int64")
                .column("num_cores_req", "int64")
                .column("num_cores_alloc", "int64")
                .column("num_gpus_req", "double")
                .column("num_gpus_alloc", "double")
                .column("job_state", "binary (UTF8)")
                .column("user_id", "int64")
                .column("group_id", "int64")
                .column("partition", "int32")
                .column("qos", "binary (UTF8)")
                .column("shared", "binary (UTF8)");
    }

    private static Object[] job(Object... other) {
        Object[] usual = {
            "job_id",
            42L,
            "submit_time",
            SUBMIT * 1000,
            "start_time",
            (SUBMIT + 60_000) * 1000,
            "end_time",
            (SUBMIT + 660_000) * 1000,
            "run_time",
            600L,
            "time_limit",
            30L,
            "num_nodes_req",
            2L,
            "num_nodes_alloc",
            3L,
            "num_cores_req",
            64L,
            "num_cores_alloc",
            96L,
            "num_gpus_req",
            8.0,
            "num_gpus_alloc",
            12.0,
            "job_state",
            "COMPLETED",
            "user_id",
            1001L,
            "group_id",
            25_200L,
            "partition",
            1,
            "qos",
            "0",
            "shared",
            "0"
        };
        Object[] all = new Object[usual.length + other.length];
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(other, 0, all, usual.length, other.length);
        return all;
    }

    private ReadRows read(MadeTable table) throws IOException {
        return ReadRows.of(table.write(folder.resolve("p.parquet")));
    }

    @Test
    void everyColumnThatIsUsedReachesTheJob() throws IOException {
        ReadRows rows = read(table().row(job()));

        LoggedJob job = rows.jobs().get(0);
        assertThat(job.id).isEqualTo(42);
        assertThat(job.submitMillis).isEqualTo(SUBMIT);
        assertThat(job.waitMillis).isEqualTo(60_000);
        assertThat(job.runMillis).isEqualTo(600_000);
        assertThat(job.walltimeMillis).isEqualTo(1_800_000);
        assertThat(job.requestedNodes).isEqualTo(2);
        assertThat(job.allocatedNodes).isEqualTo(3);
        assertThat(job.requestedProcessors).isEqualTo(64);
        assertThat(job.allocatedProcessors).isEqualTo(96);
        assertThat(job.requestedAccelerators).isEqualTo(8);
        assertThat(job.allocatedAccelerators).isEqualTo(12);
        assertThat(job.user).isEqualTo("1001");
        assertThat(job.group).isEqualTo("25200");
        assertThat(job.partition).isEqualTo("1");
        assertThat(job.queue).isEqualTo("0");
        assertThat(job.end).isEqualTo(LoggedEnd.COMPLETED);
        assertThat(rows.log().unit()).isEqualTo(AllocationUnit.NODE);
        for (RowOddity oddity : RowOddity.values()) {
            assertThat(rows.count(oddity)).as(oddity.key()).isZero();
        }
    }

    @Test
    void aJobWithoutLimitIsCounted() throws IOException {
        ReadRows rows =
                read(
                        table().row(job("time_limit", 4_294_967_295L))
                                .row(job("time_limit", -1L))
                                .row(job("time_limit", 4_294_967_294L)));

        assertThat(rows.jobs()).extracting(job -> job.walltimeMillis).containsOnly(-1L);
        assertThat(rows.count(RowOddity.NO_LIMIT)).isEqualTo(3);
    }

    @Test
    void aLimitMayBeAWordAndUnsigned() throws IOException {
        ReadRows words =
                read(
                        table().column("time_limit", "binary (UTF8)")
                                .row(job("time_limit", "INFINITE"))
                                .row(job("time_limit", "90"))
                                .row(job("time_limit", "soon")));
        ReadRows unsigned =
                read(
                        table().column("time_limit", "int32 (INTEGER(32,false))")
                                .row(job("time_limit", -1)));

        assertThat(words.jobs())
                .extracting(job -> job.walltimeMillis)
                .containsExactly(-1L, 5_400_000L, -1L);
        assertThat(words.count(RowOddity.NO_LIMIT)).isEqualTo(1);
        assertThat(words.count(ValueOddity.UNREADABLE)).isPositive();
        assertThat(unsigned.count(RowOddity.NO_LIMIT)).isEqualTo(1);
    }

    @Test
    void statesAreThoseOfSlurm() throws IOException {
        String[] states = {
            "FAILED",
            "TIMEOUT",
            "CANCELLED by 7",
            "NODE_FAIL",
            "OUT_OF_MEMORY",
            "PREEMPTED",
            "completed",
            "ODD"
        };
        MadeTable table = table();
        for (String state : states) {
            table.row(job("job_state", state));
        }
        ReadRows rows = read(table);

        assertThat(rows.jobs())
                .extracting(job -> job.end)
                .containsExactly(
                        LoggedEnd.FAILED,
                        LoggedEnd.TIMEOUT,
                        LoggedEnd.CANCELLED,
                        LoggedEnd.NODE_FAILED,
                        LoggedEnd.FAILED,
                        LoggedEnd.PREEMPTED,
                        LoggedEnd.COMPLETED,
                        LoggedEnd.UNKNOWN);
        assertThat(rows.count(RowOddity.STATE_UNKNOWN)).isEqualTo(1);
    }

    @Test
    void jobsThatHaveNotEndedAreLeftOut() throws IOException {
        ReadRows rows =
                read(table().row(job("job_state", "RUNNING")).row(job("job_state", "PENDING")));

        assertThat(rows.jobs()).isEmpty();
        assertThat(rows.count(RowOddity.NOT_ENDED)).isEqualTo(2);
    }

    @Test
    void jobsThatMayShareNodesAreCounted() throws IOException {
        ReadRows rows = read(table().row(job("shared", "1")).row(job("shared", "OK")).row(job()));

        assertThat(rows.jobs()).hasSize(3);
        assertThat(rows.count(RowOddity.SHARED)).isEqualTo(2);
    }

    @Test
    void decimalsAreCutAndMissingNumbersAreUnknown() throws IOException {
        ReadRows rows = read(table().row(job("num_gpus_req", 3.5, "num_gpus_alloc", Double.NaN)));

        assertThat(rows.jobs().get(0).requestedAccelerators).isEqualTo(3);
        assertThat(rows.jobs().get(0).allocatedAccelerators).isEqualTo(-1);
        assertThat(rows.count(ValueOddity.DECIMALS)).isEqualTo(1);
    }
}
