package dandori.trace.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeenJobsTest {

    @Test
    void remembersWhatAMapDoes() {
        SplittableRandom random = new SplittableRandom(1);
        SeenJobs seen = new SeenJobs();
        Map<String, Integer> expected = new HashMap<>();
        for (int step = 0; step < 200_000; step++) {
            String job = random.nextInt(50_000) + ".server";
            int value = random.nextInt(100);
            int known = expected.getOrDefault(job, SeenJobs.UNSEEN);
            assertThat(seen.get(SeenJobs.print(job))).isEqualTo(known);
            if (random.nextBoolean()) {
                assertThat(seen.put(SeenJobs.print(job), value)).isEqualTo(known);
                expected.put(job, value);
            }
        }
        long small = expected.values().stream().filter(value -> value < 10).count();
        assertThat(seen.count(value -> value < 10)).isEqualTo(small);
    }

    @Test
    void aMillionJobsTakeLessThanTwentyMillionBytes() {
        SeenJobs seen = new SeenJobs();
        for (int job = 1; job <= 1_000_000; job++) {
            seen.put(SeenJobs.print(job, 1, 7), job);
            if (job % 100_000 == 0) {
                assertThat(seen.bytes()).isLessThan(20L * job);
            }
        }
        assertThat(seen.count(value -> true)).isEqualTo(1_000_000);
    }

    @Test
    void aFingerprintOfNothingIsAlsoSomebodys() {
        SeenJobs seen = new SeenJobs();
        assertThat(seen.put(0, 5)).isEqualTo(SeenJobs.UNSEEN);
        assertThat(seen.get(0)).isEqualTo(5);
    }

    @Test
    void namesAndNumbersThatResembleEachOtherHaveFingerprintsOfTheirOwn() {
        Set<Long> prints = new HashSet<>();
        for (int number = 0; number < 100_000; number++) {
            prints.add(SeenJobs.print(number + ".server"));
            prints.add(SeenJobs.print(number + "[1].server"));
            prints.add(SeenJobs.print(number, 1));
            prints.add(SeenJobs.print(1, number + 2));
        }
        assertThat(prints).hasSize(400_000);
    }
}
