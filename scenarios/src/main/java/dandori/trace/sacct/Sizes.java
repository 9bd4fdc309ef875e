package dandori.trace.sacct;

import dandori.trace.Findings;
import dandori.trace.LoggedJob;
import org.jspecify.annotations.Nullable;

/** How large a job is: nodes, processors, accelerators, memory. */
final class Sizes {

    private final Values values;
    private final Findings findings;
    private final Resources allocated = new Resources();
    private final Resources requested = new Resources();
    private final Resources generic = new Resources();

    Sizes(Values values, Findings findings) {
        this.values = values;
        this.findings = findings;
    }

    /**
     * Whether a job of no run time had no nodes: sacct says so by no resources, by "None assigned"
     * for their names, or not at all but for the state.
     */
    boolean isNothingAllocated(@Nullable JobState state) {
        if (values.has(Column.ALLOC_TRES)) {
            return values.from(Column.ALLOC_TRES) == values.to(Column.ALLOC_TRES);
        }
        if (values.has(Column.NODE_LIST)) {
            return !values.isSaid(Column.NODE_LIST);
        }
        return state == JobState.CANCELLED || state == JobState.DEADLINE;
    }

    /** Fills in the sizes; what was allocated counts as requested where it is more. */
    void fill(LoggedJob job) {
        read(Column.ALLOC_TRES, allocated);
        if (values.areEqual(Column.ALLOC_TRES, Column.REQ_TRES)) {
            requested.copy(allocated);
        } else {
            read(Column.REQ_TRES, requested);
        }
        job.allocatedNodes =
                firstOf(values.count(Column.ALLOC_NODES), allocated.nodes, Column.NNODES);
        job.requestedNodes = firstOf(values.count(Column.REQ_NODES), requested.nodes, null);
        job.allocatedProcessors =
                firstOf(values.count(Column.ALLOC_CPUS), allocated.cpus, Column.NCPUS);
        job.requestedProcessors = firstOf(values.count(Column.REQ_CPUS), requested.cpus, null);
        job.allocatedAccelerators = accelerators(allocated, Column.ALLOC_GRES, 1);
        long nodes = Math.max(1, Math.max(job.allocatedNodes, job.requestedNodes));
        job.requestedAccelerators = accelerators(requested, Column.REQ_GRES, nodes);
        fillUse(job, nodes);
        boolean more =
                isMore(job.allocatedNodes, job.requestedNodes)
                        || isMore(job.allocatedProcessors, job.requestedProcessors)
                        || isMore(job.allocatedAccelerators, job.requestedAccelerators);
        if (more) {
            findings.add(SacctOddity.MORE_ALLOCATED);
        }
        job.requestedNodes = atLeast(job.requestedNodes, job.allocatedNodes);
        job.requestedProcessors = atLeast(job.requestedProcessors, job.allocatedProcessors);
        job.requestedAccelerators = atLeast(job.requestedAccelerators, job.allocatedAccelerators);
    }

    private void read(Column column, Resources into) {
        into.clear();
        if (values.has(column)) {
            into.read(values.bytes(), values.from(column), values.to(column));
        }
    }

    private long firstOf(long own, long ofResources, @Nullable Column third) {
        return own > 0 ? own : Math.max(ofResources, third == null ? -1 : values.count(third));
    }

    private long accelerators(Resources resources, Column column, long times) {
        if (resources.gpus <= 0 && values.isSaid(column)) {
            generic.readGeneric(values.bytes(), values.from(column), values.to(column), times);
            return Math.max(generic.gpus, resources.gpus);
        }
        return resources.gpus;
    }

    private static boolean isMore(long allocated, long requested) {
        return requested > 0 && allocated > requested;
    }

    private static long atLeast(long requested, long allocated) {
        return isMore(allocated, requested) ? allocated : requested;
    }

    /** Memory asked for and CPU time used, by processor. */
    private void fillUse(LoggedJob job, long nodes) {
        long processors = Math.max(job.allocatedProcessors, job.requestedProcessors);
        long cpuMillis = values.millis(Column.TOTAL_CPU);
        if (processors <= 0) {
            return;
        }
        job.cpuMillis = cpuMillis < 0 ? -1 : cpuMillis / processors;
        long memory = requested.memoryKilobytes;
        if (memory < 0 && values.isSaid(Column.REQ_MEM)) {
            int from = values.from(Column.REQ_MEM);
            int to = values.to(Column.REQ_MEM);
            memory = Resources.kilobytes(values.bytes(), from, to);
            int last = values.bytes()[to - 1];
            memory *= memory < 0 ? 1 : last == 'c' ? processors : last == 'n' ? nodes : 1;
        }
        job.requestedMemoryKilobytes = memory < 0 ? -1 : memory / processors;
    }
}
