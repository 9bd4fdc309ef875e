/** What is known by name, checked as a whole. */
@NullMarked
package dandori.spi;

import org.jspecify.annotations.NullMarked;
