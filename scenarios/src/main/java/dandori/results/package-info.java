/**
 * Results folders: the files that a run or a study leaves, each of which appears under its name
 * only when it is whole.
 *
 * <ul>
 *   <li>{@link dandori.results.WholeFile} writes beside and renames.
 *   <li>{@link dandori.results.JobsTable} is {@code jobs.csv.gz}, {@link
 *       dandori.results.SeriesTable} is {@code series.csv.gz}, {@link dandori.results.EventsTable}
 *       is {@code events.csv.gz}, {@link dandori.results.LinksTable} is {@code links.csv.gz}.
 *   <li>{@link dandori.results.Manifest} says what made the folder, and whether it is complete;
 *       {@link dandori.results.FoundManifest} is that of a folder that is there.
 *   <li>{@link dandori.results.SummaryTree} is a summary as JSON has it; {@link
 *       dandori.results.JsonText} writes JSON.
 *   <li>{@link dandori.results.MachineTree} is what it takes to draw the machines.
 *   <li>{@link dandori.results.ImportTree} is what became of a trace's lines, as JSON has it.
 *   <li>{@link dandori.results.StreamedTables} writes the tables of jobs as they leave, where a run
 *       does not keep them; {@link dandori.results.PiecesByPlace} puts lines into order.
 *   <li>{@link dandori.results.CellFiles} writes all files of one simulation; {@link
 *       dandori.results.TableFormat} is how tables may be written beside CSV.
 * </ul>
 */
@NullMarked
package dandori.results;

import org.jspecify.annotations.NullMarked;
