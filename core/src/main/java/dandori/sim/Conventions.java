package dandori.sim;

import java.util.List;
import java.util.Optional;

/**
 * What happens first at one instant: the small print in which published studies differ, so that a
 * published table can be reproduced to the last job. Any combination can be run.
 *
 * @param name what it is called
 * @param passesPerEvent whether there is a pass after each arrival and each end (and those after
 *     arrivals only, as {@code passesOnlyWithRoom} says), not one for all of an instant
 * @param arrivalsFirst whether arrivals come before ends and changes of capacity, not after them
 * @param endsByStart whether ends of one instant come in the order in which the jobs have started,
 *     not in the order of the input
 * @param freesAtEstimatedEnds whether a running job whose estimated end is now counts as gone
 *     although its end is still to be handled
 * @param passesOnlyWithRoom whether a pass after an arrival takes place only if the new job itself
 *     fits into the nodes free now, or the backfill asks for it; without meaning where there is one
 *     pass for all
 */
public record Conventions(
        String name,
        boolean passesPerEvent,
        boolean arrivalsFirst,
        boolean endsByStart,
        boolean freesAtEstimatedEnds,
        boolean passesOnlyWithRoom) {

    /**
     * Ends (in order of job), then changes of capacity, then arrivals (in order of the input), then
     * timers; then one pass. A job of run time 0 ends in another round of the same instant.
     */
    public static final Conventions DANDORI =
            new Conventions("dandori", false, false, false, false, false);

    /**
     * The rules behind Gaussier et al., "Improving Backfilling by using Machine Learning to Predict
     * Running Times", SC 2015: arrivals, then ends in order of their starts, with a pass after each
     * of them. A running job whose estimated end is now counts as free; one that ends early keeps
     * its nodes until then.
     */
    public static final Conventions SC15 = new Conventions("sc15", true, true, true, true, true);

    private static final List<Conventions> PRESETS = List.of(DANDORI, SC15);

    /** The presets, the default first. */
    public static List<Conventions> presets() {
        return PRESETS;
    }

    /** The preset of that name, if there is one. */
    public static Optional<Conventions> named(String text) {
        return PRESETS.stream().filter(preset -> preset.name.equals(text)).findFirst();
    }
}
