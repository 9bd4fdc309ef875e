package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of sacct from a real cluster, with counts that another program and a reader found. */
class RealSacctTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slurm/ubccr-sacct_dump2101.log | 16 13 6 | skipped 1 columns-do-not-fit, skipped 6"
                        + " never-started, skipped 2 step-lines, repaired 5 run-beyond-estimate,"
                        + " repaired 4 delimiters-in-text, noted 4 submit-equal, header 1"
                        + " zone-assumed | 4822203 4830973 4830974 4830975 4830976 4830977",
                "slurm/ubccr-sacct_submitline_multiline.log | 19 6 2 | skipped 4 repeated, skipped 7"
                        + " step-lines, repaired 5 delimiters-in-text, noted 2 more-allocated, noted"
                        + " 1 text-of-lines, header 1 zone-assumed, header 1 several-clusters"
                        + " | 7957382 9067954"
            })
    void theWholeLog(String file, String counts, String notes, String ids) {
        ImportedTrace trace =
                Traces.read(Shared.file("traces/" + file), ImportRules.dandori(), (r, t) -> {});
        ImportReport report = trace.report();

        assertThat(report.lines() + " " + report.jobLines() + " " + trace.workload().count())
                .isEqualTo(counts);
        assertThat(String.join(", ", SwfText.notes(trace))).isEqualTo(notes);
        StringBuilder all = new StringBuilder();
        for (int job = 0; job < trace.workload().count(); job++) {
            all.append(all.length() == 0 ? "" : " ").append(trace.workload().jobs().id(job));
        }
        assertThat(all).hasToString(ids);
    }
}
