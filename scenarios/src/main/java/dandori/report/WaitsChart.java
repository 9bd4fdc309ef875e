package dandori.report;

import dandori.experiment.Curves;
import dandori.experiment.Group;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.List;

/**
 * Which share of jobs started within a wait, a line for each policy, over a logarithmic axis of
 * waits: the empirical distribution of waits, exact at the waits of {@link
 * Curves#waitBoundsSeconds}, of the jobs of all seeds together. A job that never started counts as
 * one that has not, so that a line may end below 100 %.
 *
 * @param study the study
 */
record WaitsChart(Study study) {

    private static final int LEFT = 56;
    private static final int RIGHT = 130; // for the labels
    private static final int TOP = 12;
    private static final int BOTTOM = 36;
    private static final int FIRST = 10; // seconds: what is shorter stands at the left
    private static final List<Integer> TICKS =
            List.of(60, 600, 3_600, 6 * 3_600, 86_400, 604_800, 2_592_000, 31_536_000);
    private static final List<String> NAMES =
            List.of("1 min", "10 min", "1 h", "6 h", "1 d", "1 week", "30 d", "1 year");
    private static final double DONE = 0.9995;

    /** The shares of a policy at each bound, from 0 to 1. */
    double[] shares(String policy) {
        Pooled pooled = new Pooled(study);
        double[] started = pooled.sum(policy, Group.ALL, Curves.STARTED_WITHIN);
        double jobs = pooled.jobs(policy);
        for (int i = 0; i < started.length; i++) {
            started[i] /= jobs;
        }
        return started;
    }

    /** How many bounds are of use: up to that by which all have started, or as good as. */
    private int count() {
        int most = 1;
        for (String policy : study.policies()) {
            double[] shares = shares(policy);
            double last = shares.length == 0 ? 0 : shares[shares.length - 1];
            int its = 0;
            while (its < shares.length && shares[its] < last * DONE) {
                its++;
            }
            most = Math.max(most, Math.min(shares.length, its + 1));
        }
        return Math.max(most, Curves.waitBoundsSeconds().indexOf(600) + 1);
    }

    /** The picture. */
    String draw() {
        int height = Svg.heightFor(study.policies().size(), 300);
        List<Integer> bounds = Curves.waitBoundsSeconds().subList(0, count());
        Svg svg = new Svg(height, "Share of jobs that started within a wait, by policy");
        Axis up = new Axis(0, 1, height - BOTTOM, TOP);
        for (double tick : up.ticks(4)) {
            svg.grid(LEFT, up.at(tick), Svg.WIDTH - RIGHT, up.at(tick));
            svg.text(LEFT - 8, up.at(tick) + 4, "end", Digits.plain(100 * tick, 0) + " %");
        }
        int last = bounds.get(bounds.size() - 1);
        Axis along = new Axis(log(FIRST), log(last), LEFT, Svg.WIDTH - RIGHT);
        svg.text(LEFT, height - BOTTOM + 20, "middle", "at once");
        for (int i = 0; i < TICKS.size() && TICKS.get(i) <= last; i++) {
            double x = along.at(log(TICKS.get(i)));
            svg.grid(x, TOP, x, height - BOTTOM);
            svg.text(x, height - BOTTOM + 20, "middle", NAMES.get(i));
        }
        double[] ends = new double[study.policies().size()];
        for (int i = 0; i < ends.length; i++) {
            double[] shares = shares(study.policies().get(i));
            double[] x = new double[Math.min(shares.length, bounds.size())];
            double[] y = new double[x.length];
            for (int bound = 0; bound < x.length; bound++) {
                x[bound] = along.at(log(Math.max(FIRST, bounds.get(bound))));
                y[bound] = up.at(shares[bound]);
            }
            svg.line(i, x, y);
            ends[i] = y.length == 0 ? height - BOTTOM : y[y.length - 1];
        }
        svg.labels(Svg.WIDTH - RIGHT, ends, TOP, height - BOTTOM, study.policies());
        return svg.close();
    }

    private static double log(double seconds) {
        return StrictMath.log(seconds);
    }

    /** The numbers: policies in rows, waits in columns. */
    Section numbers() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Policy", study.policies()));
        List<double[]> shares = study.policies().stream().map(this::shares).toList();
        int count = count();
        columns.add(column("at once", 0, shares));
        for (int i = 0; i < TICKS.size(); i++) {
            int bound = Curves.waitBoundsSeconds().indexOf(TICKS.get(i));
            if (bound < count) {
                columns.add(column("≤ " + NAMES.get(i), bound, shares));
            }
        }
        return new Section(
                "Share of jobs that started within a wait",
                new Table(columns),
                List.of("Of the jobs of all seeds together; at least, where jobs still wait."),
                false);
    }

    private static Column column(String heading, int bound, List<double[]> shares) {
        List<Entry> entries = new ArrayList<>();
        for (double[] its : shares) {
            double share = its.length > bound ? its[bound] : Double.NaN;
            entries.add(Digits.entry(100 * share, Double.NaN, false, ""));
        }
        return new Column(heading, "%", false, entries);
    }
}
