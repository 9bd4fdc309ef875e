package dandori.trace.pbs;

import static dandori.trace.lines.LogText.jobs;
import static dandori.trace.lines.LogText.notes;
import static dandori.trace.lines.LogText.read;
import static dandori.trace.pbs.PbsText.pro;
import static dandori.trace.pbs.PbsText.record;
import static dandori.trace.pbs.PbsText.torque;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.machine.AllocationUnit;
import dandori.trace.Findings;
import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogOptions;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an accounting log of PBS becomes; one log with one fault for each kind of note. */
class PbsTest {

    @TempDir private Path folder;

    @Test
    void runsOfBothFamiliesBecomeJobsToTheLastField() {
        ImportedTrace trace =
                read(folder, pro("12.srv", 100, 160, 260) + torque("13.srv", 200, 200, 300));

        assertThat(jobs(trace))
                .containsExactly(
                        "12 100000 16 3600000 100000 ann the lab workq",
                        "13 200000 4 86400000 100000 bob physics batch");
        assertThat(trace.report().notes()).isEmpty();
        assertThat(trace.workload().origin()).hasToString("2020-04-06T00:00Z");
    }

    @Test
    void everyFieldIsFilled() throws IOException {
        byte[] bytes = pro("12[3].srv", 100, 160, 260).getBytes(StandardCharsets.UTF_8);
        var log =
                new Pbs()
                        .open(
                                new TraceInput("f", "f", new ByteArrayInputStream(bytes)),
                                new Findings());
        LoggedJob job = new LoggedJob();
        assertThat(log.next(job)).isTrue();

        assertThat(job.id).isEqualTo(12);
        assertThat(job.waitMillis).isEqualTo(60_000);
        assertThat(job.requestedNodes).isEqualTo(2);
        assertThat(job.allocatedNodes).isEqualTo(2);
        assertThat(job.requestedAccelerators).isEqualTo(2);
        assertThat(job.allocatedAccelerators).isEqualTo(2);
        assertThat(job.allocatedProcessors).isEqualTo(16);
        assertThat(job.cpuMillis).isEqualTo(10_000);
        assertThat(job.memoryKilobytes).isEqualTo(10);
        assertThat(job.end).isEqualTo(LoggedEnd.COMPLETED);
        assertThat(log.next(job)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select=2:ncpus=8:ngpus=4+1:ncpus=4 | 3 20 8",
                "select=ncpus=4 | 1 4 0",
                "select=3 | 3 3 0",
                "nodes=2:ppn=8:gpus=1+fat:ppn=16#shared | 3 32 2",
                "nodes=n1:ppn=4+n2:ppn=4 | 2 8 0",
                "nodes=4 | 4 4 0",
                "select=99999999999999999999:ncpus=99999999999 | 1099511627776 1099511627776 0",
            })
    void requestsInChunksAreSummed(String request, String sums) {
        PbsChunks chunks = PbsChunks.of(request.substring(request.indexOf('=') + 1));
        assertThat(chunks.count() + " " + chunks.processors() + " " + chunks.accelerators())
                .isEqualTo(sums);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n1/0*8+n2/1*8 | 2 16",
                "n1/0+n1/1+n2/0 | 2 3",
                "n1/0-7,9+n2/3 | 2 10",
                "n1+n2 | 2 2",
                "n1/0 | 1 1",
            })
    void placesInAllSpellingsAreCounted(String places, String counts) {
        PbsHosts hosts = PbsHosts.of(places);
        assertThat(hosts.nodes() + " " + hosts.processors()).isEqualTo(counts);
        PbsHosts virtual = PbsHosts.ofVirtual("(10:ncpus=8)+(v2:ncpus=4:ngpus=1+v3:ncpus=4)");
        assertThat(virtual).isEqualTo(new PbsHosts(3, 16, 1));
    }

    @Test
    void chunksThatMayShareANodeAreNotCountedAsNodes() {
        LogOptions nodes = new LogOptions(null, null, AllocationUnit.NODE, null);
        String packed =
                pro("1", 0, 0, 60)
                        .replace("place=scatter", "place=pack")
                        .replace("select=2:ncpus=8", "select=16:ncpus=1");
        ImportedTrace trace = read(folder, packed, ImportRules.dandori().withLog(nodes));
        assertThat(jobs(trace)).containsExactly("1 0 2 3600000 60000 ann the lab workq");
        assertThat(notes(trace)).containsExactly("repaired 1 requested-unknown");
    }

    @Test
    void valuesMayHoldBlanksAndForeignKeys() {
        String job = pro("1", 0, 0, 60).replace("jobname=run", "jobname=a b end=5 \"c user=x");
        assertThat(jobs(read(folder, job)))
                .containsExactly("1 0 16 3600000 60000 ann the lab workq");
    }

    @Test
    void anAttributeThatStandsNowhereElseEndsTheNameOfAJob() throws IOException {
        String odd = "account=lab jobname=two words Exit_status=1 queue=gpu";
        String job =
                pro("1", 0, 0, 60)
                        .replace("account=\"the lab\" ", "")
                        .replace(" Exit_status=0", "")
                        .replace("jobname=run queue=workq", odd);
        LoggedJob run = new LoggedJob();
        byte[] bytes = job.getBytes(StandardCharsets.UTF_8);
        TraceInput input = new TraceInput("t", "t", new ByteArrayInputStream(bytes));

        assertThat(new Pbs().open(input, new Findings()).next(run)).isTrue();
        assertThat(run.end).isEqualTo(LoggedEnd.FAILED);
        assertThat(run.group + " " + run.queue).isEqualTo("lab gpu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rubbish@ | skipped 1 pbs-no-record",
                "12/01/2020 00:00:00;E;5;user=a end=17@ | skipped 1 pbs-never-started",
                "12/01/2020 00:00:00;E;5;user=a start=17 ctime=16 end=1 | skipped 1"
                        + " pbs-last-line-cut",
                "12/01/2020 00:00:00;E;5;user=a start=17 ct | skipped 1 pbs-last-line-cut",
                "12/01/2020 00:00:00;D;5.s;requestor=a.b@ | skipped 1 pbs-never-started,noted 1"
                        + " pbs-other-records",
                "12/01/2020 00:00:00;S;5.s;user=a@ | skipped 1 pbs-no-end,noted 1"
                        + " pbs-other-records",
                "12/01/2020 00:00:00;R;1.s;user=a@ | noted 1 pbs-rerun",
                "12/01/2020 00:00:00;L;license;floating license hour:3@ | noted 1"
                        + " pbs-other-records",
                "12/01/2020 00:00:00;E;7[].s;start=5 end=9@ | noted 1 pbs-array",
            })
    void linesThatAreNoJobsAreCounted(String line, String expected) {
        ImportedTrace trace = read(folder, pro("1.s", 0, 0, 60) + line.replace('@', '\n'));
        assertThat(String.join(",", notes(trace))).isEqualTo(expected);
        assertThat(trace.report().jobsUsed()).isEqualTo(1);
    }

    @Test
    void aRunToldTwiceIsOneAndAFurtherRunIsAJob() {
        String first = pro("1.s", 0, 0, 60);
        ImportedTrace trace = read(folder, first + pro("1.s", 0, 90, 99) + pro("1.s", 0, 90, 99));
        assertThat(trace.report().jobsUsed()).isEqualTo(2);
        assertThat(trace.report().jobLines()).isEqualTo(3);
        assertThat(notes(trace))
                .containsExactly(
                        "skipped 1 pbs-repeated", "noted 1 submit-equal", "noted 1 pbs-run-again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " end=1586131260 |  | 36000000 | repaired 1 pbs-end-from-record",
                " end=1586131260 | ' end=1586131100 resources_used.walltime=00:00:30' | 30000"
                        + " | repaired 1 pbs-run-from-used",
                " ctime=1586131200 qtime=1586131200 etime=1586131200 | | 60000 | repaired 1"
                        + " pbs-submit-from-start",
                " ctime=1586131200 | ' ctime=1586131230' | 60000 | noted 1"
                        + " pbs-start-before-submit",
                " etime=1586131200 | ' etime=1586131261' | 60000 | noted 1 pbs-held",
                " end=1586131260 | ' end=1586132200 resources_used.walltime=00:10:00' | 1000000"
                        + " | noted 1 pbs-used-shorter",
            })
    void whatIsMissingIsReplacedAndCounted(String old, String by, long run, String expected) {
        String job = pro("1.s", 0, 0, 60);
        String changed = job.replace(old, by == null ? "" : by);
        assertThat(changed).isNotEqualTo(job);
        LogOptions utc = new LogOptions(null, ZoneId.of("UTC"), null, null);
        ImportedTrace trace = read(folder, changed, ImportRules.dandori().withLog(utc));
        assertThat(notes(trace)).contains(expected);
        assertThat(trace.workload().runMillis(0)).isEqualTo(run);
    }

    @Test
    void linesAreBoundedAndRoughBytesDoNoHarm() {
        String text =
                "\uFEFF"
                        + pro("1.s", 0, 0, 60).replace("\n", "\r\n")
                        + "\n\n"
                        + pro("2.s", 0, 0, 60).replace("run", "r\u0000n")
                        + pro("3.s", 0, 0, 60).replace("jobname=run", "x=" + "y".repeat(1 << 20));
        ImportedTrace trace = read(folder, text);
        assertThat(trace.report().jobsUsed()).isEqualTo(2);
        assertThat(notes(trace)).contains("skipped 1 pbs-too-long");

        String jorg = pro("1.s", 0, 0, 60).replace("ann", "j\u00f6rg");
        byte[] latin = jorg.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(jobs(read(folder, latin, ImportRules.dandori())).get(0)).contains("j\uFFFDrg");
    }

    @Test
    void emptyTruncatedAndForeignFilesAreRefused() {
        LogOptions pbs = new LogOptions("pbs", null, null, null);
        ImportRules rules = ImportRules.dandori().withLog(pbs);
        assertThatThrownBy(() -> read(folder, "", rules))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(": is empty, where records of PBS accounting are expected.");
        assertThatThrownBy(() -> read(folder, "a;b\nc\n", rules))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(":1: found 'a;b' where a record is expected: MM/DD/YYYY");
        assertThatThrownBy(() -> read(folder, record('Q', "1.s", "queue=q")))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(
                        "none of its 1 job lines can be used (1: job that left, or still waited");
    }

    @ParameterizedTest
    @EnumSource(PbsOddity.class)
    void everyNoteIsExplained(PbsOddity oddity) throws IOException {
        assertThat(Files.readString(Path.of("../docs/data/pbs.md")))
                .contains("| `" + oddity.key() + "` | " + oddity.kind().text() + " |");
    }

    @Test
    void aRecordOfManyPiecesIsReadOnce() {
        String words = "note=a" + " b".repeat(200_000) + " c=\"x".repeat(50_000) + " d=1";
        PbsFields fields = PbsFields.of(words + " e=\"y z");

        assertThat(fields.text("note")).hasSize(400_001).startsWith("a b b").endsWith("b b");
        assertThat(fields.text("c")).isEqualTo("\"x");
        assertThat(fields.whole("d")).isEqualTo(1);
        assertThat(fields.text("e")).isEqualTo("\"y z");
        assertThat(PbsFields.of("a=\"x y\" z b=1").text("a")).isEqualTo("x y z");
    }

    @Test
    void namesOfFilesThatGrepWritesArePassedOver() {
        String day = "/var/spool/accounting/20200406:" + pro("12.srv", 100, 160, 260);
        String next = "20200407:" + torque("13.srv", 200, 200, 300);

        ImportedTrace trace = read(folder, day + next);

        assertThat(jobs(trace))
                .containsExactly(
                        "12 100000 16 3600000 100000 ann the lab workq",
                        "13 200000 4 86400000 100000 bob physics batch");
        assertThat(notes(trace)).containsExactly("noted 2 pbs-file-name");
        assertThat(new Pbs().recognizes(day.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void anEndWithoutAStartBeganAsLongBeforeAsItUsed() {
        String attributes = "Resource_List.nodes=2:ppn=4 Resource_List.walltime=01:00:00";
        String log =
                "04/06/2020 00:01:00;Q;12.srv;queue=route\n"
                        + "04/06/2020 00:02:00;S;12.srv "
                        + attributes
                        + "\n04/06/2020 00:10:00;E;12.srv "
                        + attributes
                        + " resources_used.walltime=00:08:00 account=lab\n";

        ImportedTrace trace = read(folder, log);

        assertThat(jobs(trace)).containsExactly("12 120000 8 3600000 480000 - lab -");
        assertThat(notes(trace))
                .contains(
                        "repaired 1 pbs-start-from-used",
                        "repaired 1 pbs-end-from-record",
                        "repaired 1 pbs-submit-from-start");
    }

    @Test
    void anEndWithoutAStartThatUsedNothingNeverStarted() {
        String end =
                record('E', "12.srv", "user=ann resources_used.walltime=00:00:00 end=1586131500");

        assertThatThrownBy(() -> read(folder, end))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("1: job that left, or still waited");
    }
}
