package dandori.trace;

import static dandori.trace.SwfText.HEADER;
import static dandori.trace.SwfText.job;
import static dandori.trace.SwfText.jobs;
import static dandori.trace.SwfText.notes;
import static dandori.trace.SwfText.read;
import static dandori.trace.SwfText.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** One test per rule by which a line becomes a job. */
class SwfRulesTest {

    @Test
    void anOrdinaryTraceBecomesAWorkloadWithoutANote() {
        ImportedTrace trace = read(HEADER + job(1, 0, 60, 4, 100) + job(2, 5, 50, 8, 100));

        assertThat(jobs(trace)).containsExactly("1@0 4×60000/100000", "2@5000 8×50000/100000");
        assertThat(trace.report().notes()).isEmpty();
        assertThat(trace.report())
                .extracting(
                        ImportReport::trace,
                        ImportReport::lines,
                        ImportReport::jobLines,
                        ImportReport::jobsUsed)
                .containsExactly("t", 7L, 2L, 2);
        assertThat(trace.workload().users()).containsExactly("2");
        assertThat(trace.workload().organizations()).containsExactly("3");
        assertThat(trace.workload().partitions()).containsExactly("5");
        assertThat(trace.workload().hasLoggedWaits()).isFalse();
    }

    @Test
    void allocatedProcessorsStandInForUnknownRequests() {
        String line = job(1, 0, 60, 4, 100);
        ImportedTrace trace = read(HEADER + with(line, 8, "-1") + with(with(line, 1, "2"), 8, "0"));

        assertThat(jobs(trace)).containsExactly("1@0 4×60000/100000", "2@0 4×60000/100000");
        assertThat(notes(trace))
                .containsExactly("repaired 2 requested-unknown", "noted 1 submit-equal");
    }

    @Test
    void requestedProcessorsCountWhereOthersWereAllocated() {
        ImportedTrace trace =
                read(
                        HEADER
                                + with(job(1, 0, 60, 72, 100), 5, "9")
                                + with(job(2, 1, 60, 72, 100), 5, "-1")
                                + with(job(3, 2, 60, 72, 100), 5, "0"));

        assertThat(jobs(trace)).allMatch(job -> job.contains(" 72×"));
        assertThat(notes(trace))
                .containsExactly("noted 1 processors-differ", "noted 2 allocated-unknown");
    }

