package dandori.experiment.journal;

import dandori.campaign.Campaign;
import dandori.experiment.Cell;
import dandori.experiment.CellResult;
import dandori.experiment.Group;
import dandori.experiment.Measurement;
import dandori.metric.Figure;
import dandori.results.JsonLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A cell's result as a line of JSON and back, to the last bit.
 *
 * <p>Numbers are written with the digits that bring back the same {@code double}; what is no number
 * is the text {@code NaN} or {@code Infinity}. The dictionary is docs/data/cells.md.
 */
public final class CellLine {

    private CellLine() {}

    /** The line, without a line feed. */
    public static String of(CellResult result) {
        Cell cell = result.cell();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("cell", cell.number());
        tree.put("variant", cell.variant().number());
        tree.put("policy", cell.policy().name());
        tree.put("seed", cell.seed());
        tree.put("jobs", result.jobs());
        tree.put("drawn", result.drawn());
        tree.put("outages", result.outages());
        List<Object> groups = new ArrayList<>();
        result.measurement().groups().forEach((group, figures) -> groups.add(of(group, figures)));
        tree.put("groups", groups);
        tree.put("queue", result.measurement().queue().stream().map(CellLine::number).toList());
        List<Object> curves = new ArrayList<>();
        result.measurement().curves().forEach((group, its) -> curves.add(curves(group, its)));
        tree.put("curves", curves);
        tree.put("campaigns", result.campaigns().stream().map(CampaignLine::of).toList());
        Map<String, Object> generated = new LinkedHashMap<>();
        result.generated()
                .forEach((stream, figures) ->
                        generated.put(stream, figures.stream().map(CellLine::of).toList()));
        tree.put("generated", generated);
        return JsonLine.of(tree);
    }

    private static Map<String, Object> of(Group group, Map<String, Figure> figures) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", group.kind().key());
        tree.put("name", group.name());
        Map<String, Object> values = new LinkedHashMap<>();
        figures.forEach((name, figure) -> values.put(name, number(figure.value())));
        tree.put("figures", values);
        List<String> atLeast =
                figures.keySet().stream().filter(name -> figures.get(name).atLeast()).toList();
        if (!atLeast.isEmpty()) {
            tree.put("at_least", atLeast);
        }
        return tree;
    }

    private static Map<String, Object> curves(Group group, Map<String, List<Double>> curves) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", group.kind().key());
        tree.put("name", group.name());
        Map<String, Object> lists = new LinkedHashMap<>();
        curves.forEach((name, list) ->
                lists.put(name, list.stream().map(CellLine::number).toList()));
        tree.put("lists", lists);
        return tree;
    }

    private static Map<String, Object> of(dandori.generate.Figure figure) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", figure.name());
        tree.put("asked", number(figure.asked()));
        tree.put("achieved", number(figure.achieved()));
        tree.put("published", number(figure.published()));
        tree.put("source", figure.source());
        return tree;
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : (Object) String.valueOf(value);
    }

    /**
     * The result that a line holds.
     *
     * @param tree the line, parsed
     * @param cell the cell that it is about
     * @param campaigns those of its variant
     * @throws RuntimeException if something is missing, or is about another cell
     */
    static CellResult read(JsonNode tree, Cell cell, List<Campaign> campaigns) {
        Map<Group, Map<String, Figure>> groups = new LinkedHashMap<>();
        tree.required("groups").forEach(one -> groups.put(group(one), figures(one)));
        List<Double> queue = numbers(tree.required("queue"));
        Map<Group, Map<String, List<Double>>> curves = new LinkedHashMap<>();
        tree.required("curves").forEach(one -> curves.put(group(one), lists(one)));
        List<dandori.campaign.CampaignOutcome> outcomes = new ArrayList<>();
        tree.required("campaigns").forEach(one -> outcomes.add(CampaignLine.read(one, campaigns)));
        Map<String, List<dandori.generate.Figure>> generated = new LinkedHashMap<>();
        tree.required("generated")
                .forEachEntry((stream, figures) -> generated.put(stream, generated(figures)));
        return new CellResult(
                cell,
                tree.required("jobs").intValue(),
                tree.required("drawn").intValue(),
                new Measurement(groups, queue, curves),
                outcomes,
                generated,
                tree.required("outages").intValue());
    }

    private static Group group(JsonNode tree) {
        String key = tree.required("kind").stringValue();
        for (Group.Kind kind : Group.Kind.values()) {
            if (kind.key().equals(key)) {
                return new Group(kind, tree.required("name").stringValue());
            }
        }
        throw new IllegalArgumentException("there is no kind '%s'.".formatted(key));
    }

    private static Map<String, Figure> figures(JsonNode tree) {
        List<String> atLeast = new ArrayList<>();
        tree.path("at_least").forEach(name -> atLeast.add(name.stringValue()));
        Map<String, Figure> figures = new LinkedHashMap<>();
        tree.required("figures")
                .forEachEntry((name, value) ->
                        figures.put(name, new Figure(number(value), atLeast.contains(name))));
        return figures;
    }

    private static List<dandori.generate.Figure> generated(JsonNode figures) {
        List<dandori.generate.Figure> list = new ArrayList<>();
        figures.forEach(one ->
                list.add(
                        new dandori.generate.Figure(
                                one.required("name").stringValue(),
                                number(one.required("asked")),
                                number(one.required("achieved")),
                                number(one.required("published")),
                                one.required("source").stringValue())));
        return list;
    }

    private static Map<String, List<Double>> lists(JsonNode tree) {
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        tree.required("lists").forEachEntry((name, list) -> lists.put(name, numbers(list)));
        return lists;
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(value -> numbers.add(number(value)));
        return numbers;
    }

    private static double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.stringValue());
    }
}
