package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.state.Growth;
import dandori.state.Profile;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The profile against an array of free nodes per slot of time. */
class ProfileTest {

    private static final int SLOTS = 60;

    private final int[] free = new int[SLOTS]; // the last slot goes on for ever
    private int begin;

    @RepeatedTest(60)
    void everyAnswerIsThatOfAnArray(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        Profile profile = new Profile();
        profile.reset(0, 10);
        Arrays.fill(free, 10);
        for (int step = 0; step < 400; step++) {
            int from = begin + random.nextInt(SLOTS - begin);
            int to = from + random.nextInt(SLOTS - from);
            int nodes = random.nextInt(9) - 4;
            if (random.nextInt(20) == 0) {
                begin = Math.min(SLOTS - 2, begin + random.nextInt(3));
                profile.dropBefore(begin);
            } else if (random.nextInt(10) == 0) {
                profile.add(from, Long.MAX_VALUE, nodes);
                change(from, SLOTS, nodes);
            } else {
                profile.add(from, to, nodes);
                change(from, to, nodes);
            }
            check(profile);
            questions(profile, random);
        }
    }

    private void change(int from, int to, int nodes) {
        for (int slot = from; slot < to; slot++) {
            free[slot] += nodes;
        }
    }

    private void check(Profile profile) {
        assertThat(profile.atMillis(0)).isEqualTo(begin);
        for (int slot = begin; slot < SLOTS; slot++) {
            assertThat(profile.free(profile.stepAt(slot))).isEqualTo(free[slot]);
        }
        for (int step = 1; step < profile.size(); step++) {
            assertThat(profile.atMillis(step)).isGreaterThan(profile.atMillis(step - 1));
            assertThat(profile.free(step)).isNotEqualTo(profile.free(step - 1));
        }
    }

    private void questions(Profile profile, SplittableRandom random) {
        int at = begin + random.nextInt(SLOTS - begin);
        int span = 1 + random.nextInt(20);
        int nodes = random.nextInt(14) - 2;
        assertThat(profile.fits(at, span, nodes)).isEqualTo(fits(at, span, nodes));
        long earliest = Long.MAX_VALUE;
        for (int slot = SLOTS - 1; slot >= at; slot--) {
            earliest = fits(slot, span, nodes) ? slot : earliest;
        }
        assertThat(profile.earliest(at, span, nodes)).isEqualTo(earliest);
    }

    private boolean fits(int at, int span, int nodes) {
        for (int slot = at; slot < at + span; slot++) {
            if (free[Math.min(slot, SLOTS - 1)] < nodes) {
                return false;
            }
        }
        return true;
    }

    /**
     * A job holds the earliest slot; then the profile grows here and there; does it find what a
     * full search finds?
     */
    @RepeatedTest(200)
    void whatHasGrownIsAllThatNeedsToBeLookedAt(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        for (int round = 0; round < 50; round++) {
            Profile profile = new Profile();
            profile.reset(0, 12);
            Arrays.fill(free, 12);
            for (int i = 0; i < 12; i++) {
                add(profile, random, -1 - random.nextInt(4), null);
            }
            int span = 1 + random.nextInt(15);
            int nodes = 1 + random.nextInt(12);
            long promised = profile.earliest(0, span, nodes);
            if (promised == Long.MAX_VALUE) {
                continue;
            }
            profile.add(promised, promised + span, -nodes);
            change((int) promised, (int) Math.min(SLOTS, promised + span), -nodes);
            Growth growth = new Growth();
            for (int i = random.nextInt(4); i >= 0; i--) {
                add(profile, random, 1 + random.nextInt(6), growth);
            }
            long expected = promised;
            for (int slot = (int) promised - 1; slot >= 0; slot--) {
                boolean fits = fits(slot, (int) Math.min(span, promised - slot), nodes);
                expected = fits ? slot : expected;
            }
            long found =
                    growth.mayHelp(nodes, promised)
                            ? profile.earlierStart(growth, promised, span, nodes)
                            : promised;
            assertThat(found).isEqualTo(expected);
        }
    }

    private void add(
            Profile profile,
            SplittableRandom random,
            int nodes,
            @org.jspecify.annotations.Nullable Growth growth) {
        int from = random.nextInt(SLOTS - 5);
        int to = from + 1 + random.nextInt(SLOTS - from - 2);
        change(from, to, nodes);
        if (growth == null) {
            profile.add(from, to, nodes);
        } else {
            profile.raise(from, to, nodes, growth);
        }
    }
}
