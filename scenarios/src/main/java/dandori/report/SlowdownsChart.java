package dandori.report;

import dandori.experiment.Curves;
import dandori.experiment.Group;
import dandori.experiment.NodesClasses;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mean bounded slowdown by size and run time of jobs: a table of coloured boxes for each policy,
 * sizes in rows, run times in columns; of the jobs of all seeds together that have ended.
 */
final class SlowdownsChart {

    private static final int ACROSS = 3; // tables
    private static final int NAME = 94; // for the sizes, up to 32769–158976
    private static final int BOX = 34;
    private static final int ROW = 18;
    private static final int HEAD = 40; // the policy, and the run times
    private static final String[] COLOURS = {
        "#fff7d6", "#fde9a6", "#fbd071", "#f6ac4f", "#ec8a4f", "#e0785a"
    };
    private static final double[] BOUNDS = {1.5, 3, 10, 30, 100};
    private static final String[] RUN_TIMES = {"1min", "10min", "1h", "6h", "1d", "more"};

    private final List<String> policies;
    private final NodesClasses classes;
    private final Map<String, double[]> jobs = new LinkedHashMap<>(); // by policy, of each class
    private final Map<String, double[]> slowdowns = new LinkedHashMap<>(); // their sums

    SlowdownsChart(Study study) {
        policies = study.policies();
        classes = NodesClasses.of(study.scenario().machines());
        Pooled pooled = new Pooled(study);
        for (String policy : policies) {
            jobs.put(policy, pooled.sum(policy, Group.ALL, Curves.CLASS_JOBS));
            slowdowns.put(policy, pooled.sum(policy, Group.ALL, Curves.CLASS_SLOWDOWN));
        }
    }

    private static int runTimes() {
        return Curves.runTimeClasses().size();
    }

    /** The sizes of which there are jobs, from the smallest. */
    private List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int size = 0; size < classes.count(); size++) {
            double all = 0;
            for (String policy : policies) {
                for (int time = 0; time < runTimes(); time++) {
                    all += jobs(policy, size, time);
                }
            }
            if (all > 0) {
                sizes.add(size);
            }
        }
        return sizes;
    }

    private double jobs(String policy, int size, int time) {
        return of(jobs, policy, size, time);
    }

    private static double of(Map<String, double[]> all, String policy, int size, int time) {
        double[] sums = all.getOrDefault(policy, new double[0]);
        int place = size * runTimes() + time;
        return place < sums.length ? sums[place] : 0;
    }

    /** The mean of a class; NaN if it has no job. */
    double mean(String policy, int size, int time) {
        return of(slowdowns, policy, size, time) / jobs(policy, size, time);
    }

    private String sizeName(int size) {
        return classes.name(size).replace("-", "–");
    }

    /** The picture; empty if no job has ended. */
    String draw() {
        List<Integer> sizes = sizes();
        if (sizes.isEmpty()) {
            return "";
        }
        int high = HEAD + sizes.size() * ROW + 14;
        int rows = (policies.size() + ACROSS - 1) / ACROSS;
        Svg svg = new Svg(rows * high, "Mean bounded slowdown by size and run time, by policy");
        for (int i = 0; i < policies.size(); i++) {
            int left = i % ACROSS * (Svg.WIDTH / ACROSS);
            table(svg, policies.get(i), sizes, left, i / ACROSS * high);
        }
        return svg.close()
                + "<p>Rows: nodes of a job; columns: run time up to. Of jobs that have ended; a"
                + " bounded slowdown of 1 is no wait.</p>\n";
    }

    private void table(Svg svg, String policy, List<Integer> sizes, int left, int top) {
        svg.text(left + NAME, top + 14, "start", policy);
        for (int time = 0; time < runTimes(); time++) {
            svg.small(left + NAME + (time + 0.5) * BOX, top + 32, RUN_TIMES[time]);
        }
        for (int row = 0; row < sizes.size(); row++) {
            int y = top + HEAD + row * ROW;
            svg.text(left + NAME - 6, y + 13, "end", sizeName(sizes.get(row)));
            for (int time = 0; time < runTimes(); time++) {
                double mean = mean(policy, sizes.get(row), time);
                if (Double.isFinite(mean)) {
                    double x = left + NAME + time * BOX;
                    svg.box(x, y, BOX - 1, ROW - 1, colour(mean), 1);
                    svg.inside(x + (BOX - 1) / 2.0, y + 13, two(mean));
                }
            }
        }
    }

    private static String colour(double slowdown) {
        int place = 0;
        while (place < BOUNDS.length && slowdown > BOUNDS[place]) {
            place++;
        }
        return COLOURS[place];
    }

    /** A number in few characters: {@code 1.2}, {@code 35}, {@code 12k}. */
    private static String two(double value) {
        if (value >= 9_999.5) {
            return Digits.plain(value / 1000, 0) + "k";
        }
        return Digits.plain(value, value < 9.95 ? 1 : 0).replace(",", "");
    }

    /** The numbers: classes in rows, policies in columns. */
    Section numbers() {
        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<Integer> times = new ArrayList<>();
        String first = policies.get(0);
        for (int size : sizes()) {
            for (int time = 0; time < runTimes(); time++) {
                if (jobs(first, size, time) > 0) {
                    names.add(sizeName(size) + ", " + Curves.runTimeClasses().get(time));
                    sizes.add(size);
                    times.add(time);
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Nodes, run time", names));
        List<Entry> counts = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            counts.add(Entry.text(Digits.plain(jobs(first, sizes.get(row), times.get(row)), 0)));
        }
        columns.add(new Column("Jobs", "", false, counts));
        for (String policy : policies) {
            List<Entry> entries = new ArrayList<>();
            for (int row = 0; row < names.size(); row++) {
                double mean = mean(policy, sizes.get(row), times.get(row));
                entries.add(Digits.entry(mean, Double.NaN, false, ""));
            }
            columns.add(new Column(policy, "", false, entries));
        }
        return new Section(
                "Mean bounded slowdown by size and run time",
                new Table(columns),
                List.of(
                        "Of the jobs of all seeds together that have ended; jobs: under "
                                + first
                                + "."),
                false);
    }
}
