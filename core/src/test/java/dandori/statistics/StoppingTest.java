package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** When runs are enough. */
class StoppingTest {

    // 2, 4, 9 have the mean 5 and the half width 8.96.
    private static final double WIDTH = StudentInterval.of(2, 4, 9).relativeHalfWidth();

    @Test
    void enoughIsNarrowEnough() {
        assertThat(new Stopping(WIDTH, 2, 9).isEnough(2, 4, 9)).isTrue();
        assertThat(new Stopping(WIDTH * 0.999, 2, 9).isEnough(2, 4, 9)).isFalse();
        assertThat(new Stopping(WIDTH, 2, 9).isEnough(-2, -4, -9)).isTrue();
    }

    @Test
    void nobodyLooksBeforeThereAreTheLeast() {
        assertThat(new Stopping(1, 4, 9).isEnough(5, 5, 5)).isFalse();
        assertThat(new Stopping(1, 4, 9).isEnough(5, 5, 5, 5)).isTrue();
        assertThat(new Stopping(1, 2, 9).isEnough()).isFalse();
    }

    @Test
    void theMostAreEnough() {
        assertThat(new Stopping(0.001, 2, 3).isEnough(2, 4, 9)).isTrue();
        assertThat(new Stopping(0.001, 2, 3).isNarrow(2, 4, 9)).isFalse();
    }

    @Test
    void aFigureThatIsAlwaysZeroIsKnown() {
        assertThat(new Stopping(0.01, 2, 9).isEnough(0, 0)).isTrue();
        assertThat(new Stopping(0.01, 2, 9).isEnough(-1, 1)).isFalse();
    }

    @Test
    void theNextLookComesWhenTheIntervalIsExpectedToBeNarrow() {
        // Twice as wide as it may be: four times as many, but no more than twice as many at once.
        assertThat(new Stopping(WIDTH / 2, 2, 99).next(2, 4, 9)).isEqualTo(6);
        // 1.2 times: 3 · 1.44 = 4.32.
        assertThat(new Stopping(WIDTH / 1.2, 2, 99).next(2, 4, 9)).isEqualTo(5);
        assertThat(new Stopping(WIDTH / 1.001, 2, 99).next(2, 4, 9)).isEqualTo(4);
        assertThat(new Stopping(WIDTH / 2, 2, 5).next(2, 4, 9)).isEqualTo(5);
        assertThat(new Stopping(WIDTH, 2, 9).next(2, 4, 9)).isEqualTo(3);
        assertThat(new Stopping(WIDTH, 7, 9).next(2, 4, 9)).isEqualTo(7);
        assertThat(new Stopping(0.1, 2, 9).next(-1, 1)).isEqualTo(4);
    }

    @Test
    void impossibleRulesAreRefused() {
        assertThatThrownBy(() -> new Stopping(0, 1, 0))
                .hasMessage(
                        "relativeHalfWidth (0.0) must be above 0, atLeast (1) at least 2, atMost (0) no less.");
    }
}
