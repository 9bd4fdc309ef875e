/**
 * Tables of results as Parquet files.
 *
 * <ul>
 *   <li>{@link dandori.parquet.ParquetFormat} writes a file; it is found as a {@link
 *       dandori.results.TableFormat}.
 *   <li>{@link dandori.parquet.ColumnKind} says of which type each column is.
 *   <li>{@link dandori.parquet.RowWriter} hands rows to Parquet, {@link dandori.parquet.JdkGzip}
 *       packs pages, {@link dandori.parquet.Footer} makes equal tables equal bytes.
 * </ul>
 */
@NullMarked
package dandori.parquet;

import org.jspecify.annotations.NullMarked;
