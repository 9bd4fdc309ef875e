package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Jobs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workloads of Batsim's own examples, with counts and sums that another program found. */
class RealBatsimTest {

    @ParameterizedTest
    @CsvSource({
        "example_workload_hpc_seed1_jobs250, 128 250 250 3116 50310780 86200000 1219739650, 0",
        "test_batsim_paper_workload_seed1, 32 800 800 2179 121191497 201091000 4333995379, 0",
        "test_walltime, 64 44 22 22 220000 230000 10000, 22",
    })
    void countsAndSumsAgree(String name, String expected, long computing) {
        ImportedTrace trace =
                Traces.read(
                        Shared.file("traces/batsim/" + name + ".json"),
                        ImportRules.dandori(),
                        (read, total) -> {});
        Jobs jobs = trace.workload().jobs();
        long size = 0;
        long run = 0;
        long walltime = 0;
        long submit = 0;
        for (int job = 0; job < jobs.count(); job++) {
            size += jobs.nodes(job);
            run += trace.workload().runMillis(job);
            walltime += jobs.walltimeMillis(job);
            submit += jobs.submitMillis(job);
        }
        assertThat(
                        "%d %d %d %d %d %d %d"
                                .formatted(
                                        trace.header().maxProcs(),
                                        trace.report().jobLines(),
                                        trace.report().jobsUsed(),
                                        size,
                                        run,
                                        walltime,
                                        submit))
                .isEqualTo(expected);
        assertThat(trace.report().count("batsim-computes")).isEqualTo(computing);
    }
}
