package dandori.trace.csv;

import dandori.scenario.key.Key;
import dandori.scenario.key.Kind;
import dandori.scenario.key.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keys of a mapping file, as {@code docs/data/csv-mapping.md} has them. */
final class CsvSections {

    /** The file. */
    static final Section FILE =
            Section.of(
                    "",
                    "Which column of a table means what.",
                    Key.of("delimiter", Kind.CHOICE, "What stands between fields.")
                            .words("comma", "semicolon", "colon", "tab", "bar", "blank"),
                    Key.of("header", Kind.FLAG, "Whether the first line names the columns.")
                            .or("true"),
                    Key.of("names", Kind.LIST, "The columns of a table that does not name them."),
                    Key.of("columns", Kind.SECTION, "Where each field stands.").required(),
                    Key.of("optional", Kind.LIST, "Columns that a table may be without."),
                    Key.of("times", Kind.SECTION, "What times look like."),
                    Key.of("count", Kind.CHOICE, "What the size of a job counts.")
                            .words("nodes", "processors", "accelerators"),
                    Key.of("states", Kind.TERMS, "How jobs end, by the words of the table."),
                    Key.of("unknown", Kind.LIST, "Words that say nothing."),
                    Key.of("only", Kind.TERMS, "The values of columns that jobs must have."));

    /** Where each field stands. */
    static final Section COLUMNS = columns();

    /** A size that is a product. */
    static final Section PRODUCT =
            Section.of(
                    "columns.NAME",
                    "Columns that are multiplied.",
                    Key.of("product", Kind.LIST, "The columns.").required(),
                    Key.of("per", Kind.COUNT, "By what the product is divided; rounded up.")
                            .or("1")
                            .atLeast(1));

    /** What times look like. */
    static final Section TIMES =
            Section.of(
                    "times",
                    "What times look like.",
                    Key.of("unit", Kind.CHOICE, "What moments that are numbers count.")
                            .words("s", "ms", "min", "h")
                            .or("s"),
                    Key.of("durations", Kind.CHOICE, "What durations that are numbers count.")
                            .words("s", "ms", "min", "h"),
                    Key.of("since", Kind.TEXT, "From when moments that are numbers count."),
                    Key.of("pattern", Kind.TEXT, "How dates are written."),
                    Key.of("zone", Kind.TEXT, "Where dates without a zone were written."));

    private CsvSections() {}

    private static Section columns() {
        List<Key> keys = new ArrayList<>();
        for (CsvField field : CsvField.values()) {
            keys.add(Key.of(field.key(), Kind.TEXT, field.sentence()));
        }
        return new Section("columns", "Where each field stands.", keys, Map.of(), false);
    }
}
