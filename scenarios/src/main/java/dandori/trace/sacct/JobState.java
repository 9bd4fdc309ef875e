package dandori.trace.sacct;

import dandori.trace.LoggedEnd;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The states of jobs that Slurm knows, and what they are to a replay. */
public enum JobState {
    BOOT_FAIL("BF", Stage.ENDED, LoggedEnd.NODE_FAILED),
    CANCELLED("CA", Stage.ENDED, LoggedEnd.CANCELLED),
    COMPLETED("CD", Stage.ENDED, LoggedEnd.COMPLETED),
    COMPLETING("CG", Stage.RUNNING, LoggedEnd.UNKNOWN),
    CONFIGURING("CF", Stage.RUNNING, LoggedEnd.UNKNOWN),
    DEADLINE("DL", Stage.ENDED, LoggedEnd.CANCELLED),
    FAILED("F", Stage.ENDED, LoggedEnd.FAILED),
    NODE_FAIL("NF", Stage.ENDED, LoggedEnd.NODE_FAILED),
    OUT_OF_MEMORY("OOM", Stage.ENDED, LoggedEnd.FAILED),
    PENDING("PD", Stage.PENDING, LoggedEnd.UNKNOWN),
    PREEMPTED("PR", Stage.ENDED, LoggedEnd.PREEMPTED),
    REQUEUED("RQ", Stage.ENDED, LoggedEnd.PREEMPTED),
    REQUEUE_FED("RF", Stage.PENDING, LoggedEnd.UNKNOWN),
    REQUEUE_HOLD("RH", Stage.PENDING, LoggedEnd.UNKNOWN),
    RESIZING("RS", Stage.ENDED, LoggedEnd.PART_CONTINUED),
    RESV_DEL_HOLD("RD", Stage.PENDING, LoggedEnd.UNKNOWN),
    REVOKED("RV", Stage.REVOKED, LoggedEnd.UNKNOWN),
    RUNNING("R", Stage.RUNNING, LoggedEnd.UNKNOWN),
    SIGNALING("SI", Stage.RUNNING, LoggedEnd.UNKNOWN),
    SPECIAL_EXIT("SE", Stage.PENDING, LoggedEnd.UNKNOWN),
    STAGE_OUT("SO", Stage.RUNNING, LoggedEnd.UNKNOWN),
    STOPPED("ST", Stage.RUNNING, LoggedEnd.UNKNOWN),
    SUSPENDED("S", Stage.RUNNING, LoggedEnd.UNKNOWN),
    TIMEOUT("TO", Stage.ENDED, LoggedEnd.TIMEOUT);

    /** How far a job has come. */
    public enum Stage {
        /** It waits. */
        PENDING,
        /** It runs. */
        RUNNING,
        /** It is over. */
        ENDED,
        /** It ran, if at all, on another cluster of the federation. */
        REVOKED
    }

    /** Those with a name or code of a length. */
    private static final List<List<JobState>> BY_LENGTH =
            IntStream.rangeClosed(0, 13)
                    .mapToObj(length ->
                            Arrays.stream(values())
                                    .filter(state -> state.hasLength(length))
                                    .toList())
                    .toList();

    private final String code;
    private final Stage stage;
    private final LoggedEnd end;

    JobState(String code, Stage stage, LoggedEnd end) {
        this.code = code;
        this.stage = stage;
        this.end = end;
    }

    /** How far the job has come. */
    public Stage stage() {
        return stage;
    }

    /** How the job ended; unknown unless it has. */
    public LoggedEnd end() {
        return end;
    }

    /** The state whose name or code begins a text, before a blank or a plus; null if none does. */
    public static @Nullable JobState of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** The state whose name or code stands there, before a blank ("by 75200") if there is one. */
    static @Nullable JobState of(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != ' ' && bytes[end] != '+') {
            end++;
        }
        int length = end - from;
        if (length == 0 || length >= BY_LENGTH.size()) {
            return null;
        }
        List<JobState> states = BY_LENGTH.get(length);
        for (int i = 0; i < states.size(); i++) {
            JobState state = states.get(i);
            boolean begins = state.name().charAt(0) == bytes[from]; // as the code does
            boolean is =
                    begins
                            && (equal(state.name(), bytes, from, end)
                                    || equal(state.code, bytes, from, end));
            if (is) {
                return state;
            }
        }
        return null;
    }

    private boolean hasLength(int length) {
        return name().length() == length || code.length() == length;
    }

    private static boolean equal(String word, byte[] bytes, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
