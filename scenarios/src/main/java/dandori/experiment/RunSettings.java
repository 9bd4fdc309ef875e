package dandori.experiment;

import dandori.sim.Checking;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How an experiment is played; none of it changes a result.
 *
 * @param threads how many cells are played at once, at least 1
 * @param checking how much each run checks itself
 * @param folder where each cell's tables go, below {@code cells}; null: they are not written
 */
public record RunSettings(int threads, Checking checking, @Nullable Path folder) {

    /** Checks the number of threads. */
    public RunSettings {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "threads (%d) must be at least 1.".formatted(threads));
        }
    }
}
