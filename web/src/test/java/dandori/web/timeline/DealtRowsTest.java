package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DealtRowsTest {

    private static final int NODES = 30;

    @TempDir Path folder;

    /** A job: number, start, end, nodes. */
    private record Job(int id, long start, long end, int nodes) {}

    @Test
    void eachTakesTheLowestRowsThatAreFree() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 100; round++) {
            List<Job> jobs = new ArrayList<>();
            StringBuilder lines = new StringBuilder(WrittenRun.HEAD);
            for (int id = 0; id < 200; id++) {
                long start = random.nextInt(1, 500);
                Job job =
                        new Job(
                                id,
                                start,
                                start + random.nextInt(30),
                                1 + random.nextInt(random.nextInt(1, 12)));
                jobs.add(job);
                lines.append(WrittenRun.unplaced(id, job.start(), job.end(), job.nodes()));
            }
            WrittenRun.machine(folder, "m", NODES);
            WrittenRun.table(folder, "jobs.csv.gz", lines.toString());
            Jobs dealt = WrittenRun.read(folder).jobs();
            List<List<Integer>> expected = obvious(jobs);
            for (int row = 0; row < jobs.size(); row++) {
                List<Integer> held = new ArrayList<>();
                for (int[] range : JobTree.rows(dealt, row, 0, NODES)) {
                    for (int node = range[0]; node < range[0] + range[1]; node++) {
                        held.add(node);
                    }
                }
                assertThat(held).as("job %d, round %d", row, round).isEqualTo(expected.get(row));
            }
            assertThat(dealt.hasPlaces("m")).isFalse();
        }
    }

    /** The twin: a row is free from the end of the job that it had last. */
    private static List<List<Integer>> obvious(List<Job> jobs) {
        long[] freeFrom = new long[NODES];
        List<List<Integer>> held = new ArrayList<>();
        jobs.forEach(job -> held.add(List.of()));
        List<Job> byStart = new ArrayList<>(jobs);
        byStart.sort(Comparator.comparingLong(Job::start).thenComparingInt(Job::id));
        for (Job job : byStart) {
            List<Integer> free = new ArrayList<>();
            for (int node = 0; node < NODES && free.size() < job.nodes(); node++) {
                if (freeFrom[node] <= job.start()) {
                    free.add(node);
                }
            }
            if (job.start() < job.end() && free.size() == job.nodes()) {
                free.forEach(node -> freeFrom[node] = job.end());
                held.set(job.id(), free);
            }
        }
        return held;
    }
}
