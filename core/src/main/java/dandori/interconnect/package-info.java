/**
 * Interconnects: how far one node is from another.
 *
 * <p>{@link dandori.interconnect.Interconnect} asks, {@link dandori.interconnect.Flat} answers for
 * machines on which place does not matter.
 */
@NullMarked
package dandori.interconnect;

import org.jspecify.annotations.NullMarked;
