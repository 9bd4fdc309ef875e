/**
 * Who is entitled to what, and who has had how much.
 *
 * <ul>
 *   <li>Entitled: {@link dandori.policy.share.Accounts}, a tree of {@link
 *       dandori.policy.share.Account}s with shares; {@link dandori.policy.share.AccountTree} is the
 *       same for a run, with a number for each user that submits.
 *   <li>Had: {@link dandori.policy.share.DecayedUsage}, old usage counting less; {@link
 *       dandori.policy.share.Allotments}, what is held now, of several resources, and {@link
 *       dandori.policy.share.HierarchicalShares}, the same down the tree.
 *   <li>Compared: {@link dandori.policy.share.FairTree} and {@link
 *       dandori.policy.share.ClassicShares}, as Slurm compares them.
 * </ul>
 *
 * <p>Nothing here knows jobs or a simulation: the orders of {@code dandori.policy.order} do.
 */
@NullMarked
package dandori.policy.share;

import org.jspecify.annotations.NullMarked;
