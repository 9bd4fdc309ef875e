/**
 * The simulation: it moves time, applies what happens, asks the policy and tells the observers.
 *
 * <ul>
 *   <li>{@link dandori.sim.Simulation} is a machine, a workload, a policy and a seed; {@code run()}
 *       gives an {@link dandori.sim.Outcome}.
 *   <li>{@link dandori.sim.Conventions} say what happens first at one instant.
 *   <li>{@link dandori.sim.Checking} says how much a run checks itself; a failed check is a {@link
 *       dandori.sim.CheckFailedException}.
 *   <li>{@link dandori.sim.Overrun} says what becomes of jobs that would run past their walltime.
 *   <li>{@link dandori.sim.Routing} sends each job to a pool.
 * </ul>
 */
@NullMarked
package dandori.sim;

import org.jspecify.annotations.NullMarked;
