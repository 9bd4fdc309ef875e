/**
 * Who starts, in the order of the queue and out of it.
 *
 * <ul>
 *   <li>{@link dandori.policy.backfill.NoBackfill}: nobody overtakes.
 *   <li>{@link dandori.policy.backfill.Easy}: one reservation, for the head; {@link
 *       dandori.policy.backfill.ShortestBackfill} takes the candidates shortest first, {@link
 *       dandori.policy.backfill.IdentityEasy} reserves nodes and not their number, {@link
 *       dandori.policy.backfill.LookAhead} starts those that use the most nodes together, {@link
 *       dandori.policy.backfill.DeadlineBackfill} reserves for those, too, whose deadline is near.
 *   <li>{@link dandori.policy.backfill.Depth}: reservations for the first K, rebuilt at each pass;
 *       for all of them, it is {@code replan}.
 *   <li>{@link dandori.policy.backfill.Conservative}: a promise to everybody, kept; {@link
 *       dandori.policy.backfill.Slack}: one that may be missed by so much.
 *   <li>{@link dandori.policy.backfill.Preemptive}: who runs is chosen anew at each pass; {@link
 *       dandori.policy.backfill.Rounds}: in each round, for an {@link
 *       dandori.policy.backfill.Objective}; {@link dandori.policy.backfill.Gang}: in time slices,
 *       by turns.
 *   <li>Elastic jobs: {@link dandori.policy.backfill.Malleable} changes their sizes while they run,
 *       {@link dandori.policy.backfill.Moldable} chooses them when they start.
 *   <li>Bounds and baselines: {@link dandori.policy.backfill.Unlimited} (nodes without end), {@link
 *       dandori.policy.backfill.AsLogged} (what the log says), and {@code clairvoyant}, which is
 *       EASY on exact estimates.
 * </ul>
 *
 * <p>{@link dandori.policy.backfill.Backfills} lists them.
 */
@NullMarked
package dandori.policy.backfill;

import org.jspecify.annotations.NullMarked;
