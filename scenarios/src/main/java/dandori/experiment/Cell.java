package dandori.experiment;

import dandori.scenario.PolicyParts;
import dandori.scenario.sweep.Variant;
import java.util.Locale;

/**
 * One simulation of an experiment.
 *
 * @param number its place, from 0: of the first variant all policies of the first seed, then those
 *     of the next; then the next variant
 * @param variant the scenario under one combination of the values of its sweeps
 * @param policy the policy
 * @param seed the seed of its jobs
 */
public record Cell(int number, Variant variant, PolicyParts policy, int seed) {

    /** The name of its folder below {@code cells}: {@code 0007}. */
    public String folder() {
        return folder(number);
    }

    /** The name of the folder of the cell of a number. */
    public static String folder(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }

    /** The jobs that it meets: cells of one draw share them. */
    Draw draw() {
        return new Draw(VariantWorkloads.world(variant), seed);
    }

    /**
     * Jobs as they come under a seed.
     *
     * @param world what they and the machines depend on beside it
     * @param seed the seed
     */
    record Draw(String world, int seed) {}
}
