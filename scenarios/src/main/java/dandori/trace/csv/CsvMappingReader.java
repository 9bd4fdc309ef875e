package dandori.trace.csv;

import dandori.machine.AllocationUnit;
import dandori.scenario.key.Scalars;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.Sequence;
import dandori.scenario.text.TreeReader;
import dandori.trace.LoggedEnd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads mapping files, strictly: every issue is told at once, with its path and line. */
final class CsvMappingReader {

    private static final String WHAT = "a mapping file";
    private static final List<String> SAYS_NOTHING =
            List.of(
                    "NULL",
                    "null",
                    "None",
                    "nan",
                    "NaN",
                    "NaT",
                    TypedRow.NO_TIME,
                    "N/A",
                    "NA",
                    "\\N",
                    "-",
                    "Unknown");

    private final Issues issues;

    private CsvMappingReader(Issues issues) {
        this.issues = issues;
    }

    /**
     * The mapping of a file.
     *
     * @throws ScenarioException if anything is wrong, with all issues
     */
    static CsvMapping read(Path file) {
        return read(file.toString(), TreeReader.bytes(file, WHAT));
    }

    /**
     * The mapping of bytes.
     *
     * @param name what issues call the file
     * @throws ScenarioException if anything is wrong, with all issues
     */
    static CsvMapping read(String name, byte[] bytes) {
        Issues issues = new Issues();
        Node root = TreeReader.read(bytes, issues);
        CsvMapping mapping = root == null ? null : new CsvMappingReader(issues).mapping(root);
        if (root == null && issues.isEmpty()) {
            issues.add("", 0, WHAT + " is a mapping of keys, but this is empty.", "columns: {…}");
        }
        if (mapping == null || !issues.isEmpty()) {
            throw new ScenarioException(name, issues.list());
        }
        return mapping;
    }

    private CsvMapping mapping(Node root) {
        Values file = Values.of(CsvSections.FILE, root, issues);
        Map<CsvField, CsvColumn> columns = columns(file);
        List<String> names = texts(file.node("names"));
        boolean hasHeader = file.flag("header") && names.isEmpty();
        if (file.has("header") && file.flag("header") && !names.isEmpty()) {
            issues.add(
                    file.mapping(),
                    "'names' are those of a table that does not name its columns.",
                    "header: false.");
        }
        Node times = file.node("times");
        return new CsvMapping(
                delimiter(file.word("delimiter")),
                hasHeader,
                names,
                columns,
                Set.copyOf(texts(file.node("optional"))),
                CsvTimesReader.read(times, issues),
                unit(file.word("count"), columns),
                states(file),
                unknown(file),
                only(file));
    }

    private static char delimiter(String word) {
        return switch (word) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "colon" -> ':';
            case "tab" -> '\t';
            case "bar" -> '|';
            case "blank" -> ' ';
            default -> 0;
        };
    }

    private Map<CsvField, CsvColumn> columns(Values file) {
        Map<CsvField, CsvColumn> columns = new LinkedHashMap<>();
        Node node = file.node("columns");
        if (node == null) {
            return columns;
        }
        Values values = Values.of(CsvSections.COLUMNS, node, issues);
        for (CsvField field : CsvField.values()) {
            Node column = values.mapping().get(field.key());
            if (column != null) {
                columns.put(field, column(field, column));
            }
        }
        boolean hasStart = columns.containsKey(CsvField.START);
        boolean hasWait = columns.containsKey(CsvField.WAIT);
        if (!columns.containsKey(CsvField.SUBMIT) && !(hasStart && hasWait)) {
            issues.add(node, "nothing says when jobs were submitted.", "submit: COLUMN.");
        }
        boolean hasStay = columns.containsKey(CsvField.END) && (hasStart || hasWait);
        if (!columns.containsKey(CsvField.RUN) && !hasStay) {
            issues.add(node, "nothing says how long jobs ran.", "run: COLUMN, or start and end.");
        }
        if (columns.keySet().stream().noneMatch(CsvField::isSize)) {
            issues.add(
                    node,
                    "nothing says how large jobs are.",
                    "nodes, processors or accelerators: COLUMN.");
        }
        return columns;
    }

    private CsvColumn column(CsvField field, Node node) {
        if (node instanceof Mapping && field.isSize()) {
            Values product = Values.of(CsvSections.PRODUCT, node, issues);
            return new CsvColumn(texts(product.node("product")), product.count("per"));
        }
        return new CsvColumn(List.of(text(node)), 1);
    }

    private List<String> texts(@Nullable Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                texts.add(text(item));
            }
        } else if (node != null) {
            issues.add(node, "must be a list, but is " + node.says() + ".", "[a, b].");
        }
        return texts;
    }

    /** A text or number as written. */
    private String text(Node node) {
        if (node instanceof Scalar scalar && scalar.type() != Scalar.Type.NOTHING) {
            return scalar.text();
        }
        issues.add(
                node,
                "must be the name or the number of a column, but is " + node.says() + ".",
                null);
        return "";
    }

    private static AllocationUnit unit(String word, Map<CsvField, CsvColumn> columns) {
        Optional<AllocationUnit> said = AllocationUnit.ofPlural(word);
        if (said.isPresent()) {
            return said.get();
        }
        if (columns.containsKey(CsvField.NODES) || columns.containsKey(CsvField.ALLOCATED_NODES)) {
            return AllocationUnit.NODE;
        }
        boolean hasProcessors =
                columns.containsKey(CsvField.PROCESSORS)
                        || columns.containsKey(CsvField.ALLOCATED_PROCESSORS);
        return hasProcessors ? AllocationUnit.PROCESSOR : AllocationUnit.ACCELERATOR;
    }

    private Map<String, LoggedEnd> states(Values file) {
        Map<String, LoggedEnd> states = new LinkedHashMap<>();
        states.put("completed", LoggedEnd.COMPLETED);
        states.put("failed", LoggedEnd.FAILED);
        states.put("out_of_memory", LoggedEnd.FAILED);
        states.put("cancelled", LoggedEnd.CANCELLED);
        states.put("timeout", LoggedEnd.TIMEOUT);
        states.put("node_fail", LoggedEnd.NODE_FAILED);
        states.put("preempted", LoggedEnd.PREEMPTED);
        Map<String, LoggedEnd> ends = new LinkedHashMap<>();
        for (LoggedEnd end : LoggedEnd.values()) {
            if (!end.name().startsWith("PART")) {
                ends.put(end.name().toLowerCase(Locale.ROOT).replace('_', '-'), end);
            }
        }
        file.terms("states")
                .forEach((word, node) -> {
                    String end = Scalars.word(node, List.copyOf(ends.keySet()), issues);
                    LoggedEnd known = ends.get(end == null ? "" : end);
                    if (known != null) {
                        states.put(word, known);
                        states.put(word.toLowerCase(Locale.ROOT), known);
                    }
                });
        return states;
    }

    private List<String> unknown(Values file) {
        Node node = file.node("unknown");
        List<String> words = node == null ? SAYS_NOTHING : texts(node);
        return words.stream().filter(word -> !word.isEmpty()).toList();
    }

    private Map<String, Set<String>> only(Values file) {
        Map<String, Set<String>> only = new LinkedHashMap<>();
        file.terms("only")
                .forEach((column, node) -> {
                    List<String> values =
                            node instanceof Sequence ? texts(node) : List.of(text(node));
                    only.put(column, new LinkedHashSet<>(values));
                });
        return only;
    }
}
