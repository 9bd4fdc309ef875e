package dandori.trace.table;

import dandori.engine.Durations;
import dandori.trace.LoggedEnd;
import dandori.trace.LoggedJob;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A column of the job table, in their order; one is empty where the log does not say it. */
public enum JobColumn {
    /** Its number. */
    JOB_ID(Kind.ANY_WHOLE, job -> job.id, (job, value) -> job.id = value),
    /** When it was submitted, since time 0 or, under another name, since 1970. */
    SUBMIT_S(Kind.ANY_SECONDS, job -> job.submitMillis, (job, value) -> job.submitMillis = value),
    /** How long it waited. */
    WAIT_S(Kind.SECONDS, job -> job.waitMillis, (job, value) -> job.waitMillis = value),
    /** How long it ran. */
    RUN_S(Kind.SECONDS, job -> job.runMillis, (job, value) -> job.runMillis = value),
    /** Its time limit. */
    WALLTIME_S(Kind.SECONDS, job -> job.walltimeMillis, (job, value) -> job.walltimeMillis = value),
    /** Nodes asked for. */
    REQUESTED_NODES(
            Kind.WHOLE, job -> job.requestedNodes, (job, value) -> job.requestedNodes = value),
    /** Nodes that it had. */
    ALLOCATED_NODES(
            Kind.WHOLE, job -> job.allocatedNodes, (job, value) -> job.allocatedNodes = value),
    /** Processors asked for. */
    REQUESTED_PROCESSORS(
            Kind.WHOLE,
            job -> job.requestedProcessors,
            (job, value) -> job.requestedProcessors = value),
    /** Processors that it had. */
    ALLOCATED_PROCESSORS(
            Kind.WHOLE,
            job -> job.allocatedProcessors,
            (job, value) -> job.allocatedProcessors = value),
    /** Accelerators asked for. */
    REQUESTED_ACCELERATORS(
            Kind.WHOLE,
            job -> job.requestedAccelerators,
            (job, value) -> job.requestedAccelerators = value),
    /** Accelerators that it had. */
    ALLOCATED_ACCELERATORS(
            Kind.WHOLE,
            job -> job.allocatedAccelerators,
            (job, value) -> job.allocatedAccelerators = value),
    /** CPU time used, the average of its processors. */
    CPU_S(Kind.SECONDS, job -> job.cpuMillis, (job, value) -> job.cpuMillis = value),
    /** Memory used, the average of its processors. */
    MEMORY_KB(Kind.WHOLE, job -> job.memoryKilobytes, (job, value) -> job.memoryKilobytes = value),
    /** Memory asked for by processor. */
    REQUESTED_MEMORY_KB(
            Kind.WHOLE,
            job -> job.requestedMemoryKilobytes,
            (job, value) -> job.requestedMemoryKilobytes = value),
    /** How it ended. */
    STATE(JobColumn::state, JobColumn::setState),
    /** Its user, a name or a number. */
    USER(
            job -> name(job.user, job.userNumber),
            (job, text) -> {
                job.userNumber = number(text);
                job.user = job.userNumber < 0 ? text : null;
            }),
    /** Its group, a name or a number. */
    GROUP(
            job -> name(job.group, job.groupNumber),
            (job, text) -> {
                job.groupNumber = number(text);
                job.group = job.groupNumber < 0 ? text : null;
            }),
    /** Its queue, a name or a number. */
    QUEUE(
            job -> name(job.queue, job.queueNumber),
            (job, text) -> {
                job.queueNumber = number(text);
                job.queue = job.queueNumber < 0 ? text : null;
            }),
    /** Its partition, a name or a number. */
    PARTITION(
            job -> name(job.partition, job.partitionNumber),
            (job, text) -> {
                job.partitionNumber = number(text);
                job.partition = job.partitionNumber < 0 ? text : null;
            }),
    /** The number of its program. */
    APPLICATION(
            Kind.WHOLE,
            job -> job.applicationNumber,
            (job, value) -> job.applicationNumber = value),
    /** The number of the job that it follows. */
    PRECEDING_JOB_ID(Kind.WHOLE, job -> job.precedingId, (job, value) -> job.precedingId = value),
    /** How long its user thought before. */
    THINK_S(Kind.SECONDS, job -> job.thinkMillis, (job, value) -> job.thinkMillis = value);

    /** The name of the second column where submit times count from 1970. */
    public static final String SUBMIT_SINCE_1970 = "submit_unix_s";

    /** The last column: what the size of a job counts, on every line. */
    public static final String SIZE_UNIT = "size_unit";

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
    private static final int DIGITS = 18;
    private static final int QUICK_DIGITS = 15;
    private static final LoggedEnd[] ENDS = LoggedEnd.values();
    private static final String[] STATES =
            Arrays.stream(ENDS)
                    .map(end -> end.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new);

    /** What values look like. */
    private enum Kind {
        WHOLE,
        ANY_WHOLE,
        SECONDS,
        ANY_SECONDS
    }

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<LoggedJob, String> getter;

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiConsumer<LoggedJob, String> setter;

    JobColumn(Kind kind, ToLongFunction<LoggedJob> getter, ObjLongConsumer<LoggedJob> setter) {
        boolean isTime = kind == Kind.SECONDS || kind == Kind.ANY_SECONDS;
        boolean mayBeNegative = kind == Kind.ANY_WHOLE || kind == Kind.ANY_SECONDS;
        this.getter =
                job -> {
                    long value = getter.applyAsLong(job);
                    if (value < 0 && !mayBeNegative) {
                        return "";
                    }
                    return isTime ? Durations.seconds(value) : Long.toString(value);
                };
        this.setter =
                (job, text) -> setter.accept(job, isTime ? millis(text) : Long.parseLong(text));
    }

    JobColumn(Function<LoggedJob, String> getter, BiConsumer<LoggedJob, String> setter) {
        this.getter = getter;
        this.setter = setter;
    }

    /** The name in the first line. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a job has here as text; empty: unknown. */
    public String of(LoggedJob job) {
        return getter.apply(job);
    }

    /**
     * Takes what stands here, which is not empty.
     *
     * @throws NumberFormatException if it is no number of its kind, or no state
     */
    public void put(LoggedJob job, String text) {
        setter.accept(job, text);
    }

    private static long millis(String text) {
        if (text.length() <= QUICK_DIGITS && isDigits(text)) {
            return 1_000 * Long.parseLong(text);
        }
        BigDecimal seconds = new BigDecimal(text);
        if (seconds.precision() - seconds.scale() > DIGITS || seconds.scale() > 1_000) {
            return LoggedJob.BEYOND;
        }
        BigDecimal most = BigDecimal.valueOf(LoggedJob.BEYOND);
        return seconds.multiply(MILLIS).min(most).max(most.negate()).longValue();
    }

    private static String state(LoggedJob job) {
        return job.end == LoggedEnd.UNKNOWN ? "" : STATES[job.end.ordinal()];
    }

    private static void setState(LoggedJob job, String text) {
        for (LoggedEnd end : ENDS) {
            if (STATES[end.ordinal()].equalsIgnoreCase(text)) {
                job.end = end;
                return;
            }
        }
        throw new NumberFormatException(text);
    }

    private static String name(@Nullable String name, long number) {
        return name != null ? name : number < 0 ? "" : Long.toString(number);
    }

    /** The number that is written there, as numbers are; else −1. */
    private static long number(String text) {
        boolean isNumber =
                text.length() <= DIGITS
                        && isDigits(text)
                        && (text.charAt(0) != '0' || text.length() == 1);
        return isNumber ? Long.parseLong(text) : -1;
    }

    private static boolean isDigits(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
