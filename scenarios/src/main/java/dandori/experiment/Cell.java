package dandori.experiment;

import dandori.scenario.PolicyParts;
import java.util.Locale;

/**
 * One simulation of an experiment.
 *
 * @param number its place, from 0: all policies of the first seed, then those of the next
 * @param policy the policy
 * @param seed the seed of its jobs
 */
public record Cell(int number, PolicyParts policy, int seed) {

    /** The name of its folder below {@code cells}: {@code 0007}. */
    public String folder() {
        return String.format(Locale.ROOT, "%04d", number);
    }
}
