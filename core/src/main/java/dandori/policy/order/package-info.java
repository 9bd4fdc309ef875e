/**
 * Who comes first in the queue. Each order is a class with its source; {@link
 * dandori.policy.order.Orders} lists them.
 *
 * <p>In the formulas t is now, s the time of submission, w = t - s the wait, n the nodes, e the
 * estimate, all in seconds; arguments of logarithms and divisors are taken as at least 1. {@link
 * dandori.policy.order.Terms} has these.
 *
 * <ul>
 *   <li>By arrival: {@link dandori.policy.order.Fcfs}.
 *   <li>By size: {@link dandori.policy.order.ShortestFirst}, {@link
 *       dandori.policy.order.LongestFirst}, {@link dandori.policy.order.SmallestAreaFirst}, {@link
 *       dandori.policy.order.LargestAreaFirst}, {@link dandori.policy.order.FewestNodesFirst}.
 *   <li>By wait and size: {@link dandori.policy.order.LargestExpansionFirst}, {@link
 *       dandori.policy.order.Wfp3}, {@link dandori.policy.order.Unicef}.
 *   <li>Learned: {@link dandori.policy.order.Learned}.
 *   <li>Of training clusters, best with {@code preemptive}: {@link
 *       dandori.policy.order.LeastAttained} and {@link dandori.policy.order.Gittins} know nothing
 *       of a job but what it has had, {@link dandori.policy.order.ShortestRemaining} knows all,
 *       {@link dandori.policy.order.QuasiShortest} what its user's jobs were like, {@link
 *       dandori.policy.order.Themis} who fares worst.
 *   <li>By shares: {@link dandori.policy.order.FairTreeOrder}, {@link
 *       dandori.policy.order.FairShare} and {@link dandori.policy.order.Multifactor} by what users
 *       have had, {@link dandori.policy.order.DominantShare} by what they hold. What a site gives
 *       its jobs beside is in {@link dandori.policy.order.SiteFactors}.
 * </ul>
 */
@NullMarked
package dandori.policy.order;

import org.jspecify.annotations.NullMarked;
