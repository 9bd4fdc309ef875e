package dandori.report;

import java.util.List;

/**
 * A table: columns of the same length, the first of which say what a row is about.
 *
 * @param columns at least one
 * @param leading how many columns say what a row is about; where a table is cut in width they are
 *     said again
 */
public record Table(List<Column> columns, int leading) {

    /** A table whose first column says what a row is about. */
    public Table(List<Column> columns) {
        this(columns, 1);
    }

    /** Checks that columns are of one length. */
    public Table {
        columns = List.copyOf(columns);
        long lengths = columns.stream().map(column -> column.entries().size()).distinct().count();
        if (lengths != 1) {
            throw new IllegalArgumentException("Columns of a table must have the same length.");
        }
    }

    /** How many rows there are. */
    public int rows() {
        return columns.get(0).entries().size();
    }

    /** Whether some column has a unit. */
    public boolean hasUnits() {
        return columns.stream().anyMatch(column -> !column.unit().isEmpty());
    }
}
