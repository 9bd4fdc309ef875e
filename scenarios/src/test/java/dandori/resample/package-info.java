/** Tests of users who are played anew. */
@NullMarked
package dandori.resample;

import org.jspecify.annotations.NullMarked;
