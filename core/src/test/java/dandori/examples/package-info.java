/** Extensions as a user would write them, compiled and run by the tests. */
@NullMarked
package dandori.examples;

import org.jspecify.annotations.NullMarked;
