package dandori.trace.csv;

import dandori.scenario.text.NearestName;
import dandori.trace.TraceException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The columns of a table: which of them say what. */
final class CsvHeader {

    private final String place;
    private final CsvMapping mapping;
    private final List<String> names; // empty: columns have numbers only
    private final List<String> missing = new ArrayList<>();
    private final SortedSet<Integer> chosen = new TreeSet<>();
    private int needed; // columns that a row must have, where no line names them

    /**
     * @param place where the columns are named, for messages
     * @param names of the columns; none: they have numbers only
     */
    CsvHeader(String place, CsvMapping mapping, List<String> names) {
        this.place = place;
        this.mapping = mapping;
        this.names = names;
    }

    /** How many columns a row must have. */
    int count() {
        return names.isEmpty() ? needed : names.size();
    }

    /** Whether rows of more columns are no rows of it. */
    boolean isExact() {
        return !names.isEmpty();
    }

    /** The columns of each field, from 0; none where the table does not say it. */
    int[][] columns() {
        int[][] columns = new int[CsvField.values().length][];
        for (CsvField field : CsvField.values()) {
            CsvColumn column = mapping.column(field);
            List<Integer> found = new ArrayList<>();
            if (column != null) {
                for (String name : column.names()) {
                    int index = index(name, field.key());
                    if (index >= 0) {
                        found.add(index);
                    }
                }
            }
            boolean isWhole = column != null && found.size() == column.names().size();
            columns[field.ordinal()] =
                    isWhole ? found.stream().mapToInt(i -> i).toArray() : new int[0];
        }
        return columns;
    }

    /** The columns that choose jobs. */
    int[] only() {
        return mapping.only().keySet().stream().mapToInt(name -> index(name, "only")).toArray();
    }

    /** All columns that were found. */
    SortedSet<Integer> chosen() {
        return chosen;
    }

    private int index(String name, String key) {
        int index = names.indexOf(name);
        for (int i = 0; index < 0 && i < names.size(); i++) {
            index = names.get(i).equalsIgnoreCase(name) ? i : -1;
        }
        if (index < 0 && name.matches("[1-9][0-9]{0,3}")) {
            int number = Integer.parseInt(name);
            index = names.isEmpty() || number <= names.size() ? number - 1 : -1;
        }
        if (index < 0 && !mapping.optional().contains(name)) {
            missing.add("'" + name + "' (" + key + ")");
        }
        if (index >= 0) {
            chosen.add(index);
        }
        needed = Math.max(needed, index + 1);
        return index;
    }

    /** Refuses a table without columns that the mapping names, all at once. */
    void refuseUnlessWhole() {
        if (missing.isEmpty()) {
            return;
        }
        String first = missing.get(0);
        String maybe =
                NearestName.maybe(
                        first.substring(1, first.lastIndexOf("' (")), new TreeSet<>(names));
        throw new TraceException(
                "%s: there is no column %s, which the mapping names."
                        .formatted(place, String.join(", ", missing)),
                maybe == null ? null : "Maybe " + maybe);
    }
}
