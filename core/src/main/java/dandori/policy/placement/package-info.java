/**
 * On which nodes a job runs: {@link dandori.policy.placement.Counted} does not care, {@link
 * dandori.policy.placement.FirstFit} takes the free nodes with the lowest numbers. {@link
 * dandori.policy.placement.Placements} lists them.
 */
@NullMarked
package dandori.policy.placement;

import org.jspecify.annotations.NullMarked;
