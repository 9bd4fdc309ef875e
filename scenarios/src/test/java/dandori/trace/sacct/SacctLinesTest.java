package dandori.trace.sacct;

import static dandori.trace.sacct.SacctText.NAMES;
import static dandori.trace.sacct.SacctText.job;
import static dandori.trace.sacct.SacctText.jobs;
import static dandori.trace.sacct.SacctText.notes;
import static dandori.trace.sacct.SacctText.read;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are cut, joined, or hold the delimiter where they should not. */
class SacctLinesTest {

    private static final String NEXT = "8@3600 4×3600/7200 wait 600 ada physics main";

    private static ImportedTrace logOf(String lines) {
        return read(NAMES + lines, ImportRules.dandori().withKeepLoggedWaits(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a|b", "|", "||", "a||b", "|x", "7|8", "2024-05-01T01:00:00|x", "a|7.0|b"})
    void delimitersInTheNameAreFoundByWhatFollows(String name) {
        ImportedTrace trace = logOf(job("JobName", name) + job("JobID", "8"));

        assertThat(jobs(trace))
                .containsExactly("7@3600 4×3600/7200 wait 600 ada physics main", NEXT);
        assertThat(notes(trace))
                .containsExactly("repaired 1 delimiters-in-text", "noted 1 submit-equal");
    }

    @Test
    void aNameOfSeveralLinesIsOneName() {
        ImportedTrace trace =
                logOf(job("JobName", "a\nif b\n\n  then c | d\nfi") + job("JobID", "8"));

        assertThat(jobs(trace)).hasSize(2).contains(NEXT);
        assertThat(notes(trace))
                .containsExactly(
                        "repaired 1 delimiters-in-text",
                        "noted 1 submit-equal",
                        "noted 1 text-of-lines");
        assertThat(trace.report().lines()).isEqualTo(7);
        assertThat(trace.report().jobLines()).isEqualTo(2);
    }

    @Test
    void aTextInTheLastColumnMayGoOn() {
        String names = NAMES.strip() + "|SubmitLine\n";
        String lines =
                job().strip() + "|sbatch a\n  then\nfi\n" + job("JobID", "8").strip() + "|b\n";
        ImportedTrace trace = read(names + lines);

        assertThat(jobs(trace)).hasSize(2);
        assertThat(notes(trace)).containsExactly("noted 1 submit-equal", "noted 2 text-goes-on");
    }

    @Test
    void aLineCutInTheMiddleCostsNoOther() {
        String cut = job().substring(0, 40) + "\n";
        ImportedTrace trace = logOf(cut + job("JobID", "8"));

        assertThat(jobs(trace)).containsExactly(NEXT);
        assertThat(notes(trace)).containsExactly("skipped 1 columns-do-not-fit");
        assertThat(trace.report().jobLines()).isEqualTo(2);
    }

    @Test
    void aLineWithoutItsBeginningCostsNoOther() {
        String cut = job().substring(20);
        ImportedTrace trace = logOf(job("JobID", "8") + cut + job("JobID", "9"));

        assertThat(jobs(trace)).hasSize(2).contains(NEXT);
        assertThat(notes(trace))
                .containsExactly("skipped 1 columns-do-not-fit", "noted 1 submit-equal");
    }

    @Test
    void aFileCutInItsLastLineSaysSo() {
        ImportedTrace trace = logOf(job("JobID", "8") + job().substring(0, 40));

        assertThat(jobs(trace)).containsExactly(NEXT);
        assertThat(notes(trace)).containsExactly("skipped 1 sacct-cut-short");
    }

    @Test
    void aLineOfMoreThanAMegabyteIsPassedOver() {
        String longName = "x".repeat(LogText.LIMIT + 300_000);
        ImportedTrace trace = logOf(job("JobName", longName) + job("JobID", "8"));

        assertThat(jobs(trace)).containsExactly(NEXT);
        assertThat(notes(trace)).containsExactly("skipped 1 sacct-too-long");
    }

    @Test
    void aLongNameIsRead() {
        ImportedTrace trace =
                logOf(job("JobName", "x|".repeat(500) + "y".repeat(900_000)) + job("JobID", "8"));

        assertThat(jobs(trace)).hasSize(2);
        assertThat(notes(trace)).contains("repaired 1 delimiters-in-text");
    }

    @Test
    void namesOnceMoreMayHaveAnotherOrder() {
        String other = "State|JobID|Submit|Start|End|NNodes\n";
        ImportedTrace trace =
                logOf(
                        job("JobID", "8")
                                + NAMES
                                + other
                                + "FAILED|9|2024-05-01T03:00:00|2024-05-01T03:00:00"
                                + "|2024-05-01T03:00:05|2\n");

        assertThat(jobs(trace)).containsExactly(NEXT, "9@10800 2×5/5 wait 0 - - -");
        assertThat(notes(trace)).contains("header 2 names-again");
    }

    @Test
    void linesBeforeTheNamesAreCounted() {
        ImportedTrace trace = read("$ sacct -a -P\n\n" + NAMES + job());

        assertThat(jobs(trace)).hasSize(1);
        assertThat(notes(trace)).contains("header 1 lines-before-names");
        assertThat(trace.report().lines()).isEqualTo(4);
    }

    @Test
    void lineEndsMarksAndBlankLinesDoNoHarm() {
        String text = "\uFEFF" + NAMES + job("JobID", "8") + "\n" + job("JobID", "9");
        ImportedTrace plain = logOf(job("JobID", "8") + job("JobID", "9"));
        ImportedTrace odd = read(text.strip().replace("\n", "\r\n"));

        assertThat(notes(odd)).isEqualTo(notes(plain));
        assertThat(odd.workload().jobs().id(1)).isEqualTo(9);
    }

    @Test
    void bytesThatAreNoTextAreNames() {
        byte[] bytes =
                (NAMES + job("JobName", "\u00ff\u0000\u00fe", "User", "\u00e9va"))
                        .getBytes(StandardCharsets.ISO_8859_1);
        ImportedTrace trace = read(bytes, ImportRules.dandori());

        assertThat(notes(trace)).containsExactly("repaired 1 name-not-utf8");
        assertThat(trace.workload().users()).containsExactly("\uFFFDva");
    }

    @Test
    void noDamageLosesALineInSilence() {
        StringBuilder log = new StringBuilder(NAMES);
        for (int id = 1; id <= 60; id++) {
            log.append(job("JobID", "" + id, "JobName", id % 7 == 0 ? "a|b\nc" : "solve"));
        }
        byte[] sound = log.toString().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = sound.clone();
            for (int i = 0; i < 1 + round % 5; i++) {
                int place = NAMES.length() + random.nextInt(bytes.length - NAMES.length());
                bytes[place] = (byte) "|\n0x\u0000, \r\"".charAt(random.nextInt(9));
            }
            ImportedTrace trace = read(bytes, ImportRules.dandori());

            long skipped =
                    trace.report().notes().stream()
                            .filter(note -> note.kind().text().equals("skipped"))
                            .mapToLong(note -> note.count())
                            .sum();
            assertThat(trace.workload().count()).isGreaterThanOrEqualTo(40);
            assertThat(trace.workload().count() + skipped)
                    .as("round %d", round)
                    .isGreaterThanOrEqualTo(58);
        }
    }

    @Test
    void equalBytesMakeEqualJobs() {
        byte[] bytes = (NAMES + job() + job("JobID", "8")).getBytes(StandardCharsets.UTF_8);

        assertThat(jobs(read(bytes, ImportRules.dandori())))
                .isEqualTo(jobs(read(bytes, ImportRules.dandori())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"307445734561826", "213503982335-0", "213503982335-00"})
    void aLimitBeyondWhatCanBeIsNotAShortOne(String limit) {
        String column = limit.contains("-") ? "Timelimit" : "TimelimitRaw";
        String names = NAMES.replace("TimelimitRaw", column);
        ImportedTrace trace = read(names + job("TimelimitRaw", limit) + job("JobID", "8"));

        assertThat(trace.report().jobsUsed()).isEqualTo(1);
        assertThat(notes(trace)).contains("skipped 1 beyond-range");
    }

    @Test
    void jobsBeforeADayThatIsOursAreUsedUnderAllRules() {
        ImportRules rules = ImportRules.sc15().withMachineProcessors(100);
        String dayBefore = "2024-04-30T23:00:00";
        ImportedTrace trace = read(NAMES + job() + job("JobID", "8", "Submit", dayBefore), rules);

        assertThat(trace.report().jobsUsed()).isEqualTo(2);
        assertThat(notes(trace)).contains("noted 1 submit-negative");
    }
}
