/**
 * On which nodes a job runs. {@link dandori.policy.placement.Placements} lists the placements.
 *
 * <p>{@link dandori.policy.placement.Counted} does not care. By node numbers: {@link
 * dandori.policy.placement.FirstFit} takes the lowest free ones, {@link
 * dandori.policy.placement.BestFit} the shortest run that is long enough. As baselines: {@link
 * dandori.policy.placement.RandomNodes} and {@link dandori.policy.placement.RoundRobin}. By
 * switches: {@link dandori.policy.placement.switches}.
 */
@NullMarked
package dandori.policy.placement;

import org.jspecify.annotations.NullMarked;
