package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Spread;
import dandori.experiment.inquiry.Effect;
import dandori.experiment.inquiry.SensitivityResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Makes the report of a sensitivity: what moves a figure, the strongest first. */
final class SensitivityReport {

    private static final String CLEAR = "●";

    private final SensitivityResult result;
    private final boolean isDrawn;

    private SensitivityReport(SensitivityResult result, boolean isDrawn) {
        this.result = result;
        this.isDrawn = isDrawn;
    }

    static Report of(ExperimentResult all) {
        SensitivityReport its =
                new SensitivityReport(SensitivityResult.of(all), all.first().scenario().isDrawn());
        List<String> sentences = its.result.answers().stream().map(its::sentence).toList();
        List<Section> sections = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        for (SensitivityResult.Answer answer : its.result.answers()) {
            sections.add(its.section(answer));
            pictures.add(new TornadoChart(its.result.sensitivity(), answer).picture());
        }
        boolean hasOwn = !its.result.sensitivity().isFactorial();
        return InquiryReport.of(
                all, sentences, sections, pictures, hasOwn ? List.of(all.first()) : List.of());
    }

    /** What moves the figure most. */
    private String sentence(SensitivityResult.Answer answer) {
        String figure = FigurePhrase.of(result.sensitivity().figure());
        Effect most = answer.effects().get(0);
        if (!Double.isFinite(most.difference().mean())) {
            return "Under %s no run has %s.".formatted(answer.policy(), figure);
        }
        if (isDrawn && answer.effects().stream().noneMatch(SensitivityReport::isClear)) {
            return "Under %s nothing moves %s more than chance may."
                    .formatted(answer.policy(), figure);
        }
        FigureScale scale =
                FigureScale.of(
                        result.sensitivity().figure().figure(),
                        most.atLow().mean(),
                        most.atHigh().mean());
        return "Under %s %s moves %s most: it is %s %s and %s %s."
                .formatted(
                        answer.policy(),
                        most.name(),
                        figure,
                        scale.words(most.atLow().mean()),
                        most.isOfPair() ? "where one is high" : "at " + most.low(),
                        scale.words(most.atHigh().mean()),
                        most.isOfPair() ? "where both are alike" : "at " + most.high());
    }

    private Section section(SensitivityResult.Answer answer) {
        List<Effect> effects = answer.effects();
        String figure = result.sensitivity().figure().figure();
        FigureScale scale =
                FigureScale.of(
                        figure,
                        effects.stream()
                                .flatMapToDouble(one ->
                                        DoubleStream.of(one.atLow().mean(), one.atHigh().mean()))
                                .toArray());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Value", effects.stream().map(Effect::name).toList()));
        columns.add(Column.text("Low", effects.stream().map(Effect::low).toList()));
        columns.add(Column.text("High", effects.stream().map(Effect::high).toList()));
        columns.add(column("At low", scale, effects.stream().map(Effect::atLow).toList()));
        columns.add(column("At high", scale, effects.stream().map(Effect::atHigh).toList()));
        columns.add(
                new Column(
                        "Difference",
                        scale.unit(),
                        false,
                        effects.stream()
                                .map(one ->
                                        scale.entry(one.difference(), isClear(one) ? CLEAR : ""))
                                .toList()));
        return new Section(
                "What moves %s under %s"
                        .formatted(FigurePhrase.of(result.sensitivity().figure()), answer.policy()),
                new Table(columns),
                lines(answer, scale),
                true);
    }

    private static Column column(String heading, FigureScale scale, List<Spread> spreads) {
        return new Column(
                heading,
                scale.unit(),
                false,
                spreads.stream().map(one -> scale.entry(one, "")).toList());
    }

    private List<String> lines(SensitivityResult.Answer answer, FigureScale scale) {
        List<String> lines = new ArrayList<>();
        Spread own = answer.own();
        if (own != null) {
            lines.add("With the values of the file: %s.".formatted(scale.words(own.mean())));
        }
        lines.add(
                result.sensitivity().isFactorial()
                        ? "Every combination of low and high values was played; each line has the means over"
                                + " all of them. Of two values with ×, 'low' is where one is high and the"
                                + " other low, 'high' where both are alike: what they do together beyond"
                                + " what each does alone."
                        : "One value at a time departs from those of the file.");
        int seeds = answer.effects().get(0).difference().count();
        if (seeds > 1) {
            lines.add(
                    (seeds > 2
                                    ? CLEAR
                                            + " the 95 % interval of the difference, seed by seed, does not hold 0. "
                                    : "")
                            + "±: half of "
                            + (seeds == 2
                                    ? "what the two runs differ by."
                                    : "the 95 %% interval of the mean over %d seeds."
                                            .formatted(seeds)));
        } else if (isDrawn) {
            lines.add(
                    "One seed, so there is no telling chance from cause: --seeds 1..10 gives intervals.");
        }
        return lines;
    }

    private static boolean isClear(Effect effect) {
        Spread difference = effect.difference();
        return difference.count() > 2 && Math.abs(difference.mean()) > difference.halfWidth();
    }
}
