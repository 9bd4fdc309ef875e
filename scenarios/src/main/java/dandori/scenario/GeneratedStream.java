package dandori.scenario;

import dandori.generate.Demand;
import dandori.generate.Generator;
import dandori.generate.Generators;
import dandori.generate.Thinning;
import dandori.policy.spi.Options;
import org.jspecify.annotations.Nullable;

/**
 * Jobs drawn at random.
 *
 * @param organization whose jobs they are
 * @param drawnAs the organization whose random numbers are drawn; mostly the same
 * @param model the name of the generator; {@link #FITTED} where a file says which jobs are drawn
 * @param fit the file of a fitted model; null: the generator is known by name
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
        @Nullable FittedFile fit,
        Demand.Measure measure,
        double amount,
        Options options,
        @Nullable Thinning thinning,
        StreamRequest request)
        implements Stream {

    /** What stands for the name of a generator where a model was fitted. */
    public static final String FITTED = "fit";

    /** Jobs of a generator that is known by name. */
    public GeneratedStream(
            String organization,
            String drawnAs,
            String model,
            Demand.Measure measure,
            double amount,
            Options options,
            @Nullable Thinning thinning,
            StreamRequest request) {
        this(organization, drawnAs, model, null, measure, amount, options, thinning, request);
    }

    /** Who draws the jobs; null if the file of the model has not been looked at. */
    @Nullable Generator knownGenerator() {
        return fit == null ? Generators.named(model).orElseThrow() : fit.known();
    }

    @Override
    public boolean isDrawn() {
        return true;
    }
}
