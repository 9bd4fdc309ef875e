/**
 * Jobs: what was asked for ({@link dandori.job.Jobs}), and the truth that only the simulation may
 * read ({@link dandori.job.Workload}, {@link dandori.job.JobSource}).
 *
 * <ul>
 *   <li>{@link dandori.job.Job} is one job as a record, for tests and for workloads written by
 *       hand.
 *   <li>{@link dandori.job.Jobs} is the read-only view that policies see; a job is an {@code int}
 *       row. {@link dandori.job.ForwardingJobs} is for views that say some things otherwise.
 *   <li>{@link dandori.job.JobTable} holds the columns behind that view, one primitive array each.
 *   <li>{@link dandori.job.Workload} is a table in submission order with its true run times and
 *       names; {@link dandori.job.WorkloadBuilder} makes one, row by row, and {@link
 *       dandori.job.NameTable} gives each name its index.
 *   <li>{@link dandori.job.ValueStore} holds values of jobs that are too many for memory.
 *   <li>{@link dandori.job.JobSource} hands jobs to a run, as a cursor over a workload or reacting
 *       to what has ended.
 *   <li>{@link dandori.job.Dependencies} says which jobs of a workload wait for which, and under
 *       which {@link dandori.job.Condition}.
 *   <li>{@link dandori.job.Standing} says which jobs run or wait when a run begins.
 *   <li>{@link dandori.job.Elasticity} says on how many nodes a job can run and how fast: {@link
 *       dandori.job.Amdahl} and {@link dandori.job.DowneySpeedup} are two laws.
 *   <li>{@link dandori.job.JobState} says what became of a job.
 * </ul>
 */
@NullMarked
package dandori.job;

import org.jspecify.annotations.NullMarked;
