/** Programs as a user of the library would write them, compiled and run by the tests. */
@NullMarked
package dandori.examples;

import org.jspecify.annotations.NullMarked;
