/**
 * What is measured. An {@link dandori.metric.Observer} is told what happens and can neither decide
 * nor delay.
 *
 * <ul>
 *   <li>{@link dandori.metric.JobLog} has the start, end and state of every job; {@link
 *       dandori.metric.JobFigures} are the waits and slowdowns of some of them, {@link
 *       dandori.metric.Figure} is one of these.
 *   <li>{@link dandori.metric.Recorder} keeps peaks of queue and backlog; {@link
 *       dandori.metric.Series} keeps them over time.
 *   <li>{@link dandori.metric.EventLog} has what else happened, by {@link
 *       dandori.metric.EventKind}; {@link dandori.metric.EventBook} is where it is written.
 *   <li>{@link dandori.metric.Summary} is what a run comes to, within a {@link
 *       dandori.metric.Window}; a {@link dandori.metric.JobReader} reads each job as it leaves,
 *       where a run cannot keep them all, and {@link dandori.metric.StreamedTally} sums them up so.
 *   <li>{@link dandori.metric.ExactSum} is a sum in whatever order; {@link
 *       dandori.metric.ManyValues} selects one of more values than may be in memory.
 * </ul>
 */
@NullMarked
package dandori.metric;

import org.jspecify.annotations.NullMarked;
