package dandori.trace.csv;

import java.util.List;
import java.util.Set;

/**
 * Tasks of Alibaba's Platform for AI (2020): {@code pai_task_table.csv}, which does not name its
 * columns. A task is taken as a job.
 *
 * <p>Weng, Xiao, Yu et al., "MLaaS in the Wild: Workload Analysis and Scheduling in Large-Scale
 * Heterogeneous GPU Clusters", NSDI 2022.
 */
public final class AlibabaPai extends PublishedLog {

    /** The words of its statuses. */
    static final Set<String> STATUSES = Set.of("Terminated", "Failed", "Running", "Waiting");

    private static final int COLUMNS = 10;
    private static final int STATUS = 3;

    /** For {@link java.util.ServiceLoader}. */
    public AlibabaPai() {
        super("alibaba-pai", "Alibaba's PAI, the table of tasks of 2020");
    }

    @Override
    boolean isOf(List<String> fields) {
        boolean isNamed = fields.containsAll(List.of("task_name", "inst_num", "plan_gpu"));
        return isNamed
                || fields.size() == COLUMNS
                        && fields.get(0).matches("[0-9a-f]{16,}")
                        && STATUSES.contains(fields.get(STATUS));
    }
}
