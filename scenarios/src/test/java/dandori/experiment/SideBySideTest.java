package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several things at once: in order, and what is thrown. */
class SideBySideTest {

    private static final List<Integer> THINGS = IntStream.range(0, 100).boxed().toList();

    private static Set<Thread> threads(int asked) {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        SideBySide.each(THINGS, asked, thing -> seen.add(Thread.currentThread()));
        return seen;
    }

    @Test
    void resultsStandInOrderOnAnyNumberOfThreads() {
        Function<Integer, String> work = thing -> "of " + thing;
        for (int threads : new int[] {1, 2, 7, 1_000}) {
            assertThat(SideBySide.each(THINGS, threads, work))
                    .isEqualTo(THINGS.stream().map(work).toList());
        }
        assertThat(SideBySide.each(List.<Integer>of(), 2, work)).isEmpty();
    }

    @Test
    void oneThreadIsTheCallers() {
        assertThat(threads(1)).containsExactly(Thread.currentThread());
        assertThat(threads(3)).hasSizeLessThanOrEqualTo(3).doesNotContain(Thread.currentThread());
    }

    @Test
    void thingsAreWorkedOnAtOnce() {
        CountDownLatch bothBegun = new CountDownLatch(2);
        List<Boolean> done =
                SideBySide.each(
                        List.of(1, 2),
                        2,
                        thing -> {
                            bothBegun.countDown();
                            try {
                                bothBegun.await();
                            } catch (InterruptedException stopped) {
                                return false;
                            }
                            return true;
                        });

        assertThat(done).containsExactly(true, true);
    }

    @Test
    void whatTheFirstThrowsComesOut() {
        for (int threads : new int[] {1, 2, 7}) {
            assertThatThrownBy(() ->
                            SideBySide.each(
                                    THINGS,
                                    threads,
                                    thing -> {
                                        if (thing > 10) {
                                            throw new IllegalStateException("at " + thing);
                                        }
                                        return thing;
                                    }))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("at 11");
        }
        assertThatThrownBy(() ->
                        SideBySide.each(
                                THINGS,
                                2,
                                thing -> {
                                    throw new AssertionError(thing);
                                }))
                .isExactlyInstanceOf(AssertionError.class);
    }
}
