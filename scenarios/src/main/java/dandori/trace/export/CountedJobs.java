package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.LoggedJob;
import dandori.trace.TraceHeader;

/** Jobs as they come, and what is known of how many. */
final class CountedJobs implements JobStream {

    private final JobStream jobs;
    private final FieldCounts known = new FieldCounts();
    private long count;
    private long leftOut;
    private long unsorted;
    private long notAscending;
    private long latestMillis = Long.MIN_VALUE;
    private long highestId = Long.MIN_VALUE;

    CountedJobs(JobStream jobs) {
        this.jobs = jobs;
    }

    @Override
    public boolean next(LoggedJob job) {
        if (!jobs.next(job)) {
            return false;
        }
        count++;
        known.add(job);
        unsorted += job.submitMillis < latestMillis ? 1 : 0;
        latestMillis = Math.max(latestMillis, job.submitMillis);
        notAscending += job.id <= highestId ? 1 : 0;
        highestId = Math.max(highestId, job.id);
        return true;
    }

    @Override
    public void leaveOut() {
        leftOut++;
    }

    /** Jobs that were read. */
    long count() {
        return count;
    }

    /** Jobs that were written. */
    long writtenCount() {
        return count - leftOut;
    }

    FieldCounts known() {
        return known;
    }

    /** Jobs submitted before an earlier one. */
    long unsortedCount() {
        return unsorted;
    }

    /** Jobs whose number is not above all earlier ones. */
    long notAscendingCount() {
        return notAscending;
    }

    @Override
    public String name() {
        return jobs.name();
    }

    @Override
    public TraceHeader header() {
        return jobs.header();
    }

    @Override
    public int machineSize() {
        return jobs.machineSize();
    }

    @Override
    public AllocationUnit unit() {
        return jobs.unit();
    }
}
