package dandori.scenario.text;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a file: where, what, and what was probably meant.
 *
 * @param path the place in the file, such as {@code policies.fair.order.use}; empty for the file as
 *     a whole
 * @param line the line, counted from 1; 0 where there is none, {@link #SET} for a value from the
 *     command line
 * @param message what is wrong, with the value, as a sentence
 * @param maybe what to try, as the rest of a sentence that begins with <em>Maybe</em>; null if
 *     there is nothing to say
 */
public record Issue(String path, int line, String message, @Nullable String maybe) {

    /** The line of a value that was set on the command line. */
    public static final int SET = -1;

    /** The issue in one or two lines, without indentation. */
    public String text() {
        String place = line == SET ? " (--set)" : line > 0 ? " (line " + line + ")" : "";
        String where = path.isEmpty() ? place.strip() : path + place;
        String first = where.isEmpty() ? message : where + ": " + message;
        return maybe == null ? first : first + "\nMaybe " + maybe;
    }
}
