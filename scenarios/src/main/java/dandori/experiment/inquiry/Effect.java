package dandori.experiment.inquiry;

import dandori.experiment.Spread;

/**
 * What an input does to a figure, or two inputs do together.
 *
 * @param name what the input is called, or both with × between
 * @param low its low value, as it is written in a file; of a pair: nothing
 * @param high its high value
 * @param atLow the figure with the low value, over the seeds; of a factorial, the mean over all
 *     points that have it
 * @param atHigh the same with the high value
 * @param difference the latter less the former, seed by seed
 */
public record Effect(
        String name, String low, String high, Spread atLow, Spread atHigh, Spread difference) {

    /** Whether it is about two inputs. */
    public boolean isOfPair() {
        return low.isEmpty();
    }
}
