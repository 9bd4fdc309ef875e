/** All small worlds, and laws that hold in them. */
@NullMarked
package dandori.exhaustive;

import org.jspecify.annotations.NullMarked;
