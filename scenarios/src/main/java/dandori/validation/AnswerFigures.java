package dandori.validation;

import dandori.scenario.text.NearestName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * The figures of an answer by their paths: {@code all.wait_mean_s} in JSON, {@code 3.predicted_s}
 * in the third line of a table.
 */
final class AnswerFigures {

    private final JsonNode tree;

    private AnswerFigures(JsonNode tree) {
        this.tree = tree;
    }

    /** Those of a document; none of what is neither JSON nor a table. */
    static AnswerFigures of(String document) {
        try {
            boolean isTable = !document.stripLeading().startsWith("{");
            return new AnswerFigures(
                    isTable ? table(document) : JsonMapper.shared().readTree(document));
        } catch (JacksonException neither) {
            return new AnswerFigures(JsonMapper.shared().createObjectNode());
        }
    }

    /** The lines of a table by their numbers, each with its cells by their columns. */
    private static JsonNode table(String csv) {
        ObjectNode lines = JsonMapper.shared().createObjectNode();
        CsvSchema head = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> cells =
                CsvMapper.shared().readerForMapOf(String.class).with(head).readValues(csv)) {
            for (int line = 1; cells.hasNextValue(); line++) {
                ObjectNode its = lines.putObject(String.valueOf(line));
                cells.nextValue().forEach((column, cell) -> put(its, column, cell));
            }
        }
        return lines;
    }

    private static void put(ObjectNode line, String column, String cell) {
        if (cell.matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            line.put(column, new BigDecimal(cell));
        } else {
            line.put(column, cell);
        }
    }

    /** The number at a path; empty if there is none. */
    Optional<BigDecimal> number(String path) {
        return find(tree, path).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    /** What to say of a path at which there is no number. */
    String missing(String path) {
        if (find(tree, path).isPresent()) {
            return "the answer has no number at '%s'.".formatted(path);
        }
        List<String> paths = new ArrayList<>();
        if (!path.contains(".")) {
            tree.propertyNames().forEach(name -> paths.add(name + "." + path));
            paths.removeIf(below -> number(below).isEmpty());
        }
        String above = path.substring(0, path.lastIndexOf('.') + 1);
        if (paths.isEmpty()) {
            find(tree, above.isEmpty() ? "" : above.substring(0, above.length() - 1))
                    .ifPresent(
                            node -> node.propertyNames().forEach(name -> paths.add(above + name)));
        }
        String maybe = NearestName.maybe(path, paths);
        return "the answer has no '%s'.%s".formatted(path, maybe == null ? "" : " Maybe " + maybe);
    }

    /** Names may have dots of their own: the longest that is there is taken. */
    private static Optional<JsonNode> find(JsonNode node, String path) {
        if (path.isEmpty()) {
            return Optional.of(node);
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            JsonNode below = child(node, path.substring(0, end));
            if (below != null) {
                Optional<JsonNode> found =
                        find(below, path.substring(Math.min(path.length(), end + 1)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable JsonNode child(JsonNode node, String name) {
        return node.isArray() && name.matches("[0-9]{1,9}")
                ? node.get(Integer.parseInt(name))
                : node.get(name);
    }
}
