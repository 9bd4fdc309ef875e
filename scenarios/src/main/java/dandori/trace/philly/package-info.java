/**
 * The log of jobs of Microsoft's Philly clusters as it was published: JSON.
 *
 * <p>{@link dandori.trace.philly.PhillyJobs} is the format, {@link dandori.trace.philly.PhillyLog}
 * reads one file, {@link dandori.trace.philly.PhillyOddity} is what may be noted.
 */
@NullMarked
package dandori.trace.philly;

import org.jspecify.annotations.NullMarked;
