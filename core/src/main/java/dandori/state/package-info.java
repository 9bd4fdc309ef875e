/**
 * The state of a pool at an instant: what a policy looks at.
 *
 * <ul>
 *   <li>{@link dandori.state.Situation} is all that may be known now; it leads to the other two.
 *   <li>{@link dandori.state.Cluster} answers what is free and what runs until when; {@link
 *       dandori.state.RunningJobs} and {@link dandori.state.NodePool} keep it.
 *   <li>{@link dandori.state.WaitQueue} answers who waits, in order, and who would fit; a {@link
 *       dandori.state.JobQueue} keeps it: {@link dandori.state.TournamentQueue} of all jobs, {@link
 *       dandori.state.UserLines} where all jobs of a user have one score, {@link
 *       dandori.state.RankedQueue} whichever of the two is quicker now.
 *   <li>{@link dandori.state.Capacity} says which changes of the nodes in service are known
 *       beforehand.
 *   <li>{@link dandori.state.Profile} is a scratch calendar of free nodes over time, for those who
 *       plan.
 * </ul>
 *
 * <p>Interfaces here are read-only; the classes that keep the state are changed by the simulation
 * alone.
 */
@NullMarked
package dandori.state;

import org.jspecify.annotations.NullMarked;
