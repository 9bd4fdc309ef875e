/**
 * What breaks, how often, and what becomes of the work that it hits.
 *
 * <p>A {@link dandori.failure.Failure} is one thing that breaks; {@link dandori.failure.Failures}
 * are those of a machine in order of time, the same for every policy. An {@link
 * dandori.failure.Execution} knows how far jobs have got that depend on their nodes and can outlive
 * failures.
 *
 * <p>Where failures come from: a {@link dandori.failure.FailureModel} of hazards, which are nodes
 * ({@link dandori.failure.NodeHazard}: how long they live, how old they are, which are lemons, how
 * long a repair takes), leaf switches ({@link dandori.failure.SwitchHazard}) and software ({@link
 * dandori.failure.SoftwareHazard}).
 *
 * <p>What to do about them, in closed form: {@link dandori.failure.Checkpointing} says how often to
 * write checkpoints, {@link dandori.failure.Interruptions} and {@link
 * dandori.failure.EffectiveTrainingTime} what is lost nevertheless, {@link dandori.failure.Spares}
 * how many nodes to hold in reserve. docs/models/failures.md has sources and limits.
 */
@NullMarked
package dandori.failure;

import org.jspecify.annotations.NullMarked;
