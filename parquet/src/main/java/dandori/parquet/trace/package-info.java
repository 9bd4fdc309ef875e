/**
 * Traces that are tables in Parquet.
 *
 * <ul>
 *   <li>{@link dandori.parquet.trace.ParquetTraces} recognizes them and tells by the columns which
 *       it is; {@link dandori.parquet.trace.FugakuLog} and {@link dandori.parquet.trace.Pm100} are
 *       names by which a user may say so.
 *   <li>{@link dandori.parquet.trace.FDataRows}, {@link dandori.parquet.trace.Pm100Rows} and {@link
 *       dandori.parquet.trace.JobTableRows} say what a row of each means; {@link
 *       dandori.parquet.trace.RowKind} knows them by their columns, {@link
 *       dandori.parquet.trace.RowLog} reads row after row.
 *   <li>{@link dandori.parquet.trace.MappedColumns} are those of a table that a mapping of the
 *       user's explains.
 *   <li>{@link dandori.parquet.trace.FugakuGroups} infers resource groups; {@link
 *       dandori.parquet.trace.RowTimes} makes waits and run times of dates.
 *   <li>{@link dandori.parquet.trace.ParquetOutput} writes the job table.
 * </ul>
 */
@NullMarked
package dandori.parquet.trace;

import org.jspecify.annotations.NullMarked;
