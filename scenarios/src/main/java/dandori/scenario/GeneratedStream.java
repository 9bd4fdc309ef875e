package dandori.scenario;

import dandori.generate.Demand;
import dandori.policy.spi.Options;

/**
 * Jobs drawn at random.
 *
 * @param organization whose jobs they are
 * @param model the name of the generator
 * @param measure what {@code amount} counts
 * @param amount how much, above 0
 * @param options the model's options, complete
 * @param request what its jobs ask for beyond nodes and time
 */
public record GeneratedStream(
        String organization,
        String model,
        Demand.Measure measure,
        double amount,
        Options options,
        StreamRequest request)
        implements Stream {}
