/**
 * Logs that Slurm's {@code sacct} prints.
 *
 * <ul>
 *   <li>{@link dandori.trace.sacct.Sacct} is the format; {@link dandori.trace.sacct.SacctLog} reads
 *       one log of it, {@link dandori.trace.sacct.SacctJob} says what a line tells of a job.
 *   <li>{@link dandori.trace.sacct.Heading} recognizes the names of columns; {@link
 *       dandori.trace.sacct.Layout} knows where which column stands; {@link
 *       dandori.trace.sacct.Column} lists those that are used, {@link
 *       dandori.trace.sacct.KnownColumns} all that there are, and {@link dandori.trace.sacct.Shape}
 *       what their values look like.
 *   <li>{@link dandori.trace.sacct.LogText} holds bytes, {@link dandori.trace.sacct.Records} cuts
 *       them into jobs and steps, {@link dandori.trace.sacct.Alignment} finds the columns of a line
 *       in which a text holds the delimiter.
 *   <li>{@link dandori.trace.sacct.JobNumber}, {@link dandori.trace.sacct.JobState}, {@link
 *       dandori.trace.sacct.Numbers} and {@link dandori.trace.sacct.Resources} read single values;
 *       {@link dandori.trace.Names} those that are names.
 *   <li>{@link dandori.trace.sacct.SacctOddity} lists what may be odd, {@link
 *       dandori.trace.sacct.Refusal} says what is no such log.
 * </ul>
 */
@NullMarked
package dandori.trace.sacct;

import org.jspecify.annotations.NullMarked;
