/**
 * Limits, budgets and quotas: admissions that say who has enough for now.
 *
 * <ul>
 *   <li>{@link dandori.policy.limit.Limits}: what each organization, user, partition or quality of
 *       service may have at once ({@link dandori.policy.limit.Limit}), and how much node time in a
 *       {@link dandori.policy.limit.Period} ({@link dandori.policy.limit.Budget}).
 *   <li>{@link dandori.policy.limit.FixedQuota}: the machine is cut into parts, one for each {@link
 *       dandori.policy.limit.Owner}.
 *   <li>{@link dandori.policy.limit.LentQuota}: the same, but what lies idle is lent.
 *   <li>{@link dandori.policy.limit.Reclaim}: a preemption by which lenders take it back.
 *   <li>{@link dandori.policy.limit.Both}: two of them at once.
 * </ul>
 *
 * <p>All of them count within one pool.
 */
@NullMarked
package dandori.policy.limit;

import org.jspecify.annotations.NullMarked;
