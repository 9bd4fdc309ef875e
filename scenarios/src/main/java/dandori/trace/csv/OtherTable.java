package dandori.trace.csv;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tables that come with published logs and hold no jobs, or no sizes. */
enum OtherTable {
    ACME_SUMMARY(
            "a summary by cluster (of Acme), and no jobs",
            "trace_seren.csv or trace_kalos.csv of the same release.",
            fields -> fields.containsAll(List.of("job_num", "gpu_job_num", "avg_que_time_gpu"))),
    FEATURES(
            "a list of columns, and no jobs",
            "the files that it describes.",
            fields -> fields.equals(List.of("Column", "Description", "Type", "Anonymized"))),
    HELIOS_GPUS(
            "how many accelerators each virtual cluster had (of Helios), and no jobs",
            "cluster_log.csv of the same folder.",
            fields ->
                    fields.size() > 2
                            && fields.get(0).equals("date")
                            && fields.get(1).startsWith("vc")),
    PODS_NODES(
            "a list of nodes (of Alibaba), and no jobs",
            "openb_pod_list_default.csv of the same release.",
            fields -> fields.containsAll(List.of("sn", "cpu_milli", "gpu", "model"))),
    PAI_JOBS(
            "the table of jobs of Alibaba's PAI, which says no sizes",
            "pai_task_table.csv of the same release.",
            fields ->
                    fields.containsAll(List.of("job_name", "inst_id", "status", "end_time"))
                                    && !fields.contains("task_name")
                            || fields.size() == 6
                                    && fields.get(0).matches("[0-9a-f]{16,}")
                                    && AlibabaPai.STATUSES.contains(fields.get(3)));

    private final String text;
    private final String instead;

    @SuppressWarnings("ImmutableEnumChecker") // keeps nothing
    private final Predicate<List<String>> isFirstLine;

    OtherTable(String text, String instead, Predicate<List<String>> isFirstLine) {
        this.text = text;
        this.instead = instead;
        this.isFirstLine = isFirstLine;
    }

    /** What it is. */
    String text() {
        return text;
    }

    /** What holds the jobs. */
    String instead() {
        return instead;
    }

    /** The table of a first line, or null. */
    static @Nullable OtherTable of(List<String> fields) {
        for (OtherTable table : values()) {
            if (table.isFirstLine.test(fields)) {
                return table;
            }
        }
        return null;
    }
}
