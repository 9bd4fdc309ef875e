package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.state.RunningJobs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Running jobs against a stably sorted list. */
class RunningJobsTest {

    private record Entry(int job, int nodes, long end) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50, 1_000_000})
    void theOrderIsThatOfAStableSort(int ends) {
        SplittableRandom random = new SplittableRandom(ends);
        RunningJobs running = new RunningJobs();
        List<Entry> list = new ArrayList<>();
        long base = 0;
        for (int step = 0; step < 8_000; step++) {
            boolean grows = step / 1_000 % 2 == 0;
            if (list.isEmpty() || random.nextInt(10) < (grows ? 7 : 3)) {
                Entry entry = new Entry(step, 1 + random.nextInt(9), base + random.nextInt(ends));
                running.add(entry.job, entry.nodes, entry.end);
                list.add(entry);
                list.sort(Comparator.comparingLong(Entry::end));
            } else {
                Entry entry = list.remove(random.nextBoolean() ? 0 : random.nextInt(list.size()));
                running.remove(entry.job, entry.end);
                base += random.nextInt(2);
            }
            assertThat(running.size()).isEqualTo(list.size());
            for (int i = 0; i < list.size(); i += step % 20 == 0 ? 1 : 97) {
                assertThat(running.job(i)).isEqualTo(list.get(i).job);
                assertThat(running.nodes(i)).isEqualTo(list.get(i).nodes);
                assertThat(running.endMillis(i)).isEqualTo(list.get(i).end);
            }
        }
    }

    @Test
    void oneThatDoesNotRunCannotBeRemoved() {
        RunningJobs running = new RunningJobs();
        running.add(1, 1, 10);
        running.add(2, 1, 20);
        assertThatThrownBy(() -> running.remove(3, 20)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> running.remove(1, 20)).isInstanceOf(IllegalStateException.class);
    }
}
