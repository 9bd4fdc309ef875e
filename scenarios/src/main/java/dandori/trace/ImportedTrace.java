package dandori.trace;

import dandori.job.Workload;
import dandori.machine.AllocationUnit;

/**
 * A trace that was read.
 *
 * @param workload the jobs, in order of submission
 * @param header what the file says of itself
 * @param report what was left out, repaired or noted
 * @param unit what the size of a job counts
 * @param machineNodes how large the log says its machine is, in that; 0 if it does not
 */
public record ImportedTrace(
        Workload workload,
        TraceHeader header,
        ImportReport report,
        AllocationUnit unit,
        int machineNodes)
        implements KnownTrace {

    @Override
    public ImportedTrace withReport(ImportReport other) {
        return new ImportedTrace(workload, header, other, unit, machineNodes);
    }

    @Override
    public int largest() {
        int largest = 0;
        for (int job = 0; job < workload.count(); job++) {
            largest = Math.max(largest, workload.jobs().nodes(job));
        }
        return largest;
    }

    @Override
    public long firstSubmitMillis() {
        return workload.jobs().submitMillis(0);
    }

    @Override
    public int unknownWaits() {
        int unknown = 0;
        for (int job = 0; workload.hasLoggedWaits() && job < workload.count(); job++) {
            unknown += workload.jobs().loggedWaitMillis(job) < 0 ? 1 : 0;
        }
        return unknown;
    }
}
