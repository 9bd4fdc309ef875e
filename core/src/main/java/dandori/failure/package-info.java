/**
 * What breaks, how often, and what becomes of the work that it hits.
 *
 * <p>A {@link dandori.failure.Failure} is one thing that breaks; {@link dandori.failure.Failures}
 * are those of a machine in order of time, the same for every policy. An {@link
 * dandori.failure.Execution} knows how far jobs have got that depend on their nodes and can outlive
 * failures.
 */
@NullMarked
package dandori.failure;

import org.jspecify.annotations.NullMarked;
