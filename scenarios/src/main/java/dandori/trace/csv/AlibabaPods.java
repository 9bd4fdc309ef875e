package dandori.trace.csv;

import java.util.List;

/**
 * Pods of a cluster of Alibaba whose accelerators are shared (2023): {@code openb_pod_list}.
 *
 * <p>Weng, Yang, Yu et al., "Beware of Fragmentation: Scheduling GPU-Sharing Workloads with
 * Fragmentation Gradient Descent", USENIX ATC 2023.
 */
public final class AlibabaPods extends PublishedLog {

    /** For {@link java.util.ServiceLoader}. */
    public AlibabaPods() {
        super("alibaba-pods", "Alibaba, the list of pods of 2023");
    }

    @Override
    boolean isOf(List<String> fields) {
        return fields.containsAll(List.of("name", "cpu_milli", "num_gpu", "gpu_milli"))
                && fields.containsAll(List.of("creation_time", "deletion_time"));
    }
}
