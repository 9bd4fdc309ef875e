package dandori.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What fits into a time, and what comes of it, against a walk through every millisecond. */
class StretchTest {

    @Test
    void aCheckpointAfterEveryTwoStepsAndOneAtTheEnd() {
        Stretch stretch = new Stretch(10, 3, 2, 5, 2, 5);

        // restart 0-10 | steps 10-16, checkpoint -21 | steps -27, -32 | step -35, -40
        assertThat(stretch.checkpoints()).isEqualTo(3);
        assertThat(stretch.lengthMillis()).isEqualTo(40);
        assertThat(stretch.brokenOff(4)).isEqualTo(new Spent(0, 4, 0, 0, 0, 0));
        assertThat(stretch.brokenOff(20)).isEqualTo(new Spent(0, 10, 0, 0, 0, 10));
        assertThat(stretch.brokenOff(21)).isEqualTo(new Spent(2, 10, 4, 2, 5, 0));
        assertThat(stretch.brokenOff(31)).isEqualTo(new Spent(2, 10, 4, 2, 5, 10));
        assertThat(stretch.soFar(31)).isEqualTo(new Spent(2, 10, 8, 4, 9, 0));
        assertThat(stretch.brokenOff(40)).isEqualTo(new Spent(5, 10, 10, 5, 15, 0));
    }

    @Test
    void asManyStepsAsFitWithTheirCheckpoint() {
        Stretch stretch = new Stretch(10, 3, 2, 5, 2, 5);

        assertThat(stretch.within(17)).isNull();
        assertThat(stretch.within(18)).isEqualTo(new Stretch(10, 3, 2, 5, 2, 1));
        assertThat(stretch.stepsWithin(28)).isEqualTo(2);
        assertThat(stretch.stepsWithin(29)).isEqualTo(3);
        assertThat(stretch.within(1_000)).isSameAs(stretch);
    }

    @Test
    void stepsOfAFractionAreRoundedTogether() {
        Stretch stretch = new Stretch(0, 0.3, 0.3, 0, 1, 100);

        assertThat(stretch.lengthMillis()).isEqualTo(30);
        assertThat(stretch.brokenOff(1).steps()).isEqualTo(3);
        assertThat(stretch.brokenOff(1).reworkMillis()).isZero();
    }

