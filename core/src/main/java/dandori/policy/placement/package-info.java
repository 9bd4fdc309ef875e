/**
 * On which nodes a job runs. {@link dandori.policy.placement.Placements} lists the placements.
 *
 * <p>{@link dandori.policy.placement.Counted} does not care. By node numbers: {@link
 * dandori.policy.placement.FirstFit} takes the lowest free ones, {@link
 * dandori.policy.placement.BestFit} the shortest run that is long enough. As baselines: {@link
 * dandori.policy.placement.RandomNodes} and {@link dandori.policy.placement.RoundRobin}. By
 * switches: {@link dandori.policy.placement.switches}.
 *
 * <p>On a torus, {@link dandori.policy.placement.TorusBoxes} gives boxes of {@link
 * dandori.policy.placement.Granule}s and {@link dandori.policy.placement.Scattered} any nodes.
 * Inside, a {@code CellMap} says which nodes are in which cell, {@code Cells} which are free, and
 * {@code Forms} which boxes a job may have.
 */
@NullMarked
package dandori.policy.placement;

import org.jspecify.annotations.NullMarked;
