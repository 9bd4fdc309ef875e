package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The greatest of a window, held against sorting all of it. */
final class GreatestInViewTest {

    @TempDir Path folder;

    @Test
    void theyAreTheFirstWhenAllAreSorted() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder lines = new StringBuilder(WrittenRun.HEAD);
        for (int job = 0; job < 500; job++) {
            int first = random.nextInt(90);
            int start = random.nextInt(50, 1000);
            int submit = start - random.nextInt(50);
            String set = first + "-" + (first + random.nextInt(10));
            lines.append(WrittenRun.line(job, "o", submit, start, start + 30, set));
        }
        WrittenRun.table(folder, "jobs.csv.gz", lines.toString());
        Jobs jobs = WrittenRun.read(folder).jobs();
        Window window = new Window(200, 500, 10, 40);
        Map<String, Object> all = JobsInView.tree(jobs, "m", window, 1000);
        for (Colouring by : List.of(Colouring.SIZE, Colouring.WAIT)) {
            String key = by == Colouring.SIZE ? "nodes" : "wait_s";
            List<Map<?, ?>> sorted = new ArrayList<>(trees(all));
            sorted.sort(Comparator.comparingDouble(job -> -((Number) job.get(key)).doubleValue()));
            Map<String, Object> greatest = GreatestInView.tree(jobs, "m", window, 20, by);
            assertThat(ids(trees(greatest))).isEqualTo(ids(sorted.subList(0, 20)));
        }
        assertThat(trees(GreatestInView.tree(jobs, "other", window, 20, Colouring.SIZE))).isEmpty();
        assertThat(trees(GreatestInView.tree(jobs, "m", window, 0, Colouring.SIZE))).isEmpty();
    }

    private static List<Map<?, ?>> trees(Map<String, Object> answer) {
        List<Map<?, ?>> trees = new ArrayList<>();
        for (Object job : (List<?>) answer.getOrDefault("jobs", List.of())) {
            trees.add((Map<?, ?>) job);
        }
        return trees;
    }

    private static List<Object> ids(List<Map<?, ?>> jobs) {
        List<Object> ids = new ArrayList<>();
        jobs.forEach(job -> ids.add(job.get("job")));
        return ids;
    }
}
