package dandori.trace.csv;

import dandori.trace.LogClock;
import dandori.trace.lines.CsvRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A row of text. Nothing is allocated but texts. */
final class TextRow implements MappedRow {

    private final CsvRows rows;
    private final byte[][] unknown;
    private final boolean[] beginsUnknown = new boolean[1 << 8]; // by byte, without sign

    /**
     * @param words what says nothing
     */
    TextRow(CsvRows rows, List<String> words) {
        this.rows = rows;
        unknown = new byte[words.size()][];
        for (int i = 0; i < unknown.length; i++) {
            unknown[i] = words.get(i).getBytes(StandardCharsets.UTF_8);
            if (unknown[i].length > 0) {
                beginsUnknown[unknown[i][0] & 0xff] = true;
            }
        }
    }

    @Override
    public boolean isUnknown(int column) {
        int from = rows.from(column);
        int length = rows.to(column) - from;
        if (length <= 0) {
            return true;
        }
        byte[] bytes = rows.bytes();
        if (!beginsUnknown[bytes[from] & 0xff]) {
            return false;
        }
        for (byte[] word : unknown) {
            if (Arrays.equals(bytes, from, from + length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long thousandths(int column) {
        return CsvNumbers.thousandths(rows.bytes(), rows.from(column), rows.to(column));
    }

    @Override
    public long duration(int column, long unitMillis) {
        return CsvNumbers.duration(rows.bytes(), rows.from(column), rows.to(column), unitMillis);
    }

    @Override
    public boolean isDate(int column) {
        return false;
    }

    @Override
    public long dateMillis(int column, LogClock clock) {
        return clock.millis(rows.bytes(), rows.from(column), rows.to(column));
    }

    @Override
    public String text(int column) {
        return rows.text(column);
    }

    @Override
    public String name(int column) {
        return rows.name(column);
    }
}
