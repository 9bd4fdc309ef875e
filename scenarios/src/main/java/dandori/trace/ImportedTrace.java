package dandori.trace;

import dandori.job.Workload;

/**
 * A trace that was read.
 *
 * @param workload the jobs, in order of submission
 * @param header what the file says of itself
 * @param report what was left out, repaired or noted
 */
public record ImportedTrace(Workload workload, TraceHeader header, ImportReport report) {}
