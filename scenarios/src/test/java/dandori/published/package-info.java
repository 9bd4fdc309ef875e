/** Training runs that were published, simulated with their failures and compared. */
@NullMarked
package dandori.published;

import org.jspecify.annotations.NullMarked;
