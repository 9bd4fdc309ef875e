/**
 * Statistics of jobs of Fujitsu's Technical Computing Suite: {@link dandori.trace.tcs.Tcs} is the
 * format, {@link dandori.trace.tcs.TcsBlock} one job's keys, {@link dandori.trace.tcs.TcsLog} makes
 * jobs of blocks.
 */
@NullMarked
package dandori.trace.tcs;

import org.jspecify.annotations.NullMarked;
