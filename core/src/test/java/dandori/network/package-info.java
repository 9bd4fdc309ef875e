/** The network models against slow twins that need to see inside them. */
@NullMarked
package dandori.network;

import org.jspecify.annotations.NullMarked;
