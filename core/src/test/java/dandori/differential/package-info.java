/** Fast code against slow and obvious twins, on seeded random input. */
@NullMarked
package dandori.differential;

import org.jspecify.annotations.NullMarked;
