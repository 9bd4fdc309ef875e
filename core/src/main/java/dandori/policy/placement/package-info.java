/**
 * On which nodes a job runs: {@link dandori.policy.placement.Counted} does not care, {@link
 * dandori.policy.placement.FirstFit} takes the free nodes with the lowest numbers. On a torus, {@link
 * dandori.policy.placement.TorusBoxes} gives boxes of {@link dandori.policy.placement.Granule}s and
 * {@link dandori.policy.placement.Scattered} any nodes. {@link
 * dandori.policy.placement.Placements} lists them.
 *
 * <p>Inside, a {@code CellMap} says which nodes are in which cell, {@code Cells} which are free, and
 * {@code Forms} which boxes a job may have.
 */
@NullMarked
package dandori.policy.placement;

import org.jspecify.annotations.NullMarked;
