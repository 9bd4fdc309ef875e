/**
 * Machines: how many units of what, in which pools and partitions.
 *
 * <ul>
 *   <li>{@link dandori.machine.Machine} is the whole; {@link dandori.machine.Pool} is a disjoint
 *       range of its nodes with one queue and one policy.
 *   <li>{@link dandori.machine.Partition} is a resource group, a view of a pool, open by its {@link
 *       dandori.machine.Calendar}.
 *   <li>{@link dandori.machine.AllocationUnit} says what a job asks for.
 *   <li>{@link dandori.machine.NodeSet} is the set of nodes that a job has, with one canonical text
 *       form.
 *   <li>{@link dandori.machine.Specification} is what else is known about it: {@link
 *       dandori.machine.NodeType} and {@link dandori.machine.Accelerator}, {@link
 *       dandori.machine.Storage}, {@link dandori.machine.Site}, {@link dandori.machine.Prices},
 *       {@link dandori.machine.Reliability}, each made of {@link dandori.machine.Fact}s with a
 *       source and a {@link dandori.machine.Certainty}.
 * </ul>
 */
@NullMarked
package dandori.machine;

import org.jspecify.annotations.NullMarked;
