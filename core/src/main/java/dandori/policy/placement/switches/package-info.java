/**
 * Placements that look at which nodes share a switch ({@link dandori.interconnect.SwitchTree}).
 *
 * <p>{@link dandori.policy.placement.switches.LeafPacking} keeps a job below as few leaf switches
 * as it can and suits fat trees; {@link dandori.policy.placement.switches.RailPacking} keeps it in
 * as few pods and divides it evenly among them; {@link dandori.policy.placement.switches.GroupPack}
 * and {@link dandori.policy.placement.switches.GroupSpread} are the two ends of the choice on a
 * dragonfly. All of them keep the number of free nodes below every switch up to date from what is
 * taken and given, and decide how many nodes to take below which leaf; there the free nodes with
 * the lowest numbers are taken. A node of another pool never counts. Any free nodes do, so a job
 * fits when enough are free in count.
 */
@NullMarked
package dandori.policy.placement.switches;

import org.jspecify.annotations.NullMarked;
