/**
 * Studies without files: machines, jobs and policies made in Java, under several seeds.
 *
 * <ul>
 *   <li>{@link dandori.trial.Trials} is what is compared, put together call by call.
 *   <li>{@link dandori.trial.TrialResult} is what it came to: figures, intervals, differences, and
 *       a table.
 *   <li>{@link dandori.trial.TrialPlan} makes of it the scenario that a file would have said, and
 *       {@link dandori.trial.TrialCells} plays it on all processors.
 * </ul>
 */
@NullMarked
package dandori.trial;

import org.jspecify.annotations.NullMarked;
