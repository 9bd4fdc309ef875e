package dandori.trace.sacct;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column that is used. */
enum Column {
    JOB_ID("JobID"),
    JOB_ID_RAW("JobIDRaw"),
    CLUSTER("Cluster"),
    USER("User"),
    UID("UID"),
    ACCOUNT("Account"),
    GROUP("Group"),
    GID("GID"),
    PARTITION("Partition"),
    QOS("QOS"),
    STATE("State"),
    SUBMIT("Submit"),
    ELIGIBLE("Eligible"),
    START("Start"),
    END("End"),
    ELAPSED("Elapsed"),
    ELAPSED_RAW("ElapsedRaw"),
    SUSPENDED("Suspended"),
    TIMELIMIT("Timelimit"),
    TIMELIMIT_RAW("TimelimitRaw"),
    ALLOC_NODES("AllocNodes"),
    NNODES("NNodes"),
    REQ_NODES("ReqNodes"),
    ALLOC_CPUS("AllocCPUS"),
    NCPUS("NCPUS"),
    REQ_CPUS("ReqCPUS"),
    ALLOC_TRES("AllocTRES"),
    REQ_TRES("ReqTRES"),
    ALLOC_GRES("AllocGRES"),
    REQ_GRES("ReqGRES"),
    REQ_MEM("ReqMem"),
    TOTAL_CPU("TotalCPU"),
    NODE_LIST("NodeList"),
    RESTARTS("Restarts");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    /** Its name as sacct writes it. */
    String title() {
        return title;
    }

    /** The column of that name, upper and lower case alike; null if it is none that is used. */
    static @Nullable Column of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (Column column : values()) {
            if (column.title.toLowerCase(Locale.ROOT).equals(wanted)) {
                return column;
            }
        }
        return null;
    }
}
