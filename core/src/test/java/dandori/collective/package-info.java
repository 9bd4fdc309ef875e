/** Models of collectives against what was measured. */
@NullMarked
package dandori.collective;

import org.jspecify.annotations.NullMarked;
