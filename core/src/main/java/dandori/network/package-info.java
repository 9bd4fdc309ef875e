/**
 * What the network does to running jobs: {@link dandori.network.NetworkModel} asks, and its
 * implementations answer with more or less care.
 */
@NullMarked
package dandori.network;

import org.jspecify.annotations.NullMarked;
