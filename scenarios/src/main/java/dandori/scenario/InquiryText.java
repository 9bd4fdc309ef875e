package dandori.scenario;

import dandori.scenario.inquiry.Bounds;
import dandori.scenario.inquiry.FigureOf;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.inquiry.Search;
import dandori.scenario.inquiry.Sensitivity;
import dandori.scenario.inquiry.Target;
import dandori.scenario.inquiry.Whose;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections {@code search} and {@code sensitivity} as text. */
final class InquiryText {

    private InquiryText() {}

    /** Adds what is to be found out; nothing if there is nothing. */
    static void add(@Nullable Inquiry inquiry, TreeBuilder root) {
        if (inquiry instanceof Search search) {
            root.put("search", search(search));
        } else if (inquiry instanceof Sensitivity sensitivity) {
            root.put("sensitivity", sensitivity(sensitivity));
        }
    }

    private static Node search(Search search) {
        TreeBuilder tree = new TreeBuilder();
        if (search.places().size() == 1) {
            tree.text("change", search.places().get(0));
        } else {
            tree.names("change", search.places());
        }
        tree.text("between", search.between().betweenText());
        tree.put("step", value(search.between().stepText()));
        tree.text("find", search.isSmallest() ? "smallest" : "largest");
        List<Node> targets = search.targets().stream().map(InquiryText::target).toList();
        if (targets.size() == 1) {
            tree.put("target", targets.get(0));
        } else {
            tree.list("target", targets);
        }
        return tree.number("certainty", search.certainty())
                .number("seedsAtMost", search.seedsAtMost())
                .mapping();
    }

    private static Node target(Target target) {
        TreeBuilder tree = figure(target.figure());
        String bound = Bounds.text(target.figure().figure(), target.bound());
        return tree.put(target.isAtMost() ? "atMost" : "atLeast", value(bound)).mapping();
    }

    private static TreeBuilder figure(FigureOf figure) {
        TreeBuilder tree = new TreeBuilder().text("figure", figure.figure());
        if (!figure.policy().isEmpty()) {
            tree.text("policy", figure.policy());
        }
        if (figure.whose() != Whose.ALL) {
            tree.text(figure.whose().key(), figure.name());
        }
        return tree;
    }

    private static Node sensitivity(Sensitivity sensitivity) {
        TreeBuilder inputs = new TreeBuilder();
        sensitivity
                .inputs()
                .forEach((place, ends) ->
                        inputs.list(place, List.of(value(ends.low()), value(ends.high()))));
        return figure(sensitivity.figure())
                .put("inputs", inputs.mapping())
                .text("design", sensitivity.isFactorial() ? "factorial" : "oneAtATime")
                .mapping();
    }

    /** A text that is written as a number where it is one. */
    private static Node value(String text) {
        boolean isNumber = text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        return new Scalar("", 0, text, isNumber ? Scalar.Type.NUMBER : Scalar.Type.TEXT);
    }
}
