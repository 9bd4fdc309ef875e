package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.state.TournamentQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tournament tree against a list that is sorted for every question. */
class TournamentQueueTest {

    private static final int ROWS = 3_000;

    private static final class Entry {
        int row;
        int tier;
        double score;
        long sequence;
        int nodes;
        long estimate;
        boolean held;
    }

    private final List<Entry> list = new ArrayList<>();
    private final int[] copy = new int[ROWS];

    @ParameterizedTest
    @CsvSource({
        "1, false, 3, 60", "2, true, 3, 60", "3, false, 1000000, 60", "4, true, 40, 60",
        "5, false, 5, 90", "6, false, 1000000, 35", "7, true, 1000000, 90", "8, false, 1, 55",
        "9, true, 2, 40", "10, false, 200, 70"
    })
    void everyAnswerIsThatOfASortedList(long seed, boolean drifts, int scores, int addPercent) {
        SplittableRandom random = new SplittableRandom(seed);
        TournamentQueue queue = new TournamentQueue(ROWS, drifts);
        IntArrayList unused = new IntArrayList(IntInterval.zeroTo(ROWS - 1).toArray());
        long sequence = 0;
        for (int step = 0; step < 12_000; step++) {
            if (random.nextInt(1_500) == 0) {
                addPercent = 100 - addPercent; // grow for a while, then shrink
            }
            int what = random.nextInt(100);
            if (what < 70 && random.nextInt(100) < addPercent && !unused.isEmpty()) {
                int row = unused.removeAtIndex(random.nextInt(unused.size()));
                int tiers = seed % 2 == 0 && step > 500 ? 3 : 1;
                Entry entry = entry(row, sequence++, scores, tiers, random);
                add(entry, queue);
                list.add(entry);
                sort();
            } else if (what < 70 && !list.isEmpty()) {
                Entry entry = list.get(random.nextInt(random.nextBoolean() ? list.size() : 1));
                int place = list.indexOf(entry);
                queue.remove(entry.row);
                list.remove(entry);
                unused.add(entry.row);
                assertThat(queue.next(entry.row)).isEqualTo(nextFrom(place, 99, 99, 99));
            } else if (what < 78 && !list.isEmpty()) {
                Entry entry = list.get(random.nextInt(list.size()));
                entry.held = !entry.held;
                if (random.nextInt(3) == 0) {
                    queue.loosen(list.get(random.nextInt(list.size())).row);
                    queue.loosen(entry.row);
                }
                if (entry.held) {
                    queue.hold(entry.row);
                } else {
                    queue.release(entry.row, entry.nodes, entry.estimate);
                }
            } else if (what == 78 && drifts) {
                long mix = random.nextLong();
                for (Entry entry : list) {
                    entry.score = Math.floorMod(entry.row * mix >>> 17, (long) scores);
                }
                queue.rescore(row -> Math.floorMod(row * mix >>> 17, (long) scores));
                sort();
            } else if (!list.isEmpty()) {
                ask(queue, random);
            }
            assertThat(queue.size()).isEqualTo((int) list.stream().filter(e -> !e.held).count());
            assertThat(queue.first()).isEqualTo(nextFrom(0, 99, 99, 99));
            if (step % 50 == 0) {
                whole(queue);
            }
        }
    }

    private static Entry entry(
            int row, long sequence, int scores, int tiers, SplittableRandom random) {
        Entry entry = new Entry();
        entry.row = row;
        entry.tier = random.nextInt(tiers);
        entry.score = random.nextInt(scores) / 4.0;
        entry.sequence = sequence;
        entry.nodes = 1 + random.nextInt(20);
        entry.estimate = random.nextInt(20);
        return entry;
    }

    private static void add(Entry one, TournamentQueue queue) {
        queue.add(one.row, one.tier, one.score, one.sequence, one.nodes, one.estimate);
    }

    private void sort() {
        list.sort(
                Comparator.<Entry>comparingInt(entry -> entry.tier)
                        .thenComparingDouble(entry -> entry.score)
                        .thenComparingLong(entry -> entry.sequence));
    }

    private void ask(TournamentQueue queue, SplittableRandom random) {
        int place = random.nextInt(list.size());
        int free = random.nextInt(22);
        long window = random.nextInt(22);
        int spare = random.nextInt(12);
        int row = list.get(place).row;
        assertThat(queue.nextFitting(row, free, window, spare))
                .isEqualTo(nextFrom(place + 1, free, window, spare));
        assertThat(queue.next(row)).isEqualTo(nextFrom(place + 1, 99, 99, 99));
        assertThat(queue.mayStart(row)).isEqualTo(!list.get(place).held);
        assertThat(queue.isHeld(row)).isEqualTo(list.get(place).held);
        int other = random.nextInt(list.size());
        assertThat(queue.isBefore(row, list.get(other).row)).isEqualTo(place < other);
    }

    private int nextFrom(int place, int free, long window, int spare) {
        for (int i = place; i < list.size(); i++) {
            Entry entry = list.get(i);
            if (!entry.held
                    && entry.nodes <= free
                    && (entry.estimate <= window || entry.nodes <= spare)) {
                return entry.row;
            }
        }
        return -1;
    }

    private void whole(TournamentQueue queue) {
        int count = queue.copyTo(copy);
        assertThat(count).isEqualTo(list.size()).isEqualTo(queue.liveCount());
        for (int i = 0; i < count; i++) {
            assertThat(copy[i]).isEqualTo(list.get(i).row);
            assertThat(queue.contains(copy[i])).isTrue();
        }
    }
}
