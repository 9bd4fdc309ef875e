package dandori.trace.sacct;

import static dandori.trace.sacct.SacctText.NAMES;
import static dandori.trace.sacct.SacctText.job;
import static dandori.trace.sacct.SacctText.jobs;
import static dandori.trace.sacct.SacctText.notes;
import static dandori.trace.sacct.SacctText.read;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of note, from a log with just this fault. */
class SacctOddityTest {

    private static final String SOUND =
            job(
                    "JobID", "1",
                    "Submit", "2024-05-01T00:50:00",
                    "Start", "2024-05-01T01:00:00",
                    "End", "2024-05-01T02:00:00");
    private static final String SOUND_JOB = "1@3000 4×3600/7200 wait 600 ada physics main";

    private static ImportedTrace logOf(String more) {
        return read(NAMES + SOUND + more, ImportRules.dandori().withKeepLoggedWaits(true));
    }

    @Test
    void nothingIsNotedOfASoundJob() {
        ImportedTrace trace = logOf("");

        assertThat(notes(trace)).isEmpty();
        assertThat(jobs(trace)).containsExactly(SOUND_JOB);
        assertThat(trace.report().lines()).isEqualTo(2);
        assertThat(trace.report().jobLines()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skipped 1 step-lines | JobID=7.batch",
                "skipped 1 step-lines | JobID=7_3.extern",
                "skipped 1 step-lines | JobID=7+1.0",
                "skipped 1 still-pending | State=PENDING;Start=Unknown;End=Unknown;ElapsedRaw=0",
                "skipped 1 still-pending | JobID=7_[4-9%2];State=PENDING;Start=Unknown;End=Unknown",
                "skipped 1 still-pending | State=REQUEUE_HOLD;Start=Unknown;End=Unknown",
                "skipped 1 still-running | State=RUNNING;End=Unknown",
                "skipped 1 still-running | State=SUSPENDED;End=Unknown",
                "skipped 1 still-running | State=RESIZING;End=Unknown",
                "skipped 1 still-running | State=COMPLETED;End=Unknown;ElapsedRaw=",
                "skipped 1 revoked | State=REVOKED",
                "skipped 1 never-started | State=CANCELLED by 7;Start=None;ElapsedRaw=0",
                "skipped 1 never-started | State=CANCELLED;Start=2024-05-01T02:10:00;ElapsedRaw=0"
                        + ";AllocTRES=",
                "skipped 1 never-started | State=FAILED;Start=Unknown;ElapsedRaw=0;AllocTRES=",
                "skipped 1 repeated | JobID=1;Submit=2024-05-01T00:50:00;Start=2024-05-01T01:00:00"
                        + ";End=2024-05-01T02:00:00",
                "skipped 1 submit-unknown | Submit=Unknown",
                "skipped 1 end-before-start | End=2024-05-01T01:09:00;ElapsedRaw=0",
                "skipped 1 columns-do-not-fit | JobID=seven",
                "repaired 1 elapsed-taken | End=2024-05-01T01:09:00",
                "repaired 1 several-partitions | Partition=main,spare",
                "repaired 1 rounded-count | ReqNodes=0.0039K",
                "noted 1 more-allocated | ReqNodes=1",
                "noted 1 array-number | JobID=7_2",
                "noted 1 het-apart | JobID=7+1",
                "noted 1 requeued | State=REQUEUED",
                "noted 1 resized | State=RESIZING",
                "noted 1 elapsed-differs | ElapsedRaw=3000",
                "repaired 1 elapsed-unreadable | ElapsedRaw=INVALID",
                "repaired 1 elapsed-unreadable | ElapsedRaw=-10",
                "noted 1 state-unknown | State=DREAMING"
            })
    void aJobWithThisFaultHasThisNote(String note, String values) {
        assertThat(notes(logOf(job(values.split("[;=]", -1))))).containsExactly(note);
    }

    @Test
    void aDateThatCannotBeReadIsUnknown() {
        ImportedTrace trace = logOf(job("Start", "Ystday 10:12"));

        assertThat(notes(trace))
                .containsExactly("skipped 1 never-started", "repaired 1 date-unreadable");
    }

