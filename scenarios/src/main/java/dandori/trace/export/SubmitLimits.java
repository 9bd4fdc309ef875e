package dandori.trace.export;

import dandori.trace.SubmitDate;
import dandori.trace.TraceException;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Between which dates jobs are submitted that go on; the first is included, the last is not. */
public final class SubmitLimits {

    private final @Nullable String from;
    private final @Nullable String to;
    private long fromMillis = Long.MIN_VALUE;
    private long toMillis = Long.MAX_VALUE;

    /**
     * As a call gives them, each a {@link SubmitDate}.
     *
     * @param from null: from the beginning
     * @param to null: to the end
     */
    public SubmitLimits(@Nullable String from, @Nullable String to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Begins to count from time 0.
     *
     * @throws TraceException if a date is none, or time 0 has none
     */
    void countFrom(@Nullable ZonedDateTime origin) {
        fromMillis = from == null ? Long.MIN_VALUE : millis("--from", from, origin);
        toMillis = to == null ? Long.MAX_VALUE : millis("--to-date", to, origin);
        if (fromMillis >= toMillis) {
            throw new TraceException(
                    "--to-date: must lie after --from (%s), but is %s.".formatted(from, to),
                    "Maybe the two are swapped.");
        }
    }

    boolean include(long submitMillis) {
        return submitMillis >= fromMillis && submitMillis < toMillis;
    }

    private static long millis(String option, String text, @Nullable ZonedDateTime origin) {
        if (origin == null) {
            throw new TraceException(
                    option + ": the trace does not say the date of its time 0 (UnixStartTime).",
                    "Maybe leave it out.");
        }
        try {
            return SubmitDate.millis(text, origin);
        } catch (DateTimeException notADate) {
            throw new TraceException(
                    option + ": is no date: '" + text + "'.",
                    "Maybe " + SubmitDate.examples(origin));
        }
    }
}
