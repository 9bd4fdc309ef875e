package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Jobs;
import dandori.job.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of real machines, with counts and sums that another program found. */
class RealTracesTest {

    private static final ReadProgress SILENT = (read, total) -> {};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swf/CEA-Curie-2011-2.1-cln.swf.gz | 312900 312826 312807 217793040 1926262815"
                        + " 19112029101 582 305 18 | skipped 19 processors-unknown, repaired 5416"
                        + " run-beyond-estimate, repaired 84585 requested-unknown, noted 17267"
                        + " run-zero, noted 20020 processors-differ, noted 10893 allocated-unknown,"
                        + " noted 3374 id-gaps, noted 29768 submit-equal, header 1 record-count",
                "swf/HPC2N-2002-2.2-cln.swf.gz | 202902 202871 202871 1285282 3453726379 9108769535"
                        + " 257 3 2 | repaired 14817 run-beyond-estimate, noted 729 processors-differ,"
                        + " noted 1 wait-unknown, noted 45222 decimals-unused, noted 21223 id-gaps,"
                        + " noted 29729 submit-equal",
                "swf/KTH-SP2-1996-2.swf.gz | 28508 28489 28489 218234 252883787 389662800 214 252 0"
                        + " | repaired 475 run-beyond-estimate, noted 8 run-zero, noted 219"
                        + " processors-differ, noted 1 id-gaps, noted 332 submit-equal, header 1"
                        + " record-count",
                "swf/NASA-iPSC-1993-3.1-cln.swf.gz | 18271 18239 18239 309953 13950781 13950781 69"
                        + " 2 0 | repaired 18239 requested-unknown, repaired 18239 no-estimates, noted"
                        + " 173 run-zero, noted 18239 no-waits, noted 5688 id-gaps, noted 5"
                        + " submit-equal, header 1 record-count",
                "swf/RICC-2010-2.swf.gz | 447794 447794 447794 7366559 5305148426 60907409995 176"
                        + " 121 2 | repaired 7092 run-beyond-estimate, repaired 2 requested-unknown,"
                        + " repaired 2 estimate-unknown, noted 10 run-zero, noted 6974"
                        + " processors-differ, noted 6963 mixed-units, noted 250203 submit-equal,"
                        + " header 1 no-header",
                "swf/SDSC-BLUE-2000-4.1-cln.swf.gz | 243368 243314 232568 9600712 986065953"
                        + " 2257445061 468 0 22 | skipped 10746 run-unknown, repaired 23434"
                        + " run-beyond-estimate, noted 26 run-zero, noted 710 processors-differ, noted"
                        + " 8899 allocated-unknown, noted 162493 decimals-unused, noted 2103 id-gaps,"
                        + " noted 1188 submit-equal, header 1 record-count",
                "swf/UniLu-Gaia-2014-1.swf.gz | 52030 51987 51860 516766 744533231 9798849540 84 84"
                        + " 3 | skipped 127 run-unknown, repaired 1500 run-beyond-estimate, noted 1"
                        + " run-zero, noted 127 status-part, noted 10283 submit-equal",
                "dirty/NASA-iPSC-1993-3.swf | 256 228 228 2086 59643 59643 13 2 2 | repaired 228"
                        + " requested-unknown, repaired 228 no-estimates, noted 228 no-waits, header 1"
                        + " record-count",
            })
    void everyLogIsReadAsCountedElsewhere(String file, String figures, String notes) {
        ImportedTrace trace =
                Traces.read(Shared.file("traces/" + file), ImportRules.dandori(), SILENT);

        assertThat(figures(trace)).isEqualTo(figures.strip());
        assertThat(String.join(", ", SwfText.notes(trace))).isEqualTo(notes.strip());
    }

    /**
     * Lines, job lines, jobs; sums of processors, run times, estimates; users, groups, partitions.
     */
    private static String figures(ImportedTrace trace) {
        Workload workload = trace.workload();
        Jobs all = workload.jobs();
        long nodes = 0;
        long runs = 0;
        long walltimes = 0;
        for (int job = 0; job < all.count(); job++) {
            nodes += all.nodes(job);
            runs += workload.runMillis(job);
            walltimes += all.walltimeMillis(job);
        }
        return "%d %d %d %d %d %d %d %d %d"
                .formatted(
                        trace.report().lines(),
                        trace.report().jobLines(),
                        trace.report().jobsUsed(),
                        nodes,
                        runs / 1000,
                        walltimes / 1000,
                        workload.users().size(),
                        workload.organizations().size(),
                        workload.partitions().size());
    }

    @Test
    void headersOfRealLogsSayWhatTheySay() {
        TraceHeader curie =
                Traces.readHeader(Shared.file("traces/swf/CEA-Curie-2011-2.1-cln.swf.gz"));
        assertThat(curie.maxProcs()).isEqualTo(93312);
        assertThat(curie.installation()).isEqualTo("CEA Curie Cluster");
        assertThat(curie.values("Partition")).contains("18  z+i5U=:", "19  `;").hasSize(33);
        assertThat(curie.notes().get(0))
                .isEqualTo(
                        "Curie is composed of 3 types of nodes: thin, fat, and hybrid,\n"
                                + "see: http://www-hpc.cea.fr/en/complexe/tgcc-curie.htm");
        TraceHeader gaia = Traces.readHeader(Shared.file("traces/swf/UniLu-Gaia-2014-1.swf.gz"));
        assertThat(gaia.maxProcs()).isEqualTo(2004);
        assertThat(gaia.computer()).isEqualTo("Bull / Dell mix");
        assertThat(gaia.origin()).hasToString("2014-05-22T10:57:59+02:00[Europe/Luxembourg]");
    }

    @ParameterizedTest
    @CsvSource({
        "dirty/thembow-theta_walltime.swf.gz, :5: found 19 numbers where 18",
        "dirty/ubccr-jobs500.swf, :1: found 19 fields separated by ';'",
        "slurm/ubhpc-topology.conf, :1: found ",
    })
    void otherFormatsAreRefusedWithTheirFirstLine(String file, String found) {
        Path path = Shared.file("traces/" + file);
        assertThatThrownBy(() -> Traces.read(path))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith(path + found)
                .hasMessageContaining("\nMaybe ");
    }

    @ParameterizedTest
    @CsvSource({"KTH-SP2-1996-2, KTH-SP2, 28481", "SDSC-BLUE-2000-4.1-cln, SDSC-BLUE, 232542"})
    void sc15TakesExactlyTheJobsOfThePublishedSchedules(String log, String golden, int count)
            throws IOException {
        Path expected = Shared.file("golden/sc15-" + golden + ".csv.gz");
        ImportedTrace trace =
                Traces.read(
                        Shared.file("traces/swf/" + log + ".swf.gz"), ImportRules.sc15(), SILENT);
        Workload workload = trace.workload();
        Jobs all = workload.jobs();

        assertThat(all.count()).isEqualTo(count);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(expected)),
                                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (int place = 0; place < count; place++) {
                int job = workload.rowOfInput(place);
                String read =
                        "%d,%d,%d,%d,%d,"
                                .formatted(
                                        all.id(job),
                                        all.submitMillis(job) / 1000,
                                        workload.runMillis(job) / 1000,
                                        all.nodes(job),
                                        all.walltimeMillis(job) / 1000);
                assertThat(lines.readLine()).startsWith(read);
            }
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void theSchedulesThatLogsRecordMayExceedTheirMachines() {
        ImportRules rules = ImportRules.dandori().withKeepLoggedWaits(true);
        Path blue = Shared.file("traces/swf/SDSC-BLUE-2000-4.1-cln.swf.gz");
        LoggedSchedule schedule =
                TraceProfile.of(Traces.read(blue, rules, SILENT), rules).loggedSchedule();

        assertThat(schedule).isNotNull();
        assertThat(schedule.peakNodes()).isEqualTo(2944);
        assertThat(schedule.excessNodes()).isEqualTo(1792);
        assertThat(schedule.excessShare()).isBetween(0.0131, 0.0133);
    }
}
