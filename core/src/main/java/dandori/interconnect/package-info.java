/**
 * Interconnects: how nodes are wired, how far one is from another, and which links lie between.
 *
 * <p>{@link dandori.interconnect.Interconnect} asks, {@link dandori.interconnect.Flat} answers for
 * machines on which place does not matter; {@link dandori.interconnect.SwitchTree} says which nodes
 * share a switch.
 */
@NullMarked
package dandori.interconnect;

import org.jspecify.annotations.NullMarked;
