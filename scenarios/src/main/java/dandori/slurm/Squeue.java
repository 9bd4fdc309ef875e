package dandori.slurm;

import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.scenario.text.Issues;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads a snapshot of who runs and waits: the output of {@code squeue --json}, or that of {@code
 * squeue} with fields between {@code |} and the header that squeue prints, in any order: {@code
 * squeue -o "%i|%u|%a|%P|%T|%D|%l|%M|%V|%E|%j|%r"}. Needed are JOBID, STATE (or ST), NODES and
 * TIME_LIMIT; and for jobs that run TIME (so far) or START_TIME. Slurm documentation, squeue(1).
 *
 * <p>Times are those of the zone of the instant at which the snapshot was taken, which is time 0.
 * What runs goes on for a share of what its limit leaves it; what waits will run for that share of
 * its limit. Task 5 of array 12 is job 120000005.
 */
public final class Squeue {

    private static final List<String> RUNNING =
            List.of(
                    "RUNNING",
                    "R",
                    "COMPLETING",
                    "CG",
                    "CONFIGURING",
                    "CF",
                    "STAGE_OUT",
                    "SO",
                    "SIGNALING",
                    "SI");
    private static final List<String> WAITING =
            List.of("PENDING", "PD", "REQUEUED", "RQ", "REQUEUE_FED", "RF");
    private static final List<String> NEEDED = List.of("JOBID", "STATE", "NODES", "TIME_LIMIT");
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "ST",
                    "STATE",
                    "TIMELIMIT",
                    "TIME_LIMIT",
                    "SUBMITTIME",
                    "SUBMIT_TIME",
                    "STARTTIME",
                    "START_TIME",
                    "TIMEUSED",
                    "TIME",
                    "JOBARRAYID",
                    "JOBID",
                    "NUMNODES",
                    "NODES",
                    "ELAPSED",
                    "TIME");

    private final String file;
    private final ZonedDateTime taken;
    private final double share;
    private final Issues issues;
    private final SlurmNotes notes = new SlurmNotes();
    private final WorkloadBuilder builder;
    private final SqueueLinks links;
    private int runningNodes;

    private Squeue(String file, ZonedDateTime taken, double share, Issues issues) {
        this.file = file;
        this.taken = taken;
        this.share = share;
        this.issues = issues;
        builder = new WorkloadBuilder(file).origin(taken);
        links = new SqueueLinks(builder, notes, file);
    }

    /**
     * A snapshot.
     *
     * @param workload the jobs, of which some run and some wait at time 0; their organizations are
     *     Slurm's accounts
     * @param notes what was left out or taken otherwise
     * @param runningNodes how many nodes those have that run
     */
    public record Snapshot(Workload workload, SlurmNotes notes, int runningNodes) {}

    /**
     * Reads a file.
     *
     * @param path the file
     * @param taken when the snapshot was taken
     * @param share how much of its time limit, or of what is left of it, each job uses; above 0, at
     *     most 1
     * @param issues what is wrong with it
     */
    public static Snapshot read(Path path, ZonedDateTime taken, double share, Issues issues) {
        Squeue squeue = new Squeue(path.getFileName().toString(), taken, share, issues);
        String text = SlurmText.read(path, "", 0, issues);
        if (text != null && SqueueJson.isJson(text)) {
            SqueueJson.read(text, squeue.file, issues, squeue::take);
        } else if (text != null) {
            squeue.read(text.split("\\R"));
        }
        squeue.links.link();
        return new Snapshot(squeue.builder.build(), squeue.notes, squeue.runningNodes);
    }

    private void read(String[] lines) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            String[] cells = lines[i].split("\\|", -1);
            if (columns.isEmpty()) {
                if (!readHeader(cells, columns, i + 1)) {
                    return;
                }
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            columns.forEach(
                    (name, at) -> row.put(name, at < cells.length ? cells[at].strip() : ""));
            if (cells.length < columns.size()) {
                issues.add(
                        file,
                        i + 1,
                        "has %d fields, but the header %d.".formatted(cells.length, columns.size()),
                        "a name holds '|': leave that column out.");
            } else {
                take(row, i + 1);
            }
        }
        if (columns.isEmpty()) {
            issues.add(file, 0, "is empty, where the output of squeue is expected.", null);
        }
    }

    private boolean readHeader(String[] cells, Map<String, Integer> columns, int line) {
        for (int at = 0; at < cells.length; at++) {
            String name = cells[at].strip().toUpperCase(Locale.ROOT);
            columns.putIfAbsent(OTHER_NAMES.getOrDefault(name, name), at);
        }
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            issues.add(
                    file,
                    line,
                    "the header lacks %s.".formatted(String.join(", ", missing)),
                    "the file is not from 'squeue -o \"%i|%u|%a|%P|%T|%D|%l|%M|%V|%E|%j|%r\"',"
                            + " with its header, or from 'squeue --json'.");
        }
        return missing.isEmpty();
    }

    private void take(Map<String, String> row, int line) {
        String state = value(row, "STATE").toUpperCase(Locale.ROOT);
        boolean runs = RUNNING.contains(state);
        String reason = value(row, "REASON");
        if (!runs && !WAITING.contains(state)) {
            notes.add(file, line, value(row, "JOBID"), "left out: its state is " + state);
            return;
        }
        if (!runs && reason.startsWith("JobHeld")) {
            notes.add(file, line, value(row, "JOBID"), "left out: it is held (" + reason + ")");
            return;
        }
        if (!runs && reason.equals("DependencyNeverSatisfied")) {
            notes.add(
                    file, line, value(row, "JOBID"), "left out: it waits in vain (" + reason + ")");
            return;
        }
        Integer nodes = nodes(row, line);
        Long limit = limit(row, line);
        SqueueId id = SqueueId.of(value(row, "JOBID"));
        if (id == null) {
            issues.add(
                    file,
                    line,
                    "JOBID is no number of a job: '%s'."
                            .formatted(SlurmText.shortened(value(row, "JOBID"))),
                    "a list of tasks was cut short: set SLURM_BITSTR_LEN=0 for squeue.");
            return;
        }
        Long elapsed = runs ? elapsed(row, line) : Long.valueOf(0);
        Long submit = submit(row, runs && elapsed != null ? -elapsed : 0, line);
        if (nodes == null || limit == null || elapsed == null || submit == null) {
            return;
        }
        for (int task : id.tasks()) {
            add(row, id, task, new Spans(submit, elapsed, Math.max(limit, elapsed)), nodes, runs);
        }
        if (elapsed > limit) {
            notes.add(file, line, value(row, "JOBID"), "beyond its limit already: it ends at once");
        }
    }

    /** When a job was submitted, for how long it has run, and for how long it may. */
    private record Spans(long submit, long elapsed, long limit) {}

    private void add(
            Map<String, String> row, SqueueId id, int task, Spans spans, int nodes, boolean runs) {
        long left = spans.limit - spans.elapsed;
        long run = spans.elapsed + (long) Math.ceil(share * left);
        builder.add(
                id.number(task),
                Math.min(spans.submit, -spans.elapsed),
                nodes,
                spans.limit,
                run,
                builder.user(name(row, "USER")),
                builder.organization(name(row, "ACCOUNT")),
                builder.partition(name(row, "PARTITION")),
                -1);
        builder.standing(-spans.elapsed, runs);
        runningNodes += runs ? nodes : 0;
        links.add(id, task, row, runs);
    }

    /** A name as scenarios have it, the first where there are several; empty where none is said. */
    private static String name(Map<String, String> row, String column) {
        String first = value(row, column).split(",", 2)[0];
        return first.isEmpty() ? "" : SlurmText.name(first);
    }

    private static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private @Nullable Integer nodes(Map<String, String> row, int line) {
        String text = value(row, "NODES").split("-", 2)[0];
        if (!text.matches("[1-9][0-9]{0,8}")) {
            issues.add(
                    file,
                    line,
                    "NODES must be a whole number, but is '%s'.".formatted(value(row, "NODES")),
                    null);
            return null;
        }
        if (value(row, "NODES").contains("-")) {
            notes.add(file, line, "NODES " + value(row, "NODES"), "the fewest taken");
        }
        return Integer.valueOf(text);
    }

    private @Nullable Long limit(Map<String, String> row, int line) {
        OptionalLong limit = SlurmTime.millis(value(row, "TIME_LIMIT"));
        if (limit.isEmpty()) {
            issues.add(
                    file,
                    line,
                    "TIME_LIMIT is no time: '%s'.".formatted(value(row, "TIME_LIMIT")),
                    null);
            return null;
        }
        if (limit.getAsLong() > SlurmPartitions.LONGEST_MILLIS) {
            notes.add(file, line, "TIME_LIMIT " + value(row, "TIME_LIMIT"), "taken as a year");
            return SlurmPartitions.LONGEST_MILLIS;
        }
        return limit.getAsLong();
    }

    /** For how long a job has run. */
    private @Nullable Long elapsed(Map<String, String> row, int line) {
        OptionalLong elapsed = SlurmTime.millis(value(row, "TIME"));
        if (elapsed.isPresent() && elapsed.getAsLong() < SlurmTime.UNLIMITED) {
            return elapsed.getAsLong();
        }
        Long start = sinceTaken(value(row, "START_TIME"));
        if (start == null || start > 0) {
            issues.add(
                    file,
                    line,
                    "neither TIME nor START_TIME says for how long it has run: '%s', '%s'."
                            .formatted(value(row, "TIME"), value(row, "START_TIME")),
                    start == null ? null : "the snapshot was taken later than 'run.start' says.");
            return null;
        }
        return -start;
    }

    private @Nullable Long submit(Map<String, String> row, long otherwise, int line) {
        String text = value(row, "SUBMIT_TIME");
        if (text.isEmpty() || text.equals("N/A")) {
            return otherwise;
        }
        Long submit = sinceTaken(text);
        if (submit == null || submit > 0) {
            issues.add(
                    file,
                    line,
                    submit == null
                            ? "SUBMIT_TIME is no date: '%s'.".formatted(text)
                            : "was submitted at %s, after the snapshot (%s)."
                                    .formatted(text, taken),
                    submit == null
                            ? "'2026-11-20T12:00:00': unset SLURM_TIME_FORMAT for squeue."
                            : "'run.start', or --at of 'import slurm', is to say when it was taken.");
            return null;
        }
        return submit;
    }

    /** A date in milliseconds since the snapshot, or null if it is none. */
    private @Nullable Long sinceTaken(String text) {
        try {
            ZonedDateTime date =
                    text.endsWith("Z")
                            ? ZonedDateTime.parse(text)
                            : LocalDateTime.parse(text).atZone(taken.getZone());
            return Duration.between(taken, date).toMillis();
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
