package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.state.JobQueue;
import dandori.state.RankedQueue;
import dandori.state.TournamentQueue;
import dandori.state.UserLines;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lines of users against the queue of all jobs, whose twin is a list: the same jobs come, go, are
 * held and are ranked anew in both, and all answers are the same.
 */
class UserLinesTest {

    private static final int ROWS = 2_000;

    private final List<Integer> waiting = new ArrayList<>();
    private final List<Integer> away = new ArrayList<>();
    private final int[] copy = new int[ROWS];
    private final int[] copyOfTwin = new int[ROWS];
    private long mix = 17; // what the present ranks are made of
    private int ranks;
    private int users;
    private long sequence;

    private int user(int row) {
        return (int) Math.floorMod(row * 2_654_435_761L >>> 7, (long) users);
    }

    /** Equal for many users where there are fewer ranks than users. */
    private double rank(int user) {
        return Math.floorMod((user + 1) * mix >>> 11, (long) ranks) / 4.0 - 3;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 40, 1000000, 60",
        "2, 5, 1000000, 70",
        "3, 400, 1000000, 60",
        "4, 40, 10, 60",
        "5, 1, 1, 80",
        "6, 100, 3, 55",
        "7, 400, 400, 90",
        "8, 12, 40, 40",
        "9, 3, 2, 50"
    })
    void linesAnswerAsTheQueueOfAllJobs(long seed, int userCount, int rankCount, int addPercent) {
        users = userCount;
        ranks = rankCount;
        play(new UserLines(16, true, this::user, this::rank), seed, addPercent, false);
    }

    @ParameterizedTest
    @CsvSource({
        "11, 40, 1000000, 60, false", "12, 5, 1000000, 52, false", "13, 400, 1000000, 60, false",
        "14, 100, 3, 60, false", "15, 40, 1000000, 60, true", "16, 3, 2, 50, true"
    })
    void goingFromOneFormToTheOtherChangesNothing(
            long seed, int userCount, int rankCount, int addPercent, boolean hasTiers) {
        users = userCount;
        ranks = rankCount;
        play(new RankedQueue(16, true, this::user, this::rank), seed, addPercent, hasTiers);
    }

    private void play(JobQueue queue, long seed, int addPercent, boolean hasTiers) {
        SplittableRandom random = new SplittableRandom(seed);
        TournamentQueue twin = new TournamentQueue(16, true);
        for (int row = 0; row < ROWS; row++) {
            away.add(row);
        }
        int add = addPercent;
        for (int step = 0; step < 12_000; step++) {
            if (random.nextInt(1_500) == 0) {
                add = 100 - add; // grow for a while, then shrink
            }
            int what = random.nextInt(100);
            if (what < 60 && random.nextInt(100) < add && !away.isEmpty()) {
                int tier = hasTiers && step > 4_000 ? random.nextInt(2) : 0;
                Integer row = away.get(random.nextInt(away.size()));
                away.remove((Object) row);
                come(row, tier, queue, twin, random);
            } else if (what < 60 && !waiting.isEmpty()) {
                go(queue, twin, random);
            } else if (what < 68 && !waiting.isEmpty()) {
                holdOrRelease(queue, twin, random);
            } else if (what < 72) {
                if (random.nextInt(5) > 0) {
                    mix = random.nextLong(); // else all stay, but for those who came meanwhile
                }
                double before = twin.arrangement();
                long known = queue.arrangement();
                twin.rescore(row -> rank(user(row)));
                queue.rescore(row -> rank(user(row)));
                assertThat(queue.arrangement() != known || twin.arrangement() == before).isTrue();
            } else if (!waiting.isEmpty()) {
                ask(queue, twin, random);
            }
            assertThat(queue.size()).isEqualTo(twin.size());
            assertThat(queue.first()).isEqualTo(twin.first());
            if (step % 40 == 0) {
                whole(queue, twin);
            }
        }
    }

    /** Some come with their old sequence, some with another rank than others of their user have. */
    private void come(int row, int tier, JobQueue queue, JobQueue twin, SplittableRandom random) {
        if (random.nextInt(40) == 0) {
            mix = random.nextLong();
        }
        double score = random.nextInt(50) == 0 ? 0 : rank(user(row));
        long its = random.nextInt(6) == 0 ? random.nextLong(2 * sequence + 2) | 1 : 2 * sequence;
        sequence++;
        its = its * ROWS + row;
        int nodes = 1 + random.nextInt(20);
        long millis = random.nextInt(20);
        queue.makeRoom(row);
        twin.makeRoom(row);
        queue.add(row, tier, score, its, nodes, millis);
        twin.add(row, tier, score, its, nodes, millis);
        waiting.add(row);
    }

    private void go(JobQueue queue, JobQueue twin, SplittableRandom random) {
        boolean isFirst = random.nextBoolean() && twin.first() >= 0;
        Integer row = isFirst ? twin.first() : waiting.get(random.nextInt(waiting.size()));
        queue.remove(row);
        twin.remove(row);
        waiting.remove((Object) row);
        away.add(row);
        assertThat(queue.contains(row)).isFalse();
        assertThat(queue.mayStart(row)).isFalse();
        assertThat(queue.next(row)).isEqualTo(twin.next(row));
        assertThat(queue.nextFitting(row, 7, 4, 2)).isEqualTo(twin.nextFitting(row, 7, 4, 2));
    }

    private void holdOrRelease(JobQueue queue, JobQueue twin, SplittableRandom random) {
        int row = waiting.get(random.nextInt(waiting.size()));
        if (twin.isHeld(row)) {
            int nodes = 1 + random.nextInt(20);
            queue.release(row, nodes, 5);
            twin.release(row, nodes, 5);
        } else {
            queue.hold(row);
            twin.hold(row);
        }
    }

    private void ask(JobQueue queue, JobQueue twin, SplittableRandom random) {
        int free = random.nextInt(22);
        long window = random.nextInt(22);
        int spare = random.nextInt(12);
        int row = waiting.get(random.nextInt(waiting.size()));
        int other = waiting.get(random.nextInt(waiting.size()));
        assertThat(queue.nextFitting(row, free, window, spare))
                .isEqualTo(twin.nextFitting(row, free, window, spare));
        assertThat(queue.next(row)).isEqualTo(twin.next(row));
        assertThat(queue.mayStart(row)).isEqualTo(twin.mayStart(row));
        assertThat(queue.isHeld(row)).isEqualTo(twin.isHeld(row));
        assertThat(queue.isBefore(row, other)).isEqualTo(twin.isBefore(row, other));
        assertThat(queue.score(row)).isEqualTo(twin.score(row));
    }

    private void whole(JobQueue queue, JobQueue twin) {
        int count = queue.copyTo(copy);
        assertThat(count).isEqualTo(twin.copyTo(copyOfTwin)).isEqualTo(queue.liveCount());
        for (int i = 0; i < count; i++) {
            assertThat(copy[i]).isEqualTo(copyOfTwin[i]);
            assertThat(queue.contains(copy[i])).isTrue();
        }
        assertThat(queue.heldCount()).isEqualTo(twin.heldCount());
        assertThat(queue.nodeMillis()).isEqualTo(twin.nodeMillis());
    }

    @Test
    void aRankedQueueKeepsLinesWhileManyWait() {
        users = 30;
        ranks = 1_000_000;
        RankedQueue queue = new RankedQueue(ROWS, true, this::user, this::rank);
        for (int row = 0; row < 200; row++) {
            queue.add(row, 0, rank(user(row)), row, 1, 1);
        }
        int[] asked = new int[1];
        for (int time = 0; time < 2; time++) {
            asked[0] = 0;
            queue.rescore(row -> {
                asked[0]++;
                return rank(user(row));
            });
        }
        assertThat(asked[0]).isZero(); // users were, not jobs
        for (int row = 0; row < 180; row++) {
            queue.remove(row);
        }
        queue.rescore(row -> {
            asked[0]++;
            return rank(user(row));
        });
        assertThat(asked[0]).isEqualTo(20);
    }
}
