/**
 * Many simulations that differ in one thing.
 *
 * <ul>
 *   <li>{@link dandori.experiment.Experiment} lists the {@link dandori.experiment.Cell}s of a
 *       scenario: each policy under each seed.
 *   <li>{@link dandori.experiment.Runner} plays them, each on a thread of its own, and gives a
 *       {@link dandori.experiment.Study}, the same for any number of threads.
 *   <li>{@link dandori.experiment.Measurement} is what one cell came to, by {@link
 *       dandori.experiment.Group}; {@link dandori.experiment.NodesClasses} are the sizes of jobs,
 *       {@link dandori.experiment.Entitlement} says what organizations were due.
 *   <li>{@link dandori.experiment.Spread} is a figure over the seeds, with its interval; {@link
 *       dandori.experiment.Comparison} is that of two policies, seed by seed.
 * </ul>
 */
@NullMarked
package dandori.experiment;

import org.jspecify.annotations.NullMarked;
