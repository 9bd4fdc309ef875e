package dandori.parquet.trace;

import dandori.parquet.read.Column;
import dandori.parquet.read.ParquetTable;
import dandori.trace.LogClock;
import dandori.trace.LoggedJob;
import dandori.trace.csv.TypedTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of any table, for a mapping that says what they mean. What is true or false is the
 * text {@code true} or {@code false}.
 */
final class MappedColumns implements TypedTable {

    private final ParquetTable table;
    private final List<String> names;
    private final @Nullable Column[] columns; // null: not asked for
    private final List<Integer> chosen = new ArrayList<>();
    private final Kind[] kinds; // of the row
    private final long[] thousandths; // of numbers
    private final @Nullable String[] texts; // null: not made yet

    MappedColumns(ParquetTable table) {
        this.table = table;
        names = table.names();
        columns = new Column[names.size()];
        kinds = new Kind[names.size()];
        Arrays.fill(kinds, Kind.NOTHING);
        thousandths = new long[names.size()];
        texts = new String[names.size()];
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public void choose(int column) {
        if (columns[column] == null) {
            columns[column] = table.column(names.get(column));
            chosen.add(column);
        }
    }

    @Override
    public boolean next() throws IOException {
        if (!table.next()) {
            return false;
        }
        for (int column : chosen) {
            look(column, column(column));
        }
        return true;
    }

    private Column column(int column) {
        return Objects.requireNonNull(columns[column]);
    }

    /** Looks at a value once, so that what is odd about it is counted once. */
    private void look(int at, Column column) {
        Kind kind = Kind.NOTHING;
        texts[at] = null;
        if (!column.isKnown()) {
            kinds[at] = kind;
            return;
        }
        if (column.isTruth()) {
            kind = Kind.TEXT;
            texts[at] = Boolean.toString(column.whole() != 0);
        } else if (column.isText()) {
            texts[at] = column.text();
            kind = texts[at] == null ? kind : Kind.TEXT;
        } else if (column.isDate()) {
            kind = Kind.DATE;
        } else {
            thousandths[at] = column.thousandths();
            kind = thousandths[at] == Column.NOTHING ? kind : Kind.NUMBER;
        }
        kinds[at] = kind;
    }

    @Override
    public Kind kind(int column) {
        return kinds[column];
    }

    @Override
    public long thousandths(int column) {
        return thousandths[column];
    }

    @Override
    public long dateMillis(int column, LogClock clock) {
        return column(column).date(clock);
    }

    @Override
    public String text(int column) {
        String known = texts[column];
        if (known == null) {
            known = made(column);
            texts[column] = known;
        }
        return known;
    }

    private String made(int column) {
        if (kinds[column] == Kind.NOTHING) {
            return "";
        }
        if (kinds[column] == Kind.NUMBER) {
            long number = thousandths[column];
            if (number % 1_000 != 0 && Math.abs(number) != LoggedJob.BEYOND) {
                return BigDecimal.valueOf(number, 3).stripTrailingZeros().toPlainString();
            }
        }
        return Objects.requireNonNullElse(column(column).text(), "");
    }
}
