package dandori.trace;

import dandori.machine.AllocationUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a trace says of itself before its jobs are read.
 *
 * @param header its header
 * @param unit what the sizes of its jobs count unless the user wants something else
 */
public record LogBeginning(TraceHeader header, AllocationUnit unit) {

    /**
     * What the sizes of its jobs count.
     *
     * @param wanted by the user; null: nothing
     */
    public AllocationUnit counts(@Nullable AllocationUnit wanted) {
        return wanted == null ? unit : wanted;
    }

    /**
     * The machine's size in units of the workload; 0 if unknown.
     *
     * @param wanted what the user wants sizes to count; null: what they do
     * @param processorsPerNode how many processors make a unit
     */
    public int machineNodes(@Nullable AllocationUnit wanted, int processorsPerNode) {
        AllocationUnit counts = counts(wanted);
        int size = header.machineSize(counts, unit, processorsPerNode);
        return counts == AllocationUnit.PROCESSOR
                ? (int) (((long) size + processorsPerNode - 1) / processorsPerNode)
                : size;
    }
}
