package dandori.report;

import dandori.experiment.Study;
import dandori.experiment.inquiry.Interval;
import dandori.experiment.inquiry.SearchResult;
import dandori.scenario.inquiry.Grid;
import dandori.scenario.inquiry.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A picture of a figure over the values of a search, with its bound; a line for each policy. What
 * is far beyond the bound is cut off, so that what is near it can be seen.
 */
final class PointsChart {

    private static final int HEIGHT = 320;
    private static final int MOST_BOUNDS = 3; // that many times the bound is shown at most

    private final SearchResult result;
    private final int target;
    private final Grid values;
    private final FigureScale scale;
    private final Plot plot;

    /** Of the target at a place of the list. */
    PointsChart(SearchResult result, int target) {
        this.result = result;
        this.target = target;
        values = result.search().between();
        Target bound = result.search().targets().get(target);
        List<Double> ends = new ArrayList<>(List.of(bound.bound()));
        for (int i = 0; i < result.answers().size(); i++) {
            for (Study study : result.points().values()) {
                Interval interval = interval(i, study);
                ends.add(interval.mean());
                ends.add(Double.isFinite(interval.high()) ? interval.high() : interval.mean());
            }
        }
        double cut = bound.bound() > 0 ? MOST_BOUNDS * bound.bound() : Double.POSITIVE_INFINITY;
        double[] all =
                ends.stream()
                        .filter(Double::isFinite)
                        .mapToDouble(end -> Math.min(end, cut))
                        .toArray();
        scale = FigureScale.of(bound.figure().figure(), all);
        double most = 0;
        double least = 0;
        for (double value : all) {
            most = Math.max(most, scale.scaled(value));
            least = Math.min(least, scale.scaled(value));
        }
        plot =
                new Plot(
                        HEIGHT,
                        title(),
                        values.number(0),
                        values.number(values.count() - 1),
                        least,
                        most);
    }

    private Interval interval(int answer, Study study) {
        return result.interval(study, of(answer).figure());
    }

    private Target of(int answer) {
        return result.answers().get(answer).of().targets().get(target);
    }

    private String title() {
        String unit = scale.unit().isEmpty() ? "" : ", " + scale.unit();
        String of = values.numberUnit().isEmpty() ? "" : ", " + values.numberUnit();
        return "%s%s, over %s%s"
                .formatted(
                        FigurePhrase.of(result.search().targets().get(target).figure()),
                        unit,
                        result.search().name(),
                        of);
    }

    Picture picture() {
        plot.axes();
        Target bound = result.search().targets().get(target);
        plot.bound(
                scale.scaled(bound.bound()),
                (bound.isAtMost() ? "≤ " : "≥ ") + scale.words(bound.bound()));
        for (int i = 0; i < result.answers().size(); i++) {
            List<double[]> points = new ArrayList<>();
            for (Map.Entry<Integer, Study> point : result.points().entrySet()) {
                Interval interval = interval(i, point.getValue());
                if (interval.count() > 0) {
                    points.add(
                            new double[] {
                                values.number(point.getKey()),
                                scale.scaled(interval.mean()),
                                scale.scaled(interval.low()),
                                scale.scaled(interval.high())
                            });
                }
            }
            plot.line(points, i, of(i).figure().policy());
        }
        return new Picture(title() + "; bars: intervals", plot.svg());
    }
}