    @Test
    void oneHundredRequestsThatAreMultiplesSuggestMixedUnits() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int id = 1; id <= 100; id++) {
            text.append(with(job(id, id, 60, 72, 100), 5, id % 2 == 0 ? "9" : "36"));
        }

        assertThat(notes(read(text.toString())))
                .containsExactly("noted 100 processors-differ", "noted 100 mixed-units");
    }

    @Test
    void aJobWithoutProcessorsIsSkipped() {
        String none = with(with(job(1, 0, 60, 4, 100), 5, "0"), 8, "-1");
        ImportedTrace trace = read(HEADER + none + job(2, 0, 60, 4, 100));

        assertThat(jobs(trace)).containsExactly("2@0 4×60000/100000");
        assertThat(notes(trace)).containsExactly("skipped 1 processors-unknown");
        assertThat(trace.report().skippedCount()).isEqualTo(1);
    }

    @Test
    void aJobWithoutRunTimeIsSkippedAndOneOfRunTimeZeroIsKept() {
        ImportedTrace trace = read(HEADER + job(1, 0, -1, 4, 100) + job(2, 1, 0, 4, 100));

        assertThat(jobs(trace)).containsExactly("2@1000 4×0/100000");
        assertThat(notes(trace)).containsExactly("skipped 1 run-unknown", "noted 1 run-zero");
    }

    @Test
    void theRunTimeStandsInForUnknownEstimates() {
        ImportedTrace some = read(HEADER + job(1, 0, 60, 4, -1) + job(2, 1, 60, 4, 70));
        assertThat(jobs(some)).containsExactly("1@0 4×60000/60000", "2@1000 4×60000/70000");
        assertThat(notes(some)).containsExactly("repaired 1 estimate-unknown");

        ImportedTrace all = read(HEADER + job(1, 0, 60, 4, -1) + job(2, 1, 60, 4, 0));
        assertThat(notes(all)).containsExactly("repaired 2 no-estimates");
    }

    @Test
    void aTimeLimitInTheCpuFieldIsSuspectedNotUsed() {
        ImportedTrace trace = read(HEADER + with(job(1, 0, 60, 4, -1), 6, "3600"));

        assertThat(jobs(trace)).containsExactly("1@0 4×60000/60000");
        assertThat(notes(trace))
                .containsExactly("repaired 1 no-estimates", "noted 1 cpu-above-run");
    }

    @Test
    void aRunTimeBeyondTheEstimateIsLeftToTheSimulation() {
        ImportedTrace trace = read(HEADER + job(1, 0, 6_600_000, 4, 100));

        assertThat(jobs(trace)).containsExactly("1@0 4×6600000000/100000");
        assertThat(notes(trace)).containsExactly("repaired 1 run-beyond-estimate");
    }

    @Test
    void negativeAndUnsortedSubmitTimesAreKeptAndSorted() {
        ImportedTrace trace =
                read(HEADER + job(1, 5, 60, 4, 100) + job(2, -3, 60, 4, 100) + job(3, 5, 1, 1, 9));

        assertThat(jobs(trace))
                .containsExactly(
                        "2@-3000 4×60000/100000", "1@5000 4×60000/100000", "3@5000 1×1000/9000");
        assertThat(notes(trace)).containsExactly("repaired 1 unsorted", "noted 1 submit-negative");
        assertThat(trace.workload().rowOfInput(0)).isEqualTo(1);
    }

    @Test
    void processorsBecomeWholeNodes() {
        ImportedTrace trace =
                read(
                        HEADER + job(1, 0, 60, 48, 100) + job(2, 1, 60, 49, 100),
                        ImportRules.dandori().withProcessorsPerNode(48));

        assertThat(jobs(trace)).containsExactly("1@0 1×60000/100000", "2@1000 2×60000/100000");
        assertThat(notes(trace)).containsExactly("repaired 1 rounded-up");
    }

    @Test
    void loggedWaitsAreKeptOnRequestAndMissingOnesCounted() {
        String text = HEADER + job(1, 0, 60, 4, 100) + with(job(2, 1, 60, 4, 100), 3, "-1");
        ImportedTrace trace = read(text, ImportRules.dandori().withKeepLoggedWaits(true));

        assertThat(trace.workload().jobs().loggedWaitMillis(0)).isEqualTo(7000);
        assertThat(trace.workload().jobs().loggedWaitMillis(1)).isEqualTo(-1);
        assertThat(notes(trace)).containsExactly("noted 1 wait-unknown");
        assertThat(notes(read(HEADER + with(job(1, 0, 60, 4, 100), 3, "-1"))))
                .containsExactly("noted 1 no-waits");
    }

    @Test
    void organizationsComeFromTheFieldThatTheRulesName() {
        String text = HEADER + job(1, 0, 60, 4, 100);

        assertThat(organization(text, OrganizationFrom.GROUP)).isEqualTo("3");
        assertThat(organization(text, OrganizationFrom.USER)).isEqualTo("2");
        assertThat(organization(text, OrganizationFrom.QUEUE)).isEqualTo("4");
        assertThat(organization(text, OrganizationFrom.PARTITION)).isEqualTo("5");
    }

    private static String organization(String text, OrganizationFrom from) {
        return read(text, ImportRules.dandori().withOrganizationFrom(from))
                .workload()
                .organizations()
                .get(0);
    }

    @Test
    void theQueueStandsInForAnUnknownPartitionAndMinusOneNamesNobody() {
        String line = with(with(job(1, 0, 60, 4, 100), 12, "-1"), 13, "-1");
        ImportedTrace trace = read(HEADER + with(line, 16, "-1"));

        assertThat(trace.workload().partitions()).containsExactly("4");
        assertThat(trace.workload().jobs().user(0)).isEqualTo(-1);
        assertThat(trace.workload().jobs().organization(0)).isEqualTo(-1);
    }

    @Test
    void limitsIncludeTheFirstInstantAndNotTheLast() {
        String text = HEADER + job(1, 0, 1, 1, 9) + job(2, 10, 1, 1, 9) + job(3, 20, 1, 1, 9);
        ImportedTrace trace =
                read(text, ImportRules.dandori().withSubmittedWithin(10_000L, 20_000L));

        assertThat(jobs(trace)).containsExactly("2@10000 1×1000/9000");
        assertThat(notes(trace)).containsExactly("skipped 2 outside-limits");
    }

    @Test
    void sc15FiltersAndCuts() {
        String text =
                HEADER
                        + job(1, 0, 200, 100, 150)
                        + job(2, 1, 0, 4, 100)
                        + job(3, 2, 60, 4, 0)
                        + job(4, -1, 60, 4, 100)
                        + job(5, 3, 60, 101, 100)
                        + with(job(6, 4, 60, 4, 100), 5, "101")
                        + with(job(7, 5, 60, 4, 100), 8, "-1")
                        + with(with(job(8, 6, 60, 4, 100), 8, "-1"), 5, "0");
        ImportedTrace trace = read(text, ImportRules.sc15());

        assertThat(jobs(trace)).containsExactly("1@0 100×150000/150000", "7@5000 4×60000/100000");
        assertThat(notes(trace))
                .containsExactly(
                        "skipped 1 processors-unknown",
                        "skipped 2 sc15-above-machine",
                        "skipped 1 sc15-run",
                        "skipped 1 sc15-estimate",
                        "skipped 1 sc15-submit",
                        "repaired 1 run-beyond-estimate",
                        "repaired 1 requested-unknown");
        assertThat(trace.report().notes().get(5).text())
                .isEqualTo("run time beyond the estimate: cut to it");
        assertThat(jobs(read(text, ImportRules.sc15().withMachineProcessors(101)))).hasSize(4);
    }

    @Test
    void sc15WithoutAMachineSizeIsRefused() {
        assertThatThrownBy(() -> read(job(1, 0, 60, 4, 100), ImportRules.sc15()))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("t.swf: its header does not say how large the machine is")
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void rulesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ImportRules.dandori().withProcessorsPerNode(0))
                .hasMessage("processorsPerNode must be at least 1, but is 0.");
        assertThatThrownBy(() -> ImportRules.dandori().withMachineProcessors(-1))
                .hasMessage("machineProcessors must be at least 0, but is -1.");
    }
}