    @Test
    void anIntervalIsWholeSteps() {
        assertThat(Stretch.intervalSteps(1, 1_000)).isEqualTo(1);
        assertThat(Stretch.intervalSteps(1_499, 1_000)).isEqualTo(1);
        assertThat(Stretch.intervalSteps(1_500, 1_000)).isEqualTo(2);
        long never = Stretch.intervalSteps(Long.MAX_VALUE, 0.5);
        assertThat(new Stretch(0, 0.5, 0.5, 7, never, 10_000_000).checkpoints()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Stretch(0, 1, 2, 0, 1, 1)).hasMessageContaining("2.0 ms");
        assertThatThrownBy(() -> new Stretch(0, Double.NaN, 1, 0, 1, 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Stretch(0, 1, 1, 0, 1, 0)).hasMessageContaining("0 steps");
    }

    @Test
    void allSmallStretchesAreAsTheyAreWalked() {
        int walked = 0;
        for (long restart = 0; restart <= 2; restart++) {
            for (double step : new double[] {0.4, 1, 1.5, 3}) {
                for (double share : new double[] {1, 0.7}) {
                    for (long checkpoint = 0; checkpoint <= 2; checkpoint++) {
                        for (long interval = 1; interval <= 4; interval++) {
                            for (long steps = 1; steps <= 9; steps++) {
                                walk(
                                        new Stretch(
                                                restart,
                                                step,
                                                step * share,
                                                checkpoint,
                                                interval,
                                                steps));
                                walked++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(walked).isEqualTo(2_592);
    }

    @Test
    void soAreThousandsOfOthers() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 4_000; i++) {
            double step = random.nextInt(4) == 0 ? 1 + random.nextInt(9) : 12 * random.nextDouble();
            double best = random.nextBoolean() ? step : step * (0.2 + 0.8 * random.nextDouble());
            walk(
                    new Stretch(
                            random.nextInt(30),
                            step + 1e-9,
                            best,
                            random.nextInt(3) == 0 ? 0 : random.nextInt(20),
                            1 + random.nextInt(random.nextBoolean() ? 4 : 40),
                            1 + random.nextInt(90)));
        }
    }

    private static void walk(Stretch stretch) {
        SteppedStretch twin = new SteppedStretch(stretch);
        long fits = 0;
        while (!twin.isDone()) {
            check(stretch, twin);
            assertThat(stretch.stepsWithin(twin.millis())).as("%s", stretch).isEqualTo(fits);
            twin.walk();
            fits = fitsNext(stretch, fits, twin.millis());
        }
        check(stretch, twin);
        assertThat(stretch.lengthMillis()).as("%s", stretch).isEqualTo(twin.millis());
        assertThat(stretch.stepsWithin(twin.millis())).isEqualTo(stretch.steps());
    }

    /** The most steps that fit: those of the longest shorter stretch that is done by then. */
    private static long fitsNext(Stretch stretch, long fits, long millis) {
        long some = fits;
        while (some < stretch.steps() && walkedMillis(stretch, some + 1) <= millis) {
            some++;
        }
        return some;
    }

    private static long walkedMillis(Stretch stretch, long steps) {
        SteppedStretch twin =
                new SteppedStretch(
                        new Stretch(
                                stretch.restartMillis(),
                                stretch.stepMillis(),
                                stretch.bestStepMillis(),
                                stretch.checkpointMillis(),
                                stretch.intervalSteps(),
                                steps));
        while (!twin.isDone()) {
            twin.walk();
        }
        return twin.millis();
    }

    private static void check(Stretch stretch, SteppedStretch twin) {
        long millis = twin.millis();
        for (long most = stretch.steps() - 1; most <= stretch.steps(); most++) {
            Spent handed = stretch.handedOver(millis, most);
            if (!handed.equals(twin.handedOver(most))) { // saying what is slow
                assertThat(handed)
                        .as("%s at %d, up to %d", stretch, millis, most)
                        .isEqualTo(twin.handedOver(most));
            }
        }
        Spent broken = stretch.brokenOff(millis);
        if (!broken.equals(twin.brokenOff())
                || broken.millis() != millis
                || !stretch.soFar(millis).equals(twin.soFar())
                || stretch.soFar(millis).millis() != millis) {
            assertThat(broken).as("%s at %d", stretch, millis).isEqualTo(twin.brokenOff());
            assertThat(stretch.soFar(millis))
                    .as("%s at %d", stretch, millis)
                    .isEqualTo(twin.soFar());
            assertThat(broken.millis()).as("%s at %d", stretch, millis).isEqualTo(millis);
        }
    }

    @Test
    void longStretchesFitToTheMillisecond() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 20_000; i++) {
            double step = 1 + 60_000 * random.nextDouble();
            Stretch stretch =
                    new Stretch(
                            random.nextLong(900_000),
                            step,
                            step,
                            random.nextLong(400_000),
                            1 + random.nextLong(5_000),
                            1 + random.nextLong(2_000_000));
            long millis = random.nextLong(2 * stretch.lengthMillis());
            long some = stretch.stepsWithin(millis);
            if (some > 0) {
                Stretch part = stretch.within(millis);
                assertThat(part == null ? -1 : part.lengthMillis()).isBetween(1L, millis);
                assertThat(part == null ? null : part.brokenOff(part.lengthMillis()).steps())
                        .isEqualTo(some);
            }
            if (some < stretch.steps()) {
                Stretch more =
                        new Stretch(
                                stretch.restartMillis(),
                                step,
                                step,
                                stretch.checkpointMillis(),
                                stretch.intervalSteps(),
                                some + 1);
                assertThat(more.lengthMillis()).isGreaterThan(millis);
            }
            long offset = Math.min(millis, stretch.lengthMillis());
            assertThat(stretch.brokenOff(offset).millis()).isEqualTo(offset);
            assertThat(stretch.soFar(offset).millis()).isEqualTo(offset);
        }
    }
}
