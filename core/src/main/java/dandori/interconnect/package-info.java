/**
 * Interconnects: how nodes are wired, how far one is from another, and which links lie between.
 *
 * <ul>
 *   <li>{@link dandori.interconnect.Interconnect} asks; {@link dandori.interconnect.Flat} answers
 *       for machines on which place does not matter.
 *   <li>{@link dandori.interconnect.Torus}, of {@link dandori.interconnect.Axis axes}, is a grid of
 *       any number of dimensions; {@link dandori.interconnect.FoldedGrid} is what jobs see of it
 *       where nodes form units.
 *   <li>{@link dandori.interconnect.FatTree}, {@link dandori.interconnect.RailOptimized} and {@link
 *       dandori.interconnect.Dragonfly} have switches.
 *   <li>{@link dandori.interconnect.LinkGroups} are its links in groups that can be read.
 *   <li>{@link dandori.interconnect.SwitchTree} says which nodes share a switch.
 *   <li>{@link dandori.interconnect.MaxMinSharing} shares links among the flows of a {@link
 *       dandori.interconnect.FlowTable}.
 * </ul>
 */
@NullMarked
package dandori.interconnect;

import org.jspecify.annotations.NullMarked;
