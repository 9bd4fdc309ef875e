package dandori.parquet.read;

import dandori.trace.Findings;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file, row by row. Only pages of columns that are asked for are read, when their turn
 * comes; memory is two pages and a dictionary for each of them. No file is kept open. Of use once,
 * by one thread.
 *
 * <p>Pages may be plain or packed by gzip, Snappy, Zstandard or LZ4. Columns within lists and
 * structures are not read.
 */
public final class ParquetTable {

    private final String file;
    private final Path path;
    private final Findings findings;
    private final Map<String, SchemaElement> elements = new LinkedHashMap<>(); // of the top level
    private final Map<String, Integer> leaves = new LinkedHashMap<>(); // of the top level
    private final List<RowGroup> groups;
    private final @Nullable ParsedVersion writer;
    private final List<Column> columns = new ArrayList<>(); // those that are read
    private final List<String> columnNames = new ArrayList<>(); // theirs
    private int leafCount;
    private int nextGroup;
    private long rowsLeft;
    private long rowCount;

    /**
     * Opens a file.
     *
     * @param findings where odd values are counted
     * @throws TraceException if it cannot be read as Parquet
     * @throws IOException if its bytes cannot be read
     */
    public ParquetTable(TraceInput input, Findings findings) throws IOException {
        file = input.file();
        this.findings = findings;
        Path there = input.path();
        if (there == null) {
            throw new TraceException(
                    file + ": is Parquet within gzip, which cannot be read from its end.",
                    "Maybe unpack it first: gunzip -k FILE.");
        }
        path = there;
        try {
            FileMetaData footer = FileFooter.of(path);
            takeSchema(footer.getSchema());
            groups = checked(footer);
            writer = writer(footer.getCreated_by());
        } catch (Damage damage) {
            throw explained(damage);
        }
    }

    private void takeSchema(@Nullable List<SchemaElement> schema) {
        if (schema == null || schema.isEmpty()) {
            throw Damage.ofBytes("its footer names no columns.");
        }
        int at = 1;
        for (int child = 0; child < schema.get(0).getNum_children(); child++) {
            if (at >= schema.size()) {
                throw Damage.ofBytes("its footer is damaged: columns are missing.");
            }
            SchemaElement element = schema.get(at);
            if (element.getName() == null) {
                throw Damage.ofBytes("its footer is damaged: a column has no name.");
            }
            elements.putIfAbsent(element.getName(), element);
            if (element.getNum_children() <= 0) {
                leaves.putIfAbsent(element.getName(), leafCount);
            }
            at = behind(schema, at);
        }
    }

    /** The place behind an element and all that is within it; counts its leaves. */
    private int behind(List<SchemaElement> schema, int from) {
        long open = 1; // elements still to come
        int at = from;
        while (open > 0) {
            if (at >= schema.size()) {
                throw Damage.ofBytes("its footer is damaged: columns are missing.");
            }
            int children = Math.max(schema.get(at++).getNum_children(), 0);
            leafCount += children == 0 ? 1 : 0;
            open += children - 1;
        }
        return at;
    }

    private List<RowGroup> checked(FileMetaData footer) {
        List<RowGroup> all = footer.getRow_groups();
        if (all == null) {
            throw Damage.ofBytes("its footer is damaged: it has no row groups.");
        }
        long rows = 0;
        for (RowGroup group : all) {
            if (group.getNum_rows() < 0
                    || group.getColumns() == null
                    || group.getColumns().size() != leafCount) {
                throw Damage.ofBytes("its footer is damaged: a row group lacks columns.");
            }
            rows += group.getNum_rows();
        }
        if (rows != footer.getNum_rows()) {
            findings.add(ValueOddity.ROW_COUNT);
        }
        return all;
    }

    private static @Nullable ParsedVersion writer(@Nullable String createdBy) {
        try {
            return createdBy == null ? null : VersionParser.parse(createdBy);
        } catch (VersionParseException | RuntimeException other) {
            return null;
        }
    }

