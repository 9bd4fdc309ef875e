/**
 * Traces: logs of real machines, read into workloads, with a report of everything that was odd.
 *
 * <ul>
 *   <li>{@link dandori.trace.Traces} is the way in: a file becomes a workload, packed or not.
 *   <li>{@link dandori.trace.ImportRules} say how lines become jobs; {@link
 *       dandori.trace.ImportedTrace} is what comes out: the workload, the {@link
 *       dandori.trace.TraceHeader} and the {@link dandori.trace.ImportReport}, whose notes count
 *       every repair.
 *   <li>{@link dandori.trace.TraceFormat} is what a further format implements; {@link
 *       dandori.trace.Swf}, the Standard Workload Format, is the first.
 *   <li>{@link dandori.trace.TraceProfile} describes a trace: machine, span, load, distributions;
 *       {@link dandori.trace.TraceProfileText} and {@link dandori.trace.ImportReportText} lay it
 *       out for a terminal.
 *   <li>{@link dandori.trace.TraceException} says in one paragraph why a file cannot be used.
 * </ul>
 *
 * <p>Inside: {@link dandori.trace.TraceFile} opens and unpacks, {@link dandori.trace.SwfLines}
 * turns bytes into numbers, {@link dandori.trace.SwfReader} tells comments from jobs and refuses
 * what is no trace, {@link dandori.trace.SwfJobs} applies the rules, {@link dandori.trace.Finding}
 * lists what may be noted.
 */
@NullMarked
package dandori.trace;

import org.jspecify.annotations.NullMarked;
