/**
 * What breaks, as scenario files have it.
 *
 * <p>{@link dandori.scenario.failure.FailureReader} reads the section; {@link
 * dandori.scenario.failure.FailurePlan} is what it read of one machine, and makes the model of
 * which a run takes its failures.
 */
@NullMarked
package dandori.scenario.failure;

import org.jspecify.annotations.NullMarked;
