package dandori.cli;

import dandori.results.ExplainedJob;
import dandori.results.JobLine;
import dandori.results.RunFolder;
import dandori.results.Stay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a job waited, as a tree for other programs; the names are those of the tables. */
final class ExplainTree {

    private ExplainTree() {}

    static Map<String, @Nullable Object> of(ExplainedJob explained, RunFolder run) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        if (!run.policy().isEmpty()) {
            tree.put("policy", run.policy());
            tree.put("seed", run.seed());
        }
        JobLine job = explained.job();
        tree.putAll(of(job));
        tree.put("machine", job.machine());
        tree.put("partition", job.partition());
        tree.put("walltime_s", seconds(job.walltimeMillis()));
        tree.put("submit_s", seconds(job.submitMillis()));
        Long start = job.startMillis();
        tree.put("start_s", start == null ? null : seconds(start));
        tree.put("state", job.state());
        tree.put("wait_s", seconds(job.waitMillis()));
        List<Map<String, Object>> parts = new ArrayList<>();
        for (ExplainedJob.Part part : explained.parts()) {
            Map<String, Object> its = new LinkedHashMap<>();
            its.put("from_s", seconds(part.fromMillis()));
            its.put("to_s", seconds(part.toMillis()));
            its.put("reason", part.reason());
            JobLine other = part.forJob();
            if (other != null) {
                its.put("for", of(other));
            }
            if (!part.name().isEmpty()) {
                its.put("name", part.name());
            }
            parts.add(its);
        }
        tree.put("waits", parts);
        if (!explained.stays().isEmpty()) {
            tree.put("stays", explained.stays().stream().map(ExplainTree::of).toList());
        }
        return tree;
    }

    private static Map<String, Object> of(Stay stay) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("start_s", seconds(stay.startMillis()));
        tree.put("end_s", seconds(stay.endMillis()));
        tree.put("nodes", stay.nodes());
        tree.put("end_state", stay.endState());
        tree.put("lost_s", seconds(stay.lostMillis()));
        if (stay.wasSentBack()) {
            tree.put("cause", stay.cause());
        }
        return tree;
    }

    private static Map<String, Object> of(JobLine job) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("job_id", job.id());
        tree.put("organization", job.organization());
        tree.put("user", job.user());
        tree.put("nodes", job.nodes());
        return tree;
    }

    private static Number seconds(long millis) {
        return millis % 1000 == 0
                ? (Number) (millis / 1000)
                : BigDecimal.valueOf(millis, 3).stripTrailingZeros();
    }
}
