package dandori.trace.csv;

import java.util.List;

/**
 * Where a field's value stands.
 *
 * @param names one column; of a size more, which are multiplied. A name of the first line, or a
 *     number from 1
 * @param per by what the product is divided, at least 1; what is left over is rounded up
 */
record CsvColumn(List<String> names, long per) {

    CsvColumn {
        names = List.copyOf(names);
    }
}
