package dandori.trace.csv;

import java.util.List;

/**
 * Jobs of Microsoft's Philly clusters (2017) as a table: {@code timestamp}, {@code duration},
 * {@code num_gpus}, {@code gpu_time}, {@code cluster}, which is a virtual cluster.
 *
 * <p>Jeon, Venkataraman, Phanishayee et al., "Analysis of Large-Scale Multi-Tenant GPU Clusters for
 * DNN Training Workloads", USENIX ATC 2019.
 */
public final class Philly extends PublishedLog {

    /** For {@link java.util.ServiceLoader}. */
    public Philly() {
        super("philly", "Philly, a table of Microsoft's");
    }

    @Override
    boolean isOf(List<String> fields) {
        return fields.containsAll(List.of("timestamp", "duration", "num_gpus", "cluster"));
    }
}
