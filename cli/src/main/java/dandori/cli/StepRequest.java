package dandori.cli;

import dandori.results.JsonLine;
import dandori.scenario.text.NearestName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line that an agent writes to {@code dandori step}.
 *
 * @param does what it asks for
 * @param job the row of the job that it is about, or -1 if it names none
 * @param seed the seed that it names, or null
 */
record StepRequest(String does, int job, @Nullable Integer seed) {

    private static final List<String> KNOWN =
            List.of("reset", "observe", "start", "wait", "reject", "preempt", "close");
    private static final List<String> ABOUT_JOBS = List.of("start", "reject", "preempt");
    private static final List<String> KEYS = List.of("do", "job", "seed");

    /**
     * What a line asks for.
     *
     * @throws WrongCallException if it cannot be understood
     */
    static StepRequest of(String line) {
        Map<String, Object> read;
        try {
            read = JsonLine.read(line);
        } catch (IllegalArgumentException broken) {
            throw new WrongCallException(
                    String.valueOf(broken.getMessage()), "{\"do\": \"observe\"}");
        }
        for (String key : read.keySet()) {
            if (!KEYS.contains(key)) {
                throw new WrongCallException(
                        "There is no key '%s' in a request.".formatted(key),
                        NearestName.maybe(key, KEYS));
            }
        }
        Object does = read.get("do");
        if (!(does instanceof String word) || !KNOWN.contains(word)) {
            throw new WrongCallException(
                    "'do' must be one of %s, but is %s."
                            .formatted(String.join(", ", KNOWN), said(read, "do", does)),
                    does instanceof String word ? NearestName.maybe(word, KNOWN) : null);
        }
        Integer job = number(read, "job");
        Integer seed = number(read, "seed");
        if (ABOUT_JOBS.contains(word) != (job != null)) {
            throw new WrongCallException(
                    job == null
                            ? "'%s' needs the 'job' that it is about.".formatted(word)
                            : "'%s' is about no job, but 'job' is %d.".formatted(word, job),
                    null);
        }
        if (seed != null && !word.equals("reset")) {
            throw new WrongCallException("'seed' goes with 'reset' alone.", null);
        }
        return new StepRequest(word, job == null ? -1 : job, seed);
    }

    private static @Nullable Integer number(Map<String, Object> read, String key) {
        Object value = read.get(key);
        if (value == null && !read.containsKey(key)) {
            return null;
        }
        if (value instanceof Integer number && number >= 0) {
            return number;
        }
        throw new WrongCallException(
                "'%s' must be a whole number of at least 0, but is %s."
                        .formatted(key, value == null ? "null" : JsonLine.of(value)),
                value instanceof String ? "without quotation marks." : null);
    }

    /** What stands at a key, as the agent wrote it. */
    private static String said(Map<String, Object> read, String key, @Nullable Object value) {
        if (value == null) {
            return read.containsKey(key) ? "null" : "not there";
        }
        return value instanceof String word ? word : JsonLine.of(value);
    }
}
