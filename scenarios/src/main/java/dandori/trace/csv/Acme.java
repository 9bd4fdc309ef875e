package dandori.trace.csv;

import java.util.List;

/**
 * Jobs of Seren and Kalos, the clusters of Acme (Shanghai AI Laboratory, 2023).
 *
 * <p>Hu, Ye, Wang et al., "Characterization of Large Language Model Development in the Datacenter",
 * NSDI 2024; {@code github.com/InternLM/AcmeTrace}.
 */
public final class Acme extends PublishedLog {

    /** For {@link java.util.ServiceLoader}. */
    public Acme() {
        super("acme", "Acme, tables of Shanghai AI Laboratory");
    }

    @Override
    boolean isOf(List<String> fields) {
        return fields.containsAll(List.of("job_id", "node_num", "gpu_num", "cpu_num", "type"))
                && fields.containsAll(List.of("state", "submit_time", "start_time", "end_time"));
    }
}
