/**
 * Traces out: what a log says of its jobs goes, job by job, into a file of another format, or the
 * same without names.
 *
 * <ul>
 *   <li>{@link dandori.trace.export.TraceExport} is the way out: it writes a file and says what
 *       that cannot hold.
 *   <li>{@link dandori.trace.export.JobStream} is where jobs come from: {@link
 *       dandori.trace.export.JoinedLogs} reads one or several logs in order of time, {@link
 *       dandori.trace.export.Anonymizer} takes away who they were.
 *   <li>{@link dandori.trace.export.TraceOutput} is what a further format implements: {@link
 *       dandori.trace.export.SwfOutput}, {@link dandori.trace.export.BatsimOutput} and {@link
 *       dandori.trace.export.TableOutput} are here. It writes to a {@link
 *       dandori.trace.export.Destination}, as {@link dandori.trace.export.OutputWishes} say.
 *   <li>{@link dandori.trace.export.LoggedField} lists what a log may say of a job; {@link
 *       dandori.trace.export.ExportReport} counts what of it is lost.
 *   <li>{@link dandori.trace.export.Pseudonyms} stand for names under a key, as {@link
 *       dandori.trace.export.AnonymityRules} say; {@link dandori.trace.export.FieldFate} tells what
 *       became of each field.
 * </ul>
 */
@NullMarked
package dandori.trace.export;

import org.jspecify.annotations.NullMarked;
