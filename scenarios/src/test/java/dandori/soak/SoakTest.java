package dandori.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few seeds of the long check, and those that it has found something with. */
class SoakTest {

    @TempDir private Path folder;

    /**
     * At the last but one two moldable jobs took turns as the first of the queue, without end; at
     * the last one a reservation stood though a later head had started on a part of it.
     */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 8, 8012632, 8021948})
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    void nothingIsFound(long seed) throws InterruptedException {
        SoakCase played = SoakCase.of(seed, folder);
        assertThat(played.findings()).isEmpty();
        assertThat(played.refusal().isEmpty()).isEqualTo(played.simulations() > 0);
    }
}
