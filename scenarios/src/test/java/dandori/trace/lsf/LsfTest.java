package dandori.trace.lsf;

import static dandori.trace.lines.LogText.jobs;
import static dandori.trace.lines.LogText.notes;
import static dandori.trace.lines.LogText.read;
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
import dandori.trace.lines.Days;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an accounting log of LSF becomes; one log with one fault for each kind of note. */
class LsfTest {

    /** 6 April 2020, 00:00 UTC. */
    private static final long MIDNIGHT = 1_586_131_200L;

    private static final String RUSAGE = "30.5 1.5 900 0 -1 0 0 4 4 0 9 0 -1 0 0 0 1 2 -1";
    private static final String REST =
            " \"\" \"lab\" 0 8 \"\" \"\" 3 8192 0 \"\" \"\" \"\" \"\" 0 \"\" 0 \"\" -1 \"\" \"\""
                    + " \"\" \"\" -1 \"/grp\" \"\" 5136";

    @TempDir private Path folder;

    /** A job of 4 slots on two hosts, one of them asked for by name. */
    private static String job(long id, long submit, long start, long end) {
        return "\"JOB_FINISH\" \"10.1\" %d %d 501 33554434 4 %d 0 0 %d \"ann\" \"normal\""
                        .formatted(
                                MIDNIGHT + end,
                                id,
                                MIDNIGHT + submit,
                                start < 0 ? 0 : MIDNIGHT + start)
                + " \"span[ptile=2]\" \"\" \"\" \"login\" \"/home/ann\" \"\" \"o u t\" \"\" \"7.1\""
                + " 1 \"h1\" 4 \"h1\" \"h1\" \"h2\" \"h2\" 64 60.0 \"n\" \"echo \"\"a b\"\"\" "
                + RUSAGE
                + REST
                + "\n";
    }

    @Test
    void aVersionMayBeLong() {
        String version = "10" + ".1".repeat(20_000);
        assertThat(LsfRecords.isBeginning("\"JOB_NEW\" \"" + version + "\" 1 x")).isTrue();
    }

    @Test
    void finishedJobsAreTakenToTheLastField() throws IOException {
        String text = job(7, 100, 160, 260);
        ImportedTrace trace = read(folder, text);
        assertThat(jobs(trace)).containsExactly("7 100000 4 100000 100000 ann lab normal");
        assertThat(notes(trace)).containsExactly("repaired 1 no-estimates");
        assertThat(trace.workload().origin()).hasToString("2020-04-06T00:00Z");

        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var input = new TraceInput("f", "f", new ByteArrayInputStream(bytes));
        LoggedJob job = new LoggedJob();
        assertThat(new Lsf().open(input, new Findings()).next(job)).isTrue();
        assertThat(job.waitMillis).isEqualTo(60_000);
        assertThat(job.allocatedProcessors).isEqualTo(4);
        assertThat(job.allocatedNodes).isEqualTo(2);
        assertThat(job.cpuMillis).isEqualTo(8_000);
        assertThat(job.memoryKilobytes).isEqualTo(2_048);
        assertThat(job.end).isEqualTo(LoggedEnd.COMPLETED);
    }

    @Test
    void hostsMayBeWrittenShortAndOldVersionsEndEarlier() {
        String shortly =
                job(7, 0, 0, 60).replace("4 \"h1\" \"h1\" \"h2\" \"h2\"", "2 \"2*h1\" \"2*h2\"");
        String old = job(8, 1, 1, 61);
        old = old.substring(0, old.indexOf(" 3 8192")).replace("10.1", "5.1") + "\n";
        LogOptions nodes = new LogOptions(null, null, AllocationUnit.NODE, null);
        ImportedTrace trace = read(folder, shortly + old, ImportRules.dandori().withLog(nodes));
        assertThat(jobs(trace))
                .containsExactly(
                        "7 0 2 60000 60000 ann lab normal", "8 1000 2 60000 60000 ann lab normal");
    }

