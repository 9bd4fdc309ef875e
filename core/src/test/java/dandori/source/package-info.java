/** Where jobs come from: sources that use rows again, and sources that react. */
@NullMarked
package dandori.source;

import org.jspecify.annotations.NullMarked;
