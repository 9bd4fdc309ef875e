/** Tests of models that are fitted to logs. */
@NullMarked
package dandori.fit;

import org.jspecify.annotations.NullMarked;
