/**
 * Scenarios drawn at random, played with all checks on, for as long as one likes.
 *
 * <p>{@link dandori.soak.RandomScenario} writes the scenario of a seed: machines and who uses them
 * by {@link dandori.soak.RandomMachines}, jobs and campaigns by {@link dandori.soak.RandomWork},
 * policies by {@link dandori.soak.RandomPolicies}, what comes in between by {@link
 * dandori.soak.RandomTrouble}. {@link dandori.soak.SoakCase} plays one; {@link dandori.soak.Soak}
 * plays them until its time is over, and {@code .ci/soak} calls that.
 */
@NullMarked
package dandori.soak;

import org.jspecify.annotations.NullMarked;
