/**
 * Workloads made of the users of a log, who are played anew.
 *
 * <ul>
 *   <li>{@link dandori.resample.Resampling} mixes the users of a log into another of any length,
 *       with as many users as you like; {@link dandori.resample.SubTrace} is what one of them did.
 *   <li>{@link dandori.resample.Feedback} lets users wait for their own jobs, as they did: how much
 *       is submitted then depends on the schedule.
 * </ul>
 */
@NullMarked
package dandori.resample;

import org.jspecify.annotations.NullMarked;
