package dandori.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A form of files in which tables are written once more, beside CSV. Found with {@link
 * ServiceLoader}; {@code dandori-parquet} has one.
 */
public interface TableFormat {

    /** The name of Parquet's. */
    String PARQUET = "parquet";

    /** The name, which is also the ending of its files. */
    String name();

    /**
     * Writes a file.
     *
     * @param file where to; may be there already, and is replaced
     * @param table what the table is called, such as {@code jobs}
     * @param columns its columns, by the names of docs/data
     * @param rows the values of each row as CSV has them; empty where there is none
     * @throws IllegalStateException if a column is not known, or a value not of its kind
     */
    void write(Path file, String table, List<String> columns, Iterator<String[]> rows)
            throws IOException;

    /**
     * The form of the given name.
     *
     * @throws IllegalStateException if it is not there; fit for a user
     */
    static TableFormat named(String name) {
        for (TableFormat format : ServiceLoader.load(TableFormat.class)) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        throw new IllegalStateException(
                "Tables cannot be written as %s here: that part of the program is missing.\nMaybe put dandori-%s and what it needs on the class path."
                        .formatted(name, name));
    }
}
