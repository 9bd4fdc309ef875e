package dandori.scenario;

import dandori.generate.Demand;
import dandori.generate.Thinning;
import dandori.policy.spi.Options;
import org.jspecify.annotations.Nullable;

/**
 * Jobs drawn at random.
 *
 * @param organization whose jobs they are
 * @param drawnAs the organization whose random numbers are drawn; mostly the same
 * @param model the name of the generator
 * @param measure what {@code amount} counts
 * @param amount how much, above 0
 * @param options the model's options, complete
 * @param thinning how small jobs are made fewer; null: they are not
 * @param request what its jobs ask for beyond nodes and time
 */
public record GeneratedStream(
        String organization,
        String drawnAs,
        String model,
        Demand.Measure measure,
        double amount,
        Options options,
        @Nullable Thinning thinning,
        StreamRequest request)
        implements Stream {}
