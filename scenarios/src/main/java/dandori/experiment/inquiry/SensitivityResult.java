package dandori.experiment.inquiry;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.metric.Figure;
import dandori.scenario.inquiry.FigureOf;
import dandori.scenario.inquiry.Sensitivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What moves a figure.
 *
 * @param sensitivity what was asked
 * @param answers the answer under each policy that was asked about
 */
public record SensitivityResult(Sensitivity sensitivity, List<Answer> answers) {

    /** Keeps the answers. */
    public SensitivityResult {
        answers = List.copyOf(answers);
    }

    /**
     * The answer under a policy.
     *
     * @param policy the policy
     * @param own the figure with the file's own values; null of a factorial, which does not play
     *     them
     * @param effects what each input does, the largest difference first
     */
    public record Answer(String policy, @Nullable Spread own, List<Effect> effects) {

        /** Keeps the effects. */
        public Answer {
            effects = List.copyOf(effects);
        }
    }

    /** What the cells of a sensitivity say. */
    public static SensitivityResult of(ExperimentResult result) {
        Sensitivity asked =
                (Sensitivity) Objects.requireNonNull(result.first().scenario().inquiry());
        Design design = Design.of(asked);
        List<Answer> answers = new ArrayList<>();
        for (String policy : Case.names(asked, result.first().policies())) {
            FigureOf of = asked.figure();
            FigureOf figure = new FigureOf(of.figure(), policy, of.whose(), of.name());
            List<Effect> effects =
                    design.contrasts().stream()
                            .map(one -> effect(result.studies(), asked, one, figure))
                            .sorted(Comparator.comparingDouble(SensitivityResult::size).reversed())
                            .toList();
            Spread own =
                    asked.isFactorial() ? null : Spread.of(Judge.figures(result.first(), figure));
            answers.add(new Answer(policy, own, effects));
        }
        return new SensitivityResult(asked, answers);
    }

    private static double size(Effect effect) {
        double size = Math.abs(effect.difference().mean());
        return Double.isNaN(size) ? -1 : size;
    }

    private static Effect effect(
            List<Study> studies, Sensitivity asked, Design.Contrast contrast, FigureOf figure) {
        List<Figure> low = means(studies, contrast.low(), figure);
        List<Figure> high = means(studies, contrast.high(), figure);
        List<Figure> differences = new ArrayList<>();
        for (int seed = 0; seed < low.size(); seed++) {
            differences.add(new Figure(high.get(seed).value() - low.get(seed).value(), false));
        }
        String name =
                contrast.inputs().stream().map(asked::nameOf).collect(Collectors.joining(" × "));
        Sensitivity.Ends ends = asked.inputs().get(contrast.inputs().get(0));
        boolean isOfOne = contrast.inputs().size() == 1;
        return new Effect(
                name,
                isOfOne && ends != null ? ends.low() : "",
                isOfOne && ends != null ? ends.high() : "",
                Spread.of(low),
                Spread.of(high),
                Spread.of(differences));
    }

    /** The mean over some points, seed by seed; NaN where a point has no figure. */
    private static List<Figure> means(List<Study> studies, List<Integer> points, FigureOf figure) {
        List<List<Figure>> all =
                points.stream().map(point -> Judge.figures(studies.get(point), figure)).toList();
        List<Figure> means = new ArrayList<>();
        for (int seed = 0; seed < all.get(0).size(); seed++) {
            double sum = 0;
            boolean atLeast = false;
            for (List<Figure> one : all) {
                sum += one.get(seed).value();
                atLeast |= one.get(seed).atLeast();
            }
            means.add(new Figure(sum / all.size(), atLeast));
        }
        return means;
    }
}
