package dandori.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table in blocks that fit a page, one below the other: columns that do not fit beside each other
 * follow below, with the leading ones again.
 */
final class FoldedTable {

    private static final int WIDTH = 120; // characters; a page of the report has room for them
    private static final int GAP = 3; // between columns
    private static final int LONG = 32; // texts that may go on in another line

    private FoldedTable() {}

    /** The blocks; one if all fits, or if texts can be wrapped. */
    static List<Table> of(Table table) {
        List<Column> columns = table.columns();
        int leading = table.leading();
        List<Integer> widths = columns.stream().map(FoldedTable::width).toList();
        boolean isWrapped =
                IntStream.range(leading, columns.size())
                        .anyMatch(i -> columns.get(i).isText() && widths.get(i) > LONG);
        if (isWrapped) {
            return List.of(table);
        }
        int first = widths.subList(0, leading).stream().mapToInt(width -> width + GAP).sum();
        List<Table> blocks = new ArrayList<>();
        int from = leading;
        while (from < columns.size()) {
            int to = from;
            int width = first;
            while (to < columns.size() && (to == from || width + widths.get(to) <= WIDTH)) {
                width += widths.get(to++) + GAP;
            }
            List<Column> block = new ArrayList<>(columns.subList(0, leading));
            block.addAll(columns.subList(from, to));
            blocks.add(new Table(block, leading));
            from = to;
        }
        return blocks.isEmpty() ? List.of(table) : blocks;
    }

    private static int width(Column column) {
        return Stream.concat(
                        Stream.of(column.heading(), column.unit()),
                        column.aligned(" ", " ").stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
