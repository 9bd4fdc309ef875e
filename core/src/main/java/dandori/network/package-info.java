/**
 * What the network does to running jobs: {@link dandori.network.NetworkModel} asks, and its
 * implementations answer with more or less care.
 *
 * <p>{@link dandori.network.Networks} makes them, {@link dandori.network.Fidelity} names them.
 * {@link dandori.network.StaticSlowdown} looks at where a job stands; {@link
 * dandori.network.LinkSharing} at all links and all running jobs. docs/models/network.md has the
 * physics and the limits.
 */
@NullMarked
package dandori.network;

import org.jspecify.annotations.NullMarked;
