/**
 * Tables in Parquet in, row by row, of the columns that are asked for.
 *
 * <ul>
 *   <li>{@link dandori.parquet.read.ParquetTable} is the way in: the columns that a file has, and
 *       one row after the other.
 *   <li>{@link dandori.parquet.read.Column} says what a row has in a column: a whole number, a
 *       date, a duration, a text.
 *   <li>{@link dandori.parquet.read.ValueOddity} lists what may be odd in values.
 * </ul>
 *
 * <p>Inside: {@link dandori.parquet.read.FileFooter} reads and checks the end of the file, {@link
 * dandori.parquet.read.ColumnType} says what a column holds; {@link dandori.parquet.read.Pages}
 * reads the pages of a column, one at a time, from {@link dandori.parquet.read.ChunkBytes} by
 * {@link dandori.parquet.read.Unpacking}; the library's readers take them apart and hand each value
 * to a {@link dandori.parquet.read.Cell}. {@link dandori.parquet.read.Damage} is how all of them
 * tell of broken files.
 */
@NullMarked
package dandori.parquet.read;

import org.jspecify.annotations.NullMarked;
