package dandori.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What studies came to, as a tree for JSON. */
public final class ValidationTree {

    private ValidationTree() {}

    /** The tree: whether all holds, and every study with its figures. */
    public static Map<String, Object> of(List<ValidatedStudy> studies) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("holds", studies.stream().allMatch(ValidatedStudy::holds));
        tree.put("studies", studies.stream().map(ValidationTree::study).toList());
        return tree;
    }

    private static Map<String, Object> study(ValidatedStudy validated) {
        PublishedStudy study = validated.study();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("study", study.name());
        tree.put("title", study.title());
        tree.put("source", study.source());
        tree.put("certainty", study.certainty().text());
        tree.put("compared", study.compared());
        tree.put("conventions", study.conventions());
        tree.put("holds", validated.holds());
        List<Map<String, @Nullable Object>> figures = new ArrayList<>();
        validated.figures().forEach(figure -> figures.add(figure(figure)));
        tree.put("figures", figures);
        return tree;
    }

    private static Map<String, @Nullable Object> figure(ComparedFigure figure) {
        BigDecimal ours = figure.ours();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("run", figure.run());
        tree.put("figure", figure.figure());
        tree.put("unit", figure.unit());
        tree.put("ours", ours);
        tree.put("half_width", figure.halfWidth().signum() == 0 ? null : figure.halfWidth());
        tree.put("published", figure.published());
        tree.put("printed", figure.printed());
        tree.put("difference", ours == null ? null : ours.subtract(figure.published()));
        tree.put("verdict", figure.verdict().text());
        tree.put("holds", figure.verdict().holds());
        tree.put("why", figure.why());
        return tree;
    }
}
