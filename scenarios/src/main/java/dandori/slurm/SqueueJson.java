package dandori.slurm;

import dandori.scenario.text.Issues;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what {@code squeue --json} prints, job by job, as the columns that {@link Squeue} knows.
 *
 * <p>Slurm 22.05 writes a number where there is one, and a word for the state; later releases write
 * {@code {"set": true, "infinite": false, "number": 60}}, and a list of the state and its flags.
 * Limits are in minutes, instants in seconds since 1970. Sources: the output of Slurm 22.05.8;
 * Slurm documentation, REST API, {@code job_info} of v0.0.40 and later.
 */
final class SqueueJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Jobs that have left are in the output for some minutes. */
    private static final Set<String> OVER =
            Set.of(
                    "BOOT_FAIL",
                    "CANCELLED",
                    "COMPLETED",
                    "DEADLINE",
                    "FAILED",
                    "NODE_FAIL",
                    "OUT_OF_MEMORY",
                    "PREEMPTED",
                    "REVOKED",
                    "TIMEOUT");

    /** Flags of a state that change nothing here. */
    private static final Set<String> IDLE_FLAGS =
            Set.of("EXPEDITING", "LAUNCH_FAILED", "POWER_UP_NODE", "RECONFIG_FAIL", "RESIZING");

    private static final String MAYBE = "the file is not from 'squeue --json'.";

    private SqueueJson() {}

    /** Whether a text is JSON, and no table. */
    static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    /**
     * Reads the jobs that have not left.
     *
     * @param text the document
     * @param file how issues name it
     * @param take is given each job's columns, and the line at which it begins
     */
    static void read(
            String text, String file, Issues issues, ObjIntConsumer<Map<String, String>> take) {
        boolean hasJobs = false;
        try (JsonParser parser = MAPPER.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isJobs = parser.currentName().equals("jobs");
                boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
                if (isJobs && isList) {
                    hasJobs = true;
                    readJobs(parser, take);
                } else {
                    parser.skipChildren();
                }
            }
            if (!hasJobs) {
                issues.add(file, 0, "has no list 'jobs'.", MAYBE);
            }
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            issues.add(
                    file, Math.max(0, line), "is no JSON, or ends too early.", "it was cut short.");
        }
    }

    private static void readJobs(JsonParser parser, ObjIntConsumer<Map<String, String>> take) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int line = parser.currentTokenLocation().getLineNr();
            Map<String, String> row = row(parser.readValueAs(Map.class));
            if (!OVER.contains(row.get("STATE"))) {
                take.accept(row, line);
            }
        }
    }

    private static Map<String, String> row(Map<?, ?> job) {
        Map<String, String> row = new LinkedHashMap<>();
        String state = state(job.get("job_state"));
        row.put("JOBID", id(job));
        row.put("USER", text(job.get("user_name")));
        row.put("ACCOUNT", text(job.get("account")));
        row.put("PARTITION", text(job.get("partition")));
        row.put("STATE", state);
        row.put("NODES", nodes(job, state));
        row.put("TIME_LIMIT", limit(job.get("time_limit")));
        row.put("START_TIME", instant(job.get("start_time")));
        row.put("SUBMIT_TIME", instant(job.get("submit_time")));
        row.put("DEPENDENCY", text(job.get("dependency")));
        row.put("NAME", text(job.get("name")));
        row.put("REASON", text(job.get("state_reason")));
        return row;
    }

    /** The number as squeue writes it in its table. */
    private static String id(Map<?, ?> job) {
        Long own = number(job.get("job_id"));
        Long array = number(job.get("array_job_id"));
        Long kind = number(job.get("het_job_id"));
        if (array != null && array > 0) {
            Long task = number(job.get("array_task_id"));
            String tasks = text(job.get("array_task_string"));
            if (task != null && tasks.isEmpty()) {
                return array + "_" + task;
            }
            Long most = number(job.get("array_max_tasks"));
            boolean isBound = most != null && most > 0 && !tasks.contains("%");
            return array + "_[" + tasks + (isBound ? "%" + most : "") + "]";
        }
        if (kind != null && kind > 0) {
            return kind + "+" + text(job.get("het_job_offset"));
        }
        return own == null ? "" : own.toString();
    }

    /** The state, or the flag of it that squeue shows in its place. */
    private static String state(@Nullable Object value) {
        if (value instanceof List<?> states) {
            for (int at = states.size() - 1; at >= 0; at--) {
                String one = text(states.get(at));
                if (at == 0 || !IDLE_FLAGS.contains(one)) {
                    return one;
                }
            }
        }
        return text(value);
    }

    /** How many nodes; a range where a waiting job may get more. */
    private static String nodes(Map<?, ?> job, String state) {
        Long nodes = number(job.get("node_count"));
        Long most = number(job.get("max_nodes"));
        boolean isRange = nodes != null && most != null && most > nodes && state.equals("PENDING");
        return nodes == null ? "" : isRange ? nodes + "-" + most : nodes.toString();
    }

    private static String limit(@Nullable Object minutes) {
        Long number = number(minutes);
        return number == null ? "UNLIMITED" : number + ":00";
    }

    private static String instant(@Nullable Object value) {
        Long seconds = number(value);
        return seconds == null || seconds <= 0 ? "" : Instant.ofEpochSecond(seconds).toString();
    }

    /** A number of either layout; null where it is not set or has no bound. */
    private static @Nullable Long number(@Nullable Object value) {
        if (value instanceof Map<?, ?> said) {
            boolean isSet =
                    !Boolean.FALSE.equals(said.get("set"))
                            && !Boolean.TRUE.equals(said.get("infinite"));
            return isSet ? number(said.get("number")) : null;
        }
        return value instanceof Number plain ? Long.valueOf(plain.longValue()) : null;
    }

    private static String text(@Nullable Object value) {
        Long number = number(value);
        return number != null ? number.toString() : value instanceof String word ? word : "";
    }
}
