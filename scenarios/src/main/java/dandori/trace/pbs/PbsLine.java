package dandori.trace.pbs;

import dandori.trace.LogClock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that is a record: {@code MM/DD/YYYY HH:MM:SS;type;job;attributes}. Before it may stand the
 * name of its file and a colon, as grep writes them; attributes may follow a blank.
 *
 * @param text the record, without the name of a file
 * @param typeAt where the letter of its type stands
 * @param idEnd where the job's identifier ends
 * @param hasFileName whether the name of a file stands before it
 */
record PbsLine(String text, int typeAt, int idEnd, boolean hasFileName) {

    private static final Pattern RECORD =
            Pattern.compile(
                    "([^;\"]{1,4096}:)?\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?;[A-Za-z];"
                            + "(?:[^;]*;|[^; ]+ ).*");

    /** The record of a line; null if it is none. */
    static @Nullable PbsLine of(String line) {
        Matcher matcher = RECORD.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        boolean named = matcher.group(1) != null;
        String text = named ? line.substring(matcher.end(1)) : line;
        int typeAt = text.indexOf(';') + 1;
        int semicolon = text.indexOf(';', typeAt + 2);
        int blank = text.indexOf(' ', typeAt + 2);
        int equals = text.indexOf('=', typeAt + 2);
        boolean isOfAttribute = semicolon < 0 || equals >= 0 && equals < semicolon;
        int idEnd = isOfAttribute && blank >= 0 ? blank : semicolon;
        return new PbsLine(text, typeAt, idEnd, named);
    }

    /** A letter. */
    char type() {
        return text.charAt(typeAt);
    }

    /** The job's identifier. */
    String id() {
        return text.substring(typeAt + 2, idEnd);
    }

    String attributes() {
        return text.substring(idEnd + 1);
    }

    /** Its date; {@link LogClock#NO_DATE} if that is none. */
    long millis(LogClock clock) {
        String iso =
                text.substring(6, 10) + "-" + text.substring(0, 2) + "-" + text.substring(3, 5);
        return clock.millis(iso + text.substring(10, typeAt - 1));
    }
}
