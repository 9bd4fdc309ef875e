package dandori.trace.csv;

import dandori.machine.AllocationUnit;
import dandori.trace.LoggedEnd;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table mean: a mapping file, read.
 *
 * @param delimiter what stands between fields; 0: seen in the first line
 * @param hasHeader whether the first line names the columns
 * @param names the names of the columns of a table that does not name them; empty: by number
 * @param columns where each field stands
 * @param optional columns that a table may be without
 * @param times what times look like
 * @param unit what sizes count
 * @param states how jobs end, by the words of the table in small letters
 * @param unknown words that say nothing
 * @param only the values of columns that jobs must have to be taken
 */
record CsvMapping(
        char delimiter,
        boolean hasHeader,
        List<String> names,
        Map<CsvField, CsvColumn> columns,
        Set<String> optional,
        CsvTimes times,
        AllocationUnit unit,
        Map<String, LoggedEnd> states,
        List<String> unknown,
        Map<String, Set<String>> only) {

    /** The column of a field, or null. */
    @Nullable CsvColumn column(CsvField field) {
        return columns.get(field);
    }
}
