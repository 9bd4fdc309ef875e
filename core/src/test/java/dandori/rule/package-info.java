/** One test for each rule that the documentation states, named after it. */
@NullMarked
package dandori.rule;

import org.jspecify.annotations.NullMarked;
