package dandori.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Divisors; what the search finds {@code TrainingRulesTest} compares. */
class ParallelismSearchTest {

    @Test
    void divisorsAreThoseThatDivide() {
        for (int of = 0; of <= 5_000; of++) {
            int whole = of;
            List<Integer> obvious =
                    IntStream.rangeClosed(1, of).filter(i -> whole % i == 0).boxed().toList();
            assertThat(ParallelismSearch.divisors(of)).isEqualTo(obvious);
        }
    }

    @Test
    void divisorsOfTheLargestNumbers() {
        assertThat(ParallelismSearch.divisors(Integer.MAX_VALUE))
                .containsExactly(1, Integer.MAX_VALUE);
        assertThat(ParallelismSearch.divisors(46_340 * 46_340)).contains(46_340).hasSize(135);
    }
}
