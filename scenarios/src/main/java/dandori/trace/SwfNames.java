package dandori.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names behind the numbers of a file in Standard Workload Format whose header lists them:
 * {@code ; Names: User, Group} says of whom, and each has a line, {@code ; User: 1 ada}. A name
 * that a line does not hold as it is stands in quotes, as in JSON. Where there is no such word,
 * numbers are all that is known: in headers by others what follows {@code Queue: 1} is a
 * description.
 *
 * <p>Cost: O(1) a job; memory: that of the names, and some 100 bytes for each.
 */
public final class SwfNames {

    /** The key of the line that says whose names are listed. */
    public static final String KEY = "Names";

    /** How many characters of lines that list names are kept. */
    public static final int LIMIT = 1 << 24;

    private static final List<String> KINDS = List.of("User", "Group", "Queue", "Partition");

    private static final Pattern NAMED = Pattern.compile("[0-9]{1,18} .+", Pattern.DOTALL);

    private final List<Map<Long, String>> names = new ArrayList<>(); // by kind
    private final Set<String> listed = new HashSet<>();
    private long characters;

    /** Whether a line of a header lists a name, or whose names are listed. */
    public static boolean lists(TraceHeader header, String key) {
        return !header.values(KEY).isEmpty() && (key.equals(KEY) || KINDS.contains(key));
    }

    /** A name as a line of a header holds it. */
    public static String written(String name) {
        boolean isPlain =
                name.equals(name.strip())
                        && !name.isEmpty()
                        && !name.startsWith("\"")
                        && name.chars().noneMatch(Character::isISOControl);
        return isPlain ? name : JsonMapper.shared().writeValueAsString(name);
    }

    private static String read(String written) {
        try {
            return written.startsWith("\"")
                    ? JsonMapper.shared().readValue(written, String.class)
                    : written;
        } catch (JacksonException plain) {
            return written;
        }
    }

    /** None yet, of nobody. */
    SwfNames() {
        KINDS.forEach(kind -> names.add(new HashMap<>()));
    }

    /** Takes an entry that says whose names are listed. */
    void list(String value) {
        listed.addAll(List.of(value.split(", *")));
    }

    /** Whether names are listed. */
    boolean isAny() {
        return !Collections.disjoint(listed, KINDS);
    }

    /**
     * Takes an entry, if it lists a name and there is room.
     *
     * @return whether it lists one
     */
    boolean take(String key, String value) {
        int kind = listed.contains(key) ? KINDS.indexOf(key) : -1;
        if (kind < 0 || !NAMED.matcher(value).matches()) {
            return false;
        }
        characters += key.length() + value.length();
        if (!isFull()) {
            int blank = value.indexOf(' ');
            long number = Long.parseLong(value.substring(0, blank));
            names.get(kind).putIfAbsent(number, read(value.substring(blank + 1)));
        }
        return true;
    }

    /** Whether some were left out. */
    boolean isFull() {
        return characters > LIMIT;
    }

    /** Gives a job the names that its numbers stand for. */
    void fill(LoggedJob job) {
        job.user = names.get(0).get(job.userNumber);
        job.group = names.get(1).get(job.groupNumber);
        job.queue = names.get(2).get(job.queueNumber);
        job.partition = names.get(3).get(job.partitionNumber);
    }
}
