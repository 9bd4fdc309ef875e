/**
 * Wirings: files that say how the nodes of a machine are joined, read into networks.
 *
 * <ul>
 *   <li>{@link dandori.wiring.Wirings} is the way in: a file, or its text, becomes a {@link
 *       dandori.interconnect.GraphNetwork}, or a list of all that is wrong with it.
 *   <li>{@link dandori.wiring.WiringFormat} lists the formats: GraphML, DOT, Slurm's {@code
 *       topology.conf}.
 * </ul>
 *
 * <p>Inside: {@link dandori.wiring.TopologyConf} and {@link dandori.wiring.HostList} read Slurm's
 * file, {@link dandori.wiring.GraphFile} the others; all fill a {@link dandori.wiring.Draft}, which
 * checks the whole.
 */
@NullMarked
package dandori.wiring;

import org.jspecify.annotations.NullMarked;
