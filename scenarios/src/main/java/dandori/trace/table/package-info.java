/**
 * The job table: a trace as CSV with a column for each thing that a log may say of a job, which
 * other programs read as it is and which is read back without loss.
 *
 * <ul>
 *   <li>{@link dandori.trace.table.JobColumn} lists the columns.
 *   <li>{@link dandori.trace.table.JobTable} is the format, {@link dandori.trace.table.JobTableLog}
 *       a file of it being read, {@link dandori.trace.table.TableOddity} what may be odd in one.
 * </ul>
 *
 * <p>It is written by {@code dandori.trace.export}.
 */
@NullMarked
package dandori.trace.table;

import org.jspecify.annotations.NullMarked;
