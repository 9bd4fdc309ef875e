package dandori.trace;

import static dandori.trace.SwfText.HEADER;
import static dandori.trace.SwfText.job;
import static dandori.trace.SwfText.jobs;
import static dandori.trace.SwfText.notes;
import static dandori.trace.SwfText.read;
import static dandori.trace.SwfText.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Everything odd that real files hold is survived, and said. */
class SwfDirtTest {

    private static final String GOOD = job(1, 0, 60, 4, 100);
    private static final String GOOD_JOB = "1@0 4×60000/100000";

    @Test
    void tabsCarriageReturnsBlankLinesAndAMissingLastLineFeedDoNotMatter() {
        String tabs = GOOD.replace(' ', '\t').replace("\n", " \t\r\n");
        assertThat(jobs(read(HEADER + "  \t" + tabs + "\n \r\n"))).containsExactly(GOOD_JOB);
        assertThat(jobs(read(HEADER + GOOD.strip()))).containsExactly(GOOD_JOB);
        assertThat(read(HEADER + GOOD.strip()).report().lines()).isEqualTo(6);
        assertThat(jobs(read("\uFEFF" + HEADER + GOOD))).containsExactly(GOOD_JOB);
        assertThat(notes(read("\uFEFF" + HEADER + tabs + "\n"))).isEmpty();
    }

    @Test
    void aSingleLineWithFurtherFieldsIsUsedWithoutThem() {
        String nineteen = with(job(2, 1, 60, 4, 100), 18, "-1 0");
        String more = with(job(3, 2, 60, 4, 100), 18, "-1 two words");
        ImportedTrace trace = read(HEADER + GOOD + nineteen + more);

        assertThat(jobs(trace)).hasSize(3);
        assertThat(notes(trace)).containsExactly("noted 2 further-fields");
    }

    @Test
    void linesThatAreNoJobsAreSkippedByReason() {
        String text =
                HEADER
                        + GOOD
                        + "# a comment of another kind\n"
                        + "2 1 60\n"
                        + with(job(2, 1, 60, 4, 100), 12, "alice")
                        + with(job(3, 1, 60, 4, 100), 9, "1\0000")
                        + with(job(4, 1, 60, 4, 100), 2, "99999999999999999999")
                        + with(job(5, 1, 60, 4, 100), 4, "9999999999999999")
                        + with(job(6, 1, 60, 4, 100), 8, "3000000000")
                        + with(job(7, 1, 60, 4, 100), 4, "1e999999999")
                        + "8 1 "
                        + "1".repeat(9000)
                        + "\n"
                        + "9 2 7 60 4 -1 -";
        ImportedTrace trace = read(text);

        assertThat(jobs(trace)).containsExactly(GOOD_JOB);
        assertThat(notes(trace))
                .containsExactly(
                        "skipped 3 not-numbers",
                        "skipped 1 too-few-fields",
                        "skipped 1 last-line-cut",
                        "skipped 1 too-long",
                        "skipped 4 beyond-range",
                        "noted 1 id-gaps");
        assertThat(trace.report().jobLines()).isEqualTo(11);
        assertThat(trace.report().skippedCount()).isEqualTo(10);
    }

    @Test
    void aLineLongerThanTheBufferCostsNoMemoryAndTheNextOneIsRead() {
        String giant = "; Note: " + "x".repeat(1_000_000) + "\n";
        String words = "1 ".repeat(300_000) + "\n";
        ImportedTrace trace = read(HEADER + giant + GOOD + words + job(2, 1, 60, 4, 100));

        assertThat(jobs(trace)).hasSize(2);
        assertThat(notes(trace)).containsExactly("skipped 1 too-long");
        assertThat(trace.report().lines()).isEqualTo(9);
        assertThat(trace.header().notes().get(0)).hasSize(8192 - "; Note: ".length());
    }

    @Test
    void timesKeepDecimalsToTheMillisecondAndOtherFieldsLoseThem() {
        String decimal = with(with(job(1, 0, 60, 4, 100), 2, "1.5009"), 4, "6.05e1");
        String cut = with(with(job(2, 9, 60, 4, 100), 8, "4.9"), 13, "3.0");
        String unused = with(with(job(3, 10, 60, 4, 100), 6, "552.21"), 7, "1.5e+06");
        ImportedTrace trace = read(HEADER + decimal + cut + unused);

        assertThat(jobs(trace))
                .containsExactly(
                        "1@1500 4×60500/100000", "2@9000 4×60000/100000", "3@10000 4×60000/100000");
        assertThat(notes(trace))
                .containsExactly(
                        "repaired 1 decimals-cut",
                        "noted 1 decimal-times",
                        "noted 1 decimals-unused");
        assertThat(jobs(read(HEADER + with(GOOD, 2, "-0.5"))))
                .containsExactly("1@-500 4×60000/100000");
    }

    @Test
    void longNumbersNameUsersAndGroups() {
        String line = with(with(GOOD, 12, "20110314159265"), 13, "4294967296");
        ImportedTrace trace = read(HEADER + line + with(line, 1, "2"));

        assertThat(trace.workload().users()).containsExactly("20110314159265");
        assertThat(trace.workload().organizations()).containsExactly("4294967296");
        assertThat(notes(trace)).containsExactly("noted 2 long-numbers", "noted 1 submit-equal");
    }

    @Test
    void oddStatusesAreCountedByKind() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int status = -2; status <= 7; status++) {
            text.append(with(job(status + 3, status, 60, 4, 100), 11, "" + status));
        }
        assertThat(notes(read(text.toString())))
                .contains("noted 3 status-part", "noted 3 status-unknown");
    }

    @Test
    void jobNumbersThatDoNotAscendAndGapsAreCounted() {
        String text = "";
        int submit = 0;
        for (int id : new int[] {4, 5, 5, 2, 9}) {
            text += job(id, submit++, 60, 4, 100);
        }
        assertThat(notes(read(HEADER + text)))
                .containsExactly("noted 2 id-not-ascending", "noted 1 id-gaps");
    }

    @Test
    void jobsLargerThanTheMachineOfTheHeaderAreCountedWhereverItStands() {
        String text = job(1, 0, 60, 101, 100) + job(2, 1, 60, 100, 100) + HEADER;

        assertThat(notes(read(text))).containsExactly("noted 1 above-header");
        assertThat(
                        read(text, ImportRules.dandori().withProcessorsPerNode(10))
                                .report()
                                .count("above-header"))
                .isEqualTo(1);
    }

    @Test
    void submitTimesSince1970DateTimeZero() {
        ImportedTrace trace = read(HEADER + job(1, 1_690_401_940, 60, 4, 100));

        assertThat(jobs(trace)).containsExactly("1@1690401940000 4×60000/100000");
        assertThat(trace.workload().origin()).hasToString("1970-01-01T09:00+09:00[Asia/Tokyo]");
        assertThat(notes(trace)).containsExactly("noted 1 submit-since-1970");
    }

    @Test
    void invalidUtf8InCommentsIsSurvived() {
        byte[] text = ("; Note: caf\u00e9\n" + HEADER + GOOD).getBytes(StandardCharsets.ISO_8859_1);
        ImportedTrace trace = read(text, ImportRules.dandori());

        assertThat(jobs(trace)).containsExactly(GOOD_JOB);
        assertThat(trace.header().notes()).containsExactly("caf\uFFFD");
    }
}
