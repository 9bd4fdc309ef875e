/**
 * Logs that are tables of text: with a mapping of the user's, or with one of ours.
 *
 * <ul>
 *   <li>{@link dandori.trace.csv.Csv} is the format with a mapping file; {@link
 *       dandori.trace.csv.Philly}, {@link dandori.trace.csv.Acme}, {@link
 *       dandori.trace.csv.Helios}, {@link dandori.trace.csv.AlibabaPai} and {@link
 *       dandori.trace.csv.AlibabaPods} are published logs, whose mappings are resources.
 *   <li>Inside: {@link dandori.trace.lines.CsvRows} cuts bytes into fields; {@link
 *       dandori.trace.csv.CsvHeader} finds the columns, {@link dandori.trace.csv.CsvValues} reads
 *       numbers and times, {@link dandori.trace.csv.MappedJobs} makes jobs of rows, which {@link
 *       dandori.trace.csv.CsvLog} goes through.
 *   <li>{@link dandori.trace.csv.MappedTables} reads with a mapping what is no text but a {@link
 *       dandori.trace.csv.TypedTable}; a {@link dandori.trace.csv.MappedRow} is one of either.
 *   <li>{@link dandori.trace.csv.CsvMappingReader} reads mapping files by {@link
 *       dandori.trace.csv.CsvSections} into a {@link dandori.trace.csv.CsvMapping}.
 *   <li>{@link dandori.trace.csv.CsvOddity} is what may be noted; {@link
 *       dandori.trace.csv.OtherTable} names known tables without jobs.
 * </ul>
 */
@NullMarked
package dandori.trace.csv;

import org.jspecify.annotations.NullMarked;
