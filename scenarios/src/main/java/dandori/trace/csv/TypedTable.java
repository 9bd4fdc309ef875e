package dandori.trace.csv;

import dandori.trace.LogClock;
import java.io.IOException;
import java.util.List;

/**
 * A table whose columns have names and whose values have types, row by row, for {@link
 * MappedTables}. Columns count from 0. Of use once, by one thread.
 */
public interface TypedTable {

    /** What a row has in a column. */
    enum Kind {
        /** Nothing that is known. */
        NOTHING,
        /** A number. */
        NUMBER,
        /** A date, or an instant. */
        DATE,
        /** A text. */
        TEXT
    }

    /** The names of the columns. */
    List<String> names();

    /**
     * Says before the first row that a column will be asked for; others are not.
     *
     * @throws dandori.trace.TraceException if its values have no kind
     */
    void choose(int column);

    /**
     * Goes to the next row.
     *
     * @return whether there was one; false at the end
     */
    boolean next() throws IOException;

    /** What the row has in a column; the least whole number of 64 bits is nothing. */
    Kind kind(int column);

    /**
     * A number in thousandths; {@link dandori.trace.LoggedJob#BEYOND} or that below 0, if they are
     * too many.
     */
    long thousandths(int column);

    /** A date in milliseconds since 1970; what tells no zone is in that of the clock. */
    long dateMillis(int column, LogClock clock);

    /** What there is, as a text; empty where there is nothing. */
    String text(int column);
}
