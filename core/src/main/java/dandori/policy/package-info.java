/**
 * Who gets which nodes, when, under which rule: the questions. The answers stand in the packages
 * below.
 *
 * <ul>
 *   <li>{@link dandori.policy.Policy} is six parts with a name: {@link dandori.policy.Order} (who
 *       comes first; {@code order}), {@link dandori.policy.Admission} (who may be considered at
 *       all; {@code admission}), {@link dandori.policy.Backfill} (who starts, in and out of order;
 *       {@code backfill}), {@link dandori.policy.Placement} (on which nodes; {@code placement}),
 *       {@link dandori.policy.Estimates} (how long the rules are told that a job runs), {@link
 *       dandori.policy.Preemption} (which running jobs make way; {@code preemption}).
 *   <li>{@link dandori.policy.Scheduler} is the escape hatch for whoever wants to decide
 *       everything; {@link dandori.policy.ComposedScheduler} makes one of a policy.
 *   <li>{@link dandori.policy.Actions} is all that a policy can do; each attempt is answered by a
 *       {@link dandori.policy.Verdict}.
 *   <li>{@code spi} makes parts known to scenario files.
 * </ul>
 */
@NullMarked
package dandori.policy;

import org.jspecify.annotations.NullMarked;
