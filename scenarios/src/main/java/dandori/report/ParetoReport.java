package dandori.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@link ParetoFront} as a table and a picture.
 *
 * @param front the front
 */
record ParetoReport(ParetoFront front) {

    private static final int LEFT = 64;
    private static final int RIGHT = 40;
    private static final int TOP = 24;
    private static final int BOTTOM = 44;
    private static final int HEIGHT = 320;
    private static final int NAMED = 12; // more names than these would lie upon each other

    /** The table of the pairs on the front. */
    Section section() {
        List<ParetoFront.Point> points = front.front();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Choice", points.stream().map(ParetoFront.Point::name).toList()));
        for (int i = 0; i < front.metrics().size(); i++) {
            int place = i;
            Metric metric = front.metrics().get(i);
            double largest =
                    points.stream()
                            .mapToDouble(one -> Math.abs(one.values().get(place)))
                            .max()
                            .orElse(0);
            Scale scale = Scale.of(metric.kind(), largest);
            List<Entry> entries =
                    points.stream()
                            .map(one ->
                                    Digits.entry(
                                            one.values().get(place) / scale.factor(),
                                            Double.NaN,
                                            false,
                                            ""))
                            .toList();
            columns.add(new Column(metric.heading(), scale.unit(), false, entries));
        }
        return new Section(
                "What no other choice beats",
                new Table(columns),
                List.of(
                        "%d of %d choices: none of the others is as good by all of these and better by one (Pareto front, of means over the seeds; choices whose intervals overlap may change places)."
                                .formatted(points.size(), front.points().size())),
                true);
    }

    /** The pairs by utilization and waits; those on the front are large and joined. */
    Picture picture() {
        double mostWait =
                front.points().stream().mapToDouble(one -> one.values().get(1)).max().orElse(0);
        double mostUse =
                front.points().stream().mapToDouble(one -> one.values().get(0)).max().orElse(0);
        Scale waits = Scale.of(Metric.Kind.SECONDS, mostWait);
        Axis up = Axis.fromZero(mostWait / waits.factor(), HEIGHT - BOTTOM, TOP);
        double leastUse =
                front.points().stream().mapToDouble(one -> one.values().get(0)).min().orElse(0);
        double step = Axis.roundStep(Math.max((mostUse - leastUse) / 4, 0.005));
        Axis along =
                new Axis(
                        step * Math.floor(leastUse / step),
                        step * (Math.floor(mostUse / step) + 1),
                        LEFT,
                        Svg.WIDTH - RIGHT);
        Svg svg = new Svg(HEIGHT, "Wait that 95 % do not exceed against utilization");
        for (double tick : up.ticks(4)) {
            svg.grid(LEFT, up.at(tick), Svg.WIDTH - RIGHT, up.at(tick));
            svg.text(LEFT - 8, up.at(tick) + 4, "end", Axis.words(tick, up.ticks(4)));
        }
        for (double tick : along.ticks(5)) {
            svg.text(
                    along.at(tick),
                    HEIGHT - BOTTOM + 20,
                    "middle",
                    Digits.plain(100 * tick, 1).replace(".0", "") + " %");
        }
        svg.text(LEFT - 8, TOP - 10, "end", waits.unit());
        svg.text((LEFT + Svg.WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", "utilization");
        points(svg, up, along, waits);
        return new Picture(
                "p95 wait against utilization: choices that no other beats are in colour",
                svg.close());
    }

    private void points(Svg svg, Axis up, Axis along, Scale waits) {
        List<ParetoFront.Point> best = front.front();
        for (ParetoFront.Point point : front.points()) {
            double x = along.at(point.values().get(0));
            double y = up.at(point.values().get(1) / waits.factor());
            boolean isBest = best.contains(point);
            double half = isBest ? 5 : 3;
            svg.box(x - half, y - half, 2 * half, 2 * half, isBest ? Svg.colour(0) : "#999999", 1);
            if (isBest && best.size() <= NAMED) {
                boolean isRight = x > Svg.WIDTH / 2.0;
                svg.text(isRight ? x - 10 : x + 10, y - 8, isRight ? "end" : "start", point.name());
            }
        }
    }
}
