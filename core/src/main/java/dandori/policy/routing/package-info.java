/**
 * To which machine a job goes: {@link dandori.policy.routing.Home}, the machine with the least work
 * ({@link dandori.policy.routing.LeastLoaded}), the earliest start ({@link
 * dandori.policy.routing.EarliestStart}), the smallest bill ({@link
 * dandori.policy.routing.Cheapest}) or the least carbon ({@link dandori.policy.routing.Greenest}).
 *
 * <p>All but the third cost O(machines) a job that may move.
 */
@NullMarked
package dandori.policy.routing;

import org.jspecify.annotations.NullMarked;
