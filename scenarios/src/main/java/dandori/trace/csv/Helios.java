package dandori.trace.csv;

import java.util.List;

/**
 * Jobs of Helios (SenseTime, 2020): {@code cluster_log.csv}.
 *
 * <p>Hu, Sun, Yan et al., "Characterization and Prediction of Deep Learning Workloads in
 * Large-Scale GPU Datacenters", SC 2021; {@code github.com/S-Lab-System-Group/HeliosData}.
 */
public final class Helios extends PublishedLog {

    /** For {@link java.util.ServiceLoader}. */
    public Helios() {
        super("helios", "Helios, tables of SenseTime");
    }

    @Override
    boolean isOf(List<String> fields) {
        return fields.containsAll(List.of("job_id", "user", "gpu_num", "cpu_num", "node_num"))
                && fields.containsAll(List.of("state", "submit_time", "start_time", "end_time"))
                && !fields.contains("type");
    }
}