    /** The names of the columns, of lists and structures too, in the order of the file. */
    public List<String> names() {
        return List.copyOf(elements.keySet());
    }

    /**
     * The column of the given name, which is read from now on; one without values if there is none.
     *
     * @throws TraceException if it is of a kind that is not read: a list, for instance
     */
    public Column column(String name) {
        SchemaElement element = elements.get(name);
        if (element == null) {
            return Column.absent(findings);
        }
        Integer leaf = leaves.get(name);
        ColumnType type = leaf == null ? null : ColumnType.of(element);
        if (leaf == null
                || type == null
                || element.getRepetition_type() == FieldRepetitionType.REPEATED) {
            throw new TraceException(
                    "%s: its column '%s' is neither number nor date nor text."
                            .formatted(file, name),
                    null);
        }
        Column column = Column.of(leaf, type, ColumnType.isUnsigned(element), findings);
        columns.add(column);
        columnNames.add(name);
        return column;
    }

    /**
     * Goes to the next row.
     *
     * @return whether there was one; false at the end
     */
    public boolean next() throws IOException {
        while (rowsLeft == 0) {
            if (nextGroup == groups.size()) {
                return false;
            }
            RowGroup group = groups.get(nextGroup++);
            rowsLeft = group.getNum_rows();
            if (rowsLeft > 0) {
                begin(group);
            }
        }
        rowsLeft--;
        rowCount++;
        int at = 0;
        try {
            for (; at < columns.size(); at++) {
                columns.get(at).advance();
            }
        } catch (RuntimeException | OutOfMemoryError broken) {
            throw failed(broken, at);
        }
        return true;
    }

    private void begin(RowGroup group) throws IOException {
        int at = 0;
        try {
            for (; at < columns.size(); at++) {
                Column column = columns.get(at);
                column.begin(path, chunk(group, column.index()), writer);
            }
        } catch (RuntimeException | OutOfMemoryError broken) {
            throw failed(broken, at);
        }
    }

    private static ColumnMetaData chunk(RowGroup group, int index) {
        ColumnChunk chunk = Objects.requireNonNull(group.getColumns()).get(index);
        ColumnMetaData its = chunk.getMeta_data();
        if (its == null || chunk.isSetFile_path()) {
            throw new Damage("a column lies in another file, or is encrypted.");
        }
        if (its.getCodec() == null || !Unpacking.knows(its.getCodec())) {
            throw Damage.withAdvice(
                    "its pages are packed as "
                            + its.getCodec()
                            + "; only gzip, Snappy, Zstandard and LZ4 can be read.",
                    "Maybe write it anew, packed by one of these.");
        }
        if (its.getNum_values() != group.getNum_rows()) {
            throw new Damage(
                    "a column has %,d values, where its row group has %,d rows."
                            .formatted(its.getNum_values(), group.getNum_rows()));
        }
        return its;
    }

    /** How many rows were read. */
    public long rowCount() {
        return rowCount;
    }

    /** An exception that says what is wrong with a column of the file, in words for a user. */
    private RuntimeException failed(Throwable broken, int column) throws IOException {
        String part = "column '%s', row group %d".formatted(columnNames.get(column), nextGroup);
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof Damage damage) {
                return explained(damage.in(part));
            }
            if (cause instanceof EOFException) {
                return explained(Damage.ofBytes("ends within its pages.").in(part));
            }
            if (cause instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
        String at = ", at row %,d.".formatted(rowCount);
        Damage damage =
                broken instanceof OutOfMemoryError
                        ? new Damage("its pages need more memory than there is" + at)
                        : Damage.ofBytes("a page is damaged" + at);
        return explained(damage.in(part));
    }

    private TraceException explained(Damage damage) {
        return new TraceException(file + ": " + damage.getMessage(), damage.maybe(), damage);
    }
}
