package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.job.DowneySpeedup;
import dandori.job.Elasticity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downey's formulas, by hand and by what they must keep. */
class DowneySpeedupTest {

    @Test
    void theFormulasGiveWhatTheyGiveByHand() {
        assertThat(DowneySpeedup.overOne(4, 8, 0)).isEqualTo(4); // linear
        assertThat(DowneySpeedup.overOne(4, 8, 1)).isEqualTo(32 / 9.5); // A n / (A + σ/2 (n - 1))
        assertThat(DowneySpeedup.overOne(10, 8, 1)).isEqualTo(80 / 12.5); // σ(A - ½) + n(1 - σ/2)
        assertThat(DowneySpeedup.overOne(4, 8, 2)).isEqualTo(96.0 / 30); // nA(σ+1) / (σ(n+A-1)+A)
        assertThat(DowneySpeedup.overOne(1_000, 8, 2)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1, 1.000001, 1.7, 5})
    void oneNodeIsOneAndTheSpeedRisesToTheParallelism(double sigma) {
        double a = 21.5;
        double full = DowneySpeedup.saturation(a, sigma);
        double before = 1;
        assertThat(DowneySpeedup.overOne(1, a, sigma)).isCloseTo(1, within(1e-12));
        assertThat(DowneySpeedup.overOne(full, a, sigma)).isCloseTo(a, within(1e-9));
        for (double n = 1; n < full; n += 0.01) {
            double speed = DowneySpeedup.overOne(n, a, sigma);
            assertThat(speed).isBetween(before - 1e-12, Math.min(n, a) + 1e-9);
            assertThat(speed - before).isLessThan(0.011); // no jump where the formulas meet
            before = speed;
        }
    }

    @Test
    void speedIsRelativeToTheFewestNodes() {
        Elasticity job = new DowneySpeedup(2, 15, 8, 1);

        assertThat(job.speedup(2)).isEqualTo(1);
        assertThat(job.speedup(8))
                .isEqualTo(DowneySpeedup.overOne(8, 8, 1) / DowneySpeedup.overOne(2, 8, 1));
        assertThat(job.isRigid()).isFalse();
    }

    @Test
    void impossibleJobsAreRefused() {
        assertThatThrownBy(() -> new DowneySpeedup(1, 4, 0.5, 1))
                .hasMessage(
                        "A job cannot run on from 1 to 4 nodes with parallelism 0.5 and sigma"
                                + " 1.0.");
    }
}
