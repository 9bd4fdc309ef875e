/** Hashes of schedules, so that no change of one goes unnoticed. */
@NullMarked
package dandori.fingerprint;

import org.jspecify.annotations.NullMarked;