    @Test
    void wordsMayHoldLinesAndQuotationMarks() {
        String lines = job(7, 0, 0, 60).replace("a b", "a\n\nb \"\"\"\" 64");
        ImportedTrace trace = read(folder, lines.replace("\n", "\r\n") + job(8, 0, 0, 9));
        assertThat(trace.report().jobsUsed()).isEqualTo(2);
        assertThat(trace.report().lines()).isEqualTo(4);
        assertThat(notes(trace)).noneMatch(note -> note.contains("lsf-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | 0 | '' | '' | skipped 1 lsf-never-started",
                "0 | 60 | ' 64 60.0' | ' 6\"4' | skipped 1 lsf-cut-short",
                "0 | 60 | ' 4 \"h1\"' | ' 99 \"h1\"' | skipped 1 lsf-cut-short",
                "0 | 60 | '33554434 4 1586131200' | '1 4 0' | skipped 1 lsf-no-submit",
                "0 | 60 | JOB_FINISH | JOB_RESIZE | noted 1 lsf-other-records",
                "0 | 60 | '\"JOB_FINISH\"' | JOB_FINISH | skipped 1 lsf-no-record",
                "5 | 2 | '' | '' | skipped 1 run-unknown",
            })
    void whatIsNoJobIsCounted(long start, long end, String old, String by, String expected) {
        String odd = job(9, 0, start, end).replace(old, by);
        ImportedTrace trace = read(folder, job(7, 0, 0, 60) + odd + job(8, 0, 0, 60));
        assertThat(notes(trace)).contains(expected);
        assertThat(trace.report().jobsUsed()).isEqualTo(2);
    }

    @Test
    void whatIsOddInAJobIsNoted() {
        String estimate = job(1, 0, 0, 60).replace("\"\" -1 \"/grp\"", "\"\" 600 \"/grp\"");
        String begins = job(2, 0, 90, 99).replace(" 0 0 15861", " 1586131290 0 15861");
        ImportedTrace trace =
                read(
                        folder,
                        estimate
                                + begins
                                + job(3, 50, 40, 60)
                                + job(4, 0, 1, 2)
                                + job(4, 0, 1, 2)
                                + job(4, 0, 5, 7));
        assertThat(notes(trace))
                .contains(
                        "skipped 1 lsf-repeated",
                        "noted 1 lsf-estimate",
                        "noted 1 lsf-held",
                        "noted 1 lsf-start-before-submit",
                        "noted 1 lsf-run-again");
        assertThat(jobs(trace).get(0)).isEqualTo("1 0 4 600000 60000 ann lab normal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'0 0 600 0 0' | '' | 600000 0",
                "'2 1036 1 1042 \"num=2 0\" 0 600 0 0' | 'rusage[mem=1,ngpus_physical=2.00]' | 600000 4",
                "'0 2 h1 1 0 9 9 0 h2 1 0 9 9 0 600 64 0' | 'rusage[ngpus_physical=2/host]' | 600000 4",
                "'0 0 -1 0 0' | 'rusage[ngpus_physical=1.00/task]' | -1 4",
                "'0 0 -1 0 0' | 'rusage[ngpus_excl_p=1/job]' | -1 1",
                "'0 0 600 0' | 'rusage[ngpus_physical=1]' | -1 -1",
                "'0 9 600 0 0' | '' | -1 -1",
            })
    void newerVersionsTellTheLimitAndTheAccelerators(
            String lists, String resources, String expected) throws IOException {
        String tail =
                " \"\" 0 \"\" \"\" "
                        + lists
                        + " \"select[a] "
                        + resources
                        + " \" \"\" -1 \"\" -1 0 \"\" 0 0 \"\" 100 \"\" 0";
        byte[] bytes =
                job(7, 100, 160, 260)
                        .replace("5136\n", "5136" + tail + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        LoggedJob job = new LoggedJob();
        var input = new TraceInput("f", "f", new ByteArrayInputStream(bytes));

        assertThat(new Lsf().open(input, new Findings()).next(job)).isTrue();
        assertThat(job.walltimeMillis + " " + job.requestedAccelerators).isEqualTo(expected);
    }

    @Test
    void recordsAreBounded() {
        String huge = job(9, 0, 0, 60).replace("a b", "x".repeat(1 << 20));
        String many = job(6, 0, 0, 60).replace("a b", "x\n".repeat(600_000));
        ImportedTrace trace = read(folder, huge + many + job(8, 0, 0, 60));
        assertThat(notes(trace)).contains("skipped 2 lsf-too-long");
        assertThat(trace.report().jobsUsed()).isEqualTo(1);
    }

    @Test
    void emptyForeignTruncatedAndWrongFilesAreRefused() {
        ImportRules lsf = ImportRules.dandori().withLog(new LogOptions("lsf", null, null, null));
        assertThatThrownBy(() -> read(folder, "", lsf))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(": is empty, where records of LSF are expected.");
        assertThatThrownBy(() -> read(folder, "a\u0000 b\n", lsf))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(":1: found 'a\uFFFD b' where a record is expected");
        assertThatThrownBy(() -> read(folder, job(1, 0, 0, 9).replace("FINISH", "NEW")))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("has no record JOB_FINISH, only 1 of other kinds.");
        assertThatThrownBy(() -> read(folder, job(1, 0, 0, 9).substring(0, 90)))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("none of its 1 job lines can be used (1: JOB_FINISH that");
    }

    @ParameterizedTest
    @EnumSource(LsfOddity.class)
    void everyNoteIsExplained(LsfOddity oddity) throws IOException {
        assertThat(Files.readString(Path.of("../docs/data/lsf.md")))
                .contains("| `" + oddity.key() + "` | " + oddity.kind().text() + " |");
    }

    @Test
    void aFolderIsReadAsTheRecordsOfItsFiles() throws IOException {
        Random random = new Random(7);
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int start = random.nextInt(4) * 50 - 1;
            records.add(job(random.nextInt(90), 10, start, 260 + i).replace("o u t", "o\nu t"));
        }
        Path whole = Files.writeString(folder.resolve("whole"), String.join("", records));
        Path days = Days.write(folder.resolve("days"), Days.cut(records, random), random);

        assertThat(Days.told(days, LogOptions.none()))
                .isEqualTo(Days.told(whole, LogOptions.none()))
                .anyMatch(note -> note.endsWith(" lsf-repeated"));
    }

    @Test
    void theNewestOfRotatedFilesIsReadLast() throws IOException {
        String[] files = {"lsb.acct.2", "lsb.acct.1", "lsb.acct"};
        for (int i = 0; i < files.length; i++) {
            int begin = 400_000 * i;
            String text = job(i, begin, begin + 60, begin + 90);
            Files.writeString(folder.resolve(files[i]), text);
        }
        assertThat(Days.told(folder, LogOptions.none()))
                .startsWith(
                        "0 0 4 30000 30000 ann lab normal",
                        "1 400000000 4 30000 30000 ann lab normal",
                        "2 800000000 4 30000 30000 ann lab normal")
                .endsWith("2020-04-06T00:00Z 3 3");
    }

    @Test
    void whatAFolderLacksIsSaidOfAllItsFiles() throws IOException {
        Files.writeString(folder.resolve("lsb.events.1"), job(1, 0, 0, 8).replace("FINISH", "NEW"));
        Files.writeString(folder.resolve("lsb.events"), job(2, 0, 0, 9).replace("FINISH", "NEW"));
        assertThatThrownBy(() -> Days.told(folder, LogOptions.none()))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(
                        folder.resolve("lsb.events.1 to lsb.events")
                                + ": has no record JOB_FINISH, only 2 of other kinds.");
    }
}
