package dandori.report;

import dandori.engine.Durations;
import dandori.experiment.CellResult;
import dandori.experiment.Group;
import dandori.experiment.Study;

/**
 * The window of a study along a line of a drawing, as that of its first run.
 *
 * @param days in days since the origin
 */
record TimeAxis(Axis days) {

    private static final double DAY = Durations.DAY_MILLIS / 1000.0;

    static TimeAxis of(Study study, double begin, double end) {
        CellResult first = study.results().get(0);
        double from = first.measurement().figure(Group.ALL, "window_from_s").value() / DAY;
        double to = first.measurement().figure(Group.ALL, "window_to_s").value() / DAY;
        return new TimeAxis(new Axis(from, Math.max(to, from + 1e-6), begin, end));
    }

    /** Writes days below. */
    void days(Svg svg, double y) {
        double step = Math.max(1, Axis.roundStep((days.to() - days.from()) / 6));
        for (double at = step * Math.ceil(days.from() / step); at <= days.to(); at += step) {
            svg.text(days.at(at), y, "middle", "day " + Digits.plain(at, 0));
        }
    }

    /** Where the middles of equal parts of the window stand. */
    double[] middles(int parts) {
        double[] middles = new double[parts];
        for (int i = 0; i < parts; i++) {
            middles[i] = days.begin() + (i + 0.5) / parts * (days.end() - days.begin());
        }
        return middles;
    }

    /** What a part of the window is called: {@code day 3–5}. */
    String part(int index, int parts) {
        double length = (days.to() - days.from()) / parts;
        int decimals = length < 1 ? 1 : 0;
        String from = Digits.plain(days.from() + index * length, decimals);
        String to = Digits.plain(days.from() + (index + 1) * length, decimals);
        return "day " + from + "–" + to;
    }
}
