package dandori.trace.csv;

import dandori.trace.LogClock;
import dandori.trace.csv.TypedTable.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A row of a table whose values have types; its texts are read as those of a table of text. */
final class TypedRow implements MappedRow {

    /** No time (NaT) as pandas counts it; of numbers, a typed table knows this by itself. */
    static final String NO_TIME = Long.toString(Long.MIN_VALUE);

    private final TypedTable table;
    private final Set<String> unknown;
    private final boolean mayBeNumber; // whether a number may say nothing

    /**
     * @param words what says nothing
     */
    TypedRow(TypedTable table, List<String> words) {
        this.table = table;
        unknown = Set.copyOf(words);
        mayBeNumber =
                words.stream()
                        .filter(word -> !word.equals(NO_TIME))
                        .anyMatch(word -> word.chars().anyMatch(Character::isDigit));
    }

    @Override
    public boolean isUnknown(int column) {
        Kind kind = table.kind(column);
        if (kind == Kind.NOTHING) {
            return true;
        }
        if (kind != Kind.TEXT && !mayBeNumber) {
            return false;
        }
        String text = text(column);
        return text.isEmpty() || unknown.contains(text);
    }

    @Override
    public long thousandths(int column) {
        return switch (table.kind(column)) {
            case NUMBER -> table.thousandths(column);
            case TEXT -> {
                byte[] text = bytes(column);
                yield CsvNumbers.thousandths(text, 0, text.length);
            }
            default -> CsvNumbers.NONE;
        };
    }

    @Override
    public long duration(int column, long unitMillis) {
        return switch (table.kind(column)) {
            case NUMBER -> CsvNumbers.scaled(table.thousandths(column), unitMillis);
            case TEXT -> {
                byte[] text = bytes(column);
                yield CsvNumbers.duration(text, 0, text.length, unitMillis);
            }
            default -> CsvNumbers.NONE;
        };
    }

    private byte[] bytes(int column) {
        return text(column).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isDate(int column) {
        return table.kind(column) == Kind.DATE;
    }

    @Override
    public long dateMillis(int column, LogClock clock) {
        return switch (table.kind(column)) {
            case DATE -> table.dateMillis(column, clock);
            case TEXT -> clock.millis(text(column));
            default -> LogClock.NO_DATE;
        };
    }

    @Override
    public String text(int column) {
        return table.text(column).strip();
    }

    @Override
    public String name(int column) {
        return text(column);
    }
}
