/**
 * Traces: logs of real machines, read into workloads, with a report of everything that was odd.
 *
 * <ul>
 *   <li>{@link dandori.trace.Traces} is the way in: a file becomes a workload, packed or not.
 *   <li>{@link dandori.trace.ImportRules} say how lines become jobs; {@link
 *       dandori.trace.ImportedTrace} is what comes out: the workload, the {@link
 *       dandori.trace.TraceHeader} and the {@link dandori.trace.ImportReport}, whose notes count
 *       every repair.
 *   <li>A {@link dandori.trace.KnownTrace} is either that or, where there are more jobs than are to
 *       be kept, a {@link dandori.trace.StreamedTrace}, whose {@link dandori.trace.StreamedJobs}
 *       are read again by each run, with the {@link dandori.trace.TraceNames} of the first reading.
 *   <li>{@link dandori.trace.TraceFormat} is what a further format implements: a {@link
 *       dandori.trace.JobLog} that tells of one {@link dandori.trace.LoggedJob} after the other.
 *       {@link dandori.trace.Swf}, the Standard Workload Format, is the first; tables are read in
 *       {@code dandori.trace.csv}.
 *   <li>{@link dandori.trace.SwfWriter} writes that format.
 *   <li>{@link dandori.trace.TraceProfile} describes a trace: machine, span, load, distributions;
 *       {@link dandori.trace.TraceProfileText} and {@link dandori.trace.ImportReportText} lay it
 *       out for a terminal.
 *   <li>{@link dandori.trace.TraceException} says in one paragraph why a file cannot be used.
 * </ul>
 *
 * <p>Inside: {@link dandori.trace.TraceFile} opens and unpacks; {@link dandori.trace.FolderLog} is
 * a folder as one log, made of {@link dandori.trace.LogPart}s, whose files {@link
 * dandori.trace.JoinedBytes} reads one after the other, and joined by {@link
 * dandori.trace.MergedLogs}; {@link dandori.trace.SwfLines} turns bytes into numbers, {@link
 * dandori.trace.SwfLog} these into what the log says of a job; {@link dandori.trace.JobIntake}
 * applies the rules, {@link dandori.trace.JobSurvey} notes what must be known of all jobs
 * beforehand; {@link dandori.trace.JobReadings} read a trace anew, one {@link
 * dandori.trace.UsedJob} after the other, {@link dandori.trace.MovedJobs} sorts those out of order,
 * {@link dandori.trace.JobRows} holds those that are there; {@link dandori.trace.TraceImport} makes
 * the report; {@link dandori.trace.Finding} lists what may be noted, {@link dandori.trace.Oddity}
 * is the form of what single formats add.
 */
@NullMarked
package dandori.trace;

import org.jspecify.annotations.NullMarked;