    @Test
    void aStartBeforeTheSubmissionLeavesTheWaitUnknown() {
        ImportedTrace trace =
                logOf(job("Start", "2024-05-01T00:59:58", "End", "2024-05-01T01:59:58"));

        assertThat(notes(trace))
                .containsExactly("noted 1 wait-unknown", "noted 1 start-before-submit");
    }

    @ParameterizedTest
    @CsvSource({"UNLIMITED", "Partition_Limit"})
    void noLimitIsNoEstimate(String limit) {
        ImportedTrace trace = logOf(job("TimelimitRaw", limit));

        assertThat(notes(trace)).contains("noted 1 no-limit", "repaired 1 estimate-unknown");
        assertThat(jobs(trace).get(1)).startsWith("7@3600 4×3600/3600 ");
    }

    @Test
    void whatIsAskedOfASuspendedRequeuedOrLateJobIsNoted() {
        String names =
                "JobID|Submit|Eligible|Start|End|ElapsedRaw|Suspended|Restarts|NNodes|State\n";
        String job =
                "7|2024-05-01T01:00:00|2024-05-01T01:01:00|2024-05-01T01:10:00|2024-05-01T02:10:00"
                        + "|3000|00:10:00|2|4|COMPLETED\n";
        ImportedTrace trace = read(names + job);

        assertThat(notes(trace))
                .containsExactly(
                        "repaired 1 requested-unknown",
                        "repaired 1 no-estimates",
                        "noted 1 eligible-later",
                        "noted 1 restarted",
                        "noted 1 suspended");
    }

    @Test
    void theTimeAtWhichItCouldStartStandsInForItsSubmission() {
        String names = "JobID|Submit|Eligible|Start|End|ReqNodes|AllocNodes|Timelimit|State\n";
        ImportedTrace trace =
                read(
                        names
                                + "7|Unknown|2024-05-01T01:00:00|2024-05-01T01:10:00"
                                + "|2024-05-01T02:10:00|4|4|02:00:00|COMPLETED\n",
                        ImportRules.dandori().withKeepLoggedWaits(true));

        assertThat(notes(trace)).containsExactly("repaired 1 submit-from-eligible");
        assertThat(jobs(trace)).containsExactly("7@3600 4×3600/7200 wait 600 - - -");
    }

    @Test
    void componentsOfAHeterogeneousJobAreOneJob() {
        ImportedTrace trace =
                logOf(
                        job("JobID", "7+0")
                                + job("JobID", "7+0.batch")
                                + job("JobID", "7+1", "ReqNodes", "2", "AllocNodes", "2")
                                + job("JobID", "7+2", "ReqNodes", "1", "AllocNodes", "1")
                                + job("JobID", "8"));

        assertThat(notes(trace))
                .containsExactly(
                        "skipped 1 step-lines", "noted 1 submit-equal", "noted 2 het-components");
        assertThat(jobs(trace))
                .containsExactly(
                        SOUND_JOB,
                        "7@3600 7×3600/7200 wait 600 ada physics main",
                        "8@3600 4×3600/7200 wait 600 ada physics main");
        assertThat(trace.report().jobLines()).isEqualTo(3);
    }

    @Test
    void runsOfARequeuedJobAreJobs() {
        ImportedTrace trace =
                logOf(
                        job("State", "NODE_FAIL")
                                + job(
                                        "Submit", "2024-05-01T02:10:01",
                                        "Start", "2024-05-01T02:20:01",
                                        "End", "2024-05-01T03:20:01"));

        assertThat(jobs(trace)).hasSize(3);
        assertThat(notes(trace)).isEmpty();
    }

    @Test
    void clustersAreTold() {
        String names = "Cluster|" + NAMES;
        ImportedTrace trace = read(names + "a|" + job() + "b|" + job());

        assertThat(notes(trace))
                .containsExactly("noted 1 submit-equal", "header 1 several-clusters");
        assertThat(trace.header().computer()).isEqualTo("a");
        assertThat(jobs(trace)).hasSize(2);
    }
}
