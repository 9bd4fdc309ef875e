package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Jobs;
import dandori.job.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedTraceTest {

    private static final ReadProgress SILENT = (read, total) -> {};

    @TempDir Path folder;

    @Test
    void jobsComeInTheOrderInWhichAnImportSortsThem() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Path file = file(lines(seed, 500));
            ImportedTrace kept = Traces.read(file, ImportRules.dandori(), SILENT);
            StreamedTrace trace = streamed(file);
            assertThat(trace.report()).isEqualTo(kept.report());
            assertThat(trace.header()).isEqualTo(kept.header());
            assertThat(trace.largest()).isEqualTo(kept.largest());
            assertThat(trace.firstSubmitMillis()).isEqualTo(kept.firstSubmitMillis());
            assertThat(trace.names().users()).isEqualTo(kept.workload().users());
            try (StreamedJobs jobs = trace.jobs(false)) {
                assertThat(told(jobs)).isEqualTo(told(kept.workload()));
            }
        }
    }

    @Test
    void thoseOutOfOrderAreSortedInPartsWhereTheyAreMany() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        List<UsedJob> all = new ArrayList<>();
        for (int place = 0; place < 1_000; place++) {
            int submit = random.nextInt(300);
            all.add(new UsedJob(place, 5, submit, 4, place, 9, 1, -1, 2, -1));
        }
        for (int inMemory : new int[] {1, 7, 250, 1_000, 5_000}) {
            List<UsedJob> sorted = new ArrayList<>();
            try (MovedJobs moved = new MovedJobs(inMemory)) {
                for (UsedJob job : all) {
                    moved.add(job);
                }
                moved.sort();
                for (UsedJob job = moved.head(); job != null; job = moved.head()) {
                    sorted.add(job);
                    moved.advance();
                }
            }
            List<UsedJob> expected = new ArrayList<>(all);
            expected.sort((one, other) -> Long.compare(one.submitMillis(), other.submitMillis()));
            assertThat(sorted).isEqualTo(expected);
        }
    }

    @Test
    void aRowThatIsFreeGoesToTheNextJob() throws IOException {
        StreamedTrace trace = streamed(file(lines(1, 300)));
        try (StreamedJobs jobs = trace.jobs(false)) {
            while (jobs.nextSubmitMillis() < Long.MAX_VALUE) {
                jobs.rowFreed(jobs.next());
            }
            assertThat(jobs.jobs().count()).isEqualTo(1);
        }
    }

    @Test
    void timeLimitsAreRaisedWhereThatIsWanted() throws IOException {
        StreamedTrace trace = streamed(file(lines(1, 300)));
        try (StreamedJobs jobs = trace.jobs(true)) {
            assertThat(jobs.staysWithinWalltimes()).isTrue();
            while (jobs.nextSubmitMillis() < Long.MAX_VALUE) {
                int job = jobs.next();
                assertThat(jobs.jobs().walltimeMillis(job))
                        .isGreaterThanOrEqualTo(jobs.runMillis(job));
            }
        }
        assertThat(trace.jobs(false).staysWithinWalltimes()).isFalse();
    }

    @Test
    void aFileThatChangesInBetweenIsRefused() throws IOException {
        Path file = file(lines(1, 300));
        StreamedTrace trace = streamed(file);
        Files.writeString(file, lines(1, 299));
        assertThatThrownBy(() -> drain(trace))
                .isInstanceOf(TraceException.class)
                .hasMessage(
                        file
                                + ": has changed since it was first read.\n"
                                + "Maybe it is still being written: try again when it is whole.");
        Files.writeString(file, lines(1, 301));
        assertThatThrownBy(() -> drain(trace)).isInstanceOf(TraceException.class);
    }

    @Test
    void jobsOfOneInstantAreKept() throws IOException {
        String line = "%d 5 -1 10 1 -1 -1 1 20 -1 1 1 1 1 1 1 -1 -1\n";
        Path file = file(line.formatted(1) + line.formatted(2));
        assertThat(Traces.readOrStream(file, ImportRules.dandori(), SILENT, 1))
                .isInstanceOf(ImportedTrace.class);
    }

    private static void drain(StreamedTrace trace) throws IOException {
        try (StreamedJobs jobs = trace.jobs(false)) {
            while (jobs.nextSubmitMillis() < Long.MAX_VALUE) {
                jobs.next();
            }
        }
    }

    private static StreamedTrace streamed(Path file) {
        return (StreamedTrace) Traces.readOrStream(file, ImportRules.dandori(), SILENT, 100);
    }

    private static List<String> told(Workload workload) {
        List<String> told = new ArrayList<>();
        for (int job = 0; job < workload.count(); job++) {
            told.add(told(job, workload.jobs()) + " " + workload.runMillis(job));
        }
        return told;
    }

    private static List<String> told(StreamedJobs jobs) {
        List<String> told = new ArrayList<>();
        while (jobs.nextSubmitMillis() < Long.MAX_VALUE) {
            int job = jobs.next();
            told.add(told(job, jobs.jobs()) + " " + jobs.runMillis(job));
        }
        return told;
    }

    private static String told(int job, Jobs jobs) {
        return List.of(
                        jobs.sequence(job),
                        jobs.id(job),
                        jobs.submitMillis(job),
                        jobs.nodes(job),
                        jobs.walltimeMillis(job),
                        jobs.user(job),
                        jobs.organization(job),
                        jobs.partition(job))
                .toString();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("trace.swf"), text);
    }

    /** Every third line is out of order, every tenth no job that can be used. */
    private static String lines(int seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("; MaxProcs: 20\n");
        for (int id = 1; id <= count; id++) {
            int submit = random.nextInt(3) == 0 ? random.nextInt(10 * id) : 10 * id;
            int run = random.nextInt(10) == 0 ? -1 : random.nextInt(100);
            text.append(
                    "%d %d -1 %d 2 -1 -1 %d %d -1 1 %d %d 1 1 1 -1 -1\n"
                            .formatted(
                                    id,
                                    submit,
                                    run,
                                    1 + random.nextInt(30),
                                    random.nextInt(100),
                                    random.nextInt(1_000),
                                    random.nextInt(5)));
        }
        return text.toString();
    }
}
