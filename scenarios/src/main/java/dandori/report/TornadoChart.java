package dandori.report;

import dandori.experiment.Spread;
import dandori.experiment.inquiry.Effect;
import dandori.experiment.inquiry.SensitivityResult;
import dandori.scenario.inquiry.Sensitivity;
import java.util.List;

/** A picture of how far each value moves a figure: a bar from its low to its high value. */
final class TornadoChart {

    private static final int ROW = 34;
    private static final int TOP = 14;
    private static final int BOTTOM = 40;

    private final Sensitivity sensitivity;
    private final SensitivityResult.Answer answer;

    TornadoChart(Sensitivity sensitivity, SensitivityResult.Answer answer) {
        this.sensitivity = sensitivity;
        this.answer = answer;
    }

    Picture picture() {
        List<Effect> shown =
                answer.effects().stream()
                        .filter(one -> Double.isFinite(one.difference().mean()))
                        .toList();
        double[] all =
                shown.stream()
                        .flatMapToDouble(one ->
                                java.util.stream.DoubleStream.of(
                                        one.atLow().mean(), one.atHigh().mean()))
                        .toArray();
        FigureScale scale = FigureScale.of(sensitivity.figure().figure(), all);
        String unit = scale.unit().isEmpty() ? "" : ", " + scale.unit();
        String title =
                "What moves %s%s under %s"
                        .formatted(FigurePhrase.of(sensitivity.figure()), unit, answer.policy());
        double least = java.util.Arrays.stream(all).map(scale::scaled).min().orElse(0);
        double most = java.util.Arrays.stream(all).map(scale::scaled).max().orElse(1);
        double margin = Math.max((most - least) * 0.12, 1e-9);
        int height = TOP + BOTTOM + ROW * Math.max(1, shown.size());
        Plot plot = new Plot(height, title, least - margin, most + margin, 0, 1);
        double step = Axis.roundStep((most - least + 2 * margin) / 6);
        for (double at = step * Math.ceil((least - margin) / step);
                at <= most + margin;
                at += step) {
            plot.upright(at);
            plot.text(plot.x(at), height - BOTTOM + 24, "middle", Axis.words(at, step));
        }
        Spread own = answer.own();
        if (own != null && Double.isFinite(own.mean())) {
            plot.upright(scale.scaled(own.mean()));
        }
        for (int i = 0; i < shown.size(); i++) {
            row(plot, shown.get(i), scale, TOP + ROW * (i + 0.5));
        }
        return new Picture(title, plot.svg());
    }

    private static void row(Plot plot, Effect effect, FigureScale scale, double middle) {
        double low = scale.scaled(effect.atLow().mean());
        double high = scale.scaled(effect.atHigh().mean());
        plot.box(low, high, middle, ROW * 0.55, low <= high ? 0 : 1);
        boolean isUp = low <= high;
        plot.text(
                plot.x(low) + (isUp ? -5 : 5),
                middle + 4,
                isUp ? "end" : "start",
                word(effect, false));
        plot.text(
                plot.x(high) + (isUp ? 5 : -5),
                middle + 4,
                isUp ? "start" : "end",
                word(effect, true));
        plot.text(764, middle + 4, "start", effect.name());
    }

    private static String word(Effect effect, boolean isHigh) {
        return effect.isOfPair()
                ? (isHigh ? "alike" : "apart")
                : isHigh ? effect.high() : effect.low();
    }
}
