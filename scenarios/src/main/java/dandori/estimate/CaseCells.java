package dandori.estimate;

import dandori.scenario.text.Issues;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of a line by their columns; what is no number is an issue. */
final class CaseCells {

    private static final Pattern NUMBER =
            Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{0,30})?([eE][-+]?[0-9]{1,2})?");

    private final Map<String, Integer> columns;
    private final List<String> cells;
    private final int line;
    private final Issues issues;

    CaseCells(Map<String, Integer> columns, List<String> cells, int line, Issues issues) {
        this.columns = columns;
        this.cells = cells;
        this.line = line;
        this.issues = issues;
    }

    /** The text of a cell; empty where there is none. */
    String text(String column) {
        Integer at = columns.get(column);
        return at == null || at >= cells.size() ? "" : cells.get(at).strip();
    }

    boolean isEmpty(String column) {
        return text(column).isEmpty();
    }

    /** A whole number of at least 1; null where the cell is empty, 1 and an issue if it is none. */
    @Nullable Integer count(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        double value = value(column, text);
        if (Double.isNaN(value)) {
            return 1;
        }
        if (value < 1 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
            issue(column, "must be a whole number of at least 1, but is '" + text + "'.", null);
            return 1;
        }
        return (int) value;
    }

    /** A whole number that must be given; 1 and an issue where it is not. */
    int needed(String column) {
        Integer count = count(column);
        if (count == null) {
            issue(column, "is empty.", "a whole number.");
            return 1;
        }
        return count;
    }

    /** A positive number; NaN where the cell is empty, 1 and an issue if it is none. */
    double number(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        double value = value(column, text);
        if (!Double.isNaN(value) && !(value > 0 && value < Double.POSITIVE_INFINITY)) {
            issue(column, "must be above 0, but is '" + text + "'.", null);
        }
        return value > 0 && value < Double.POSITIVE_INFINITY ? value : 1;
    }

    private double value(String column, String text) {
        if (NUMBER.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        issue(column, "must be a number, but is '" + text + "'.", null);
        return Double.NaN;
    }

    void issue(String column, String message, @Nullable String maybe) {
        issues.add(column, line, message, maybe);
    }
}
