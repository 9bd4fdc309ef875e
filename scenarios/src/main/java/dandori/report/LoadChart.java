package dandori.report;

import dandori.experiment.Curves;
import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.machine.Machine;
import dandori.machine.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * What was busy and what waited over time: below each other, on one axis of time, of each machine
 * or pool its busy nodes in per cent and the node hours that wait, a line for each policy. Means
 * over the seeds.
 *
 * @param study the study
 */
record LoadChart(Study study) {

    private static final int LEFT = 72;
    private static final int RIGHT = 12;
    private static final int PANEL = 110;
    private static final int GAP = 34; // between panels, for a title
    private static final int DRAWN = 120; // parts of the window
    private static final int TOLD = 8;
    private static final double MILLION = 1e6;

    /** The machines or pools, as figures are kept of them. */
    List<Group> groups() {
        return study.groups(Group.Kind.MACHINE);
    }

    /** How many nodes a machine or pool has. */
    private int nodes(Group group) {
        for (Machine machine : study.scenario().machines()) {
            if (machine.name().equals(group.name())) {
                return machine.nodes();
            }
            for (Pool pool : machine.pools()) {
                if (group.name().equals(machine.name() + "/" + pool.name())) {
                    return pool.nodes();
                }
            }
        }
        return 1;
    }

    /** The picture. */
    String draw() {
        int panels = 2 * groups().size();
        Svg svg = new Svg(panels * (PANEL + GAP) + 20, "Utilization and backlog over time");
        TimeAxis days = TimeAxis.of(study, LEFT, Svg.WIDTH - RIGHT);
        int top = GAP;
        for (Group group : groups()) {
            panel(svg, days, top, group.name() + ": nodes busy, %", busy(group));
            top += PANEL + GAP;
            String unit = ": node hours that wait";
            panel(svg, days, top, group.name() + unit, backlog(group));
            top += PANEL + GAP;
        }
        days.days(svg, panels * (PANEL + GAP) + 14);
        return svg.close() + Svg.legend(study.policies(), "");
    }

    private void panel(Svg svg, TimeAxis days, int top, String title, List<double[]> lines) {
        double most = 0;
        for (double[] line : lines) {
            for (double value : line) {
                most = Math.max(most, value);
            }
        }
        Axis up = Axis.fromZero(Math.max(most, 1), top + PANEL, top);
        List<Double> ticks = up.ticks(4);
        List<String> labels = labels(up);
        for (int i = 0; i < ticks.size(); i++) {
            double at = up.at(ticks.get(i));
            svg.grid(LEFT, at, Svg.WIDTH - RIGHT, at);
            svg.text(LEFT - 8, at + 4, "end", labels.get(i));
        }
        svg.text(LEFT, top - 10, "start", title + (inMillions(up) ? ", millions" : ""));
        for (int i = 0; i < lines.size(); i++) {
            double[] values = Pooled.coarser(lines.get(i), DRAWN);
            double[] y = new double[values.length];
            for (int part = 0; part < y.length; part++) {
                y[part] = up.at(values[part]);
            }
            svg.line(i, days.middles(y.length), y);
        }
    }

    /** What stands at the ticks of an axis: so large numbers as have no room are in millions. */
    static List<String> labels(Axis up) {
        List<Double> ticks = up.ticks(4);
        double unit = inMillions(up) ? MILLION : 1;
        double step = ticks.size() < 2 ? 1 : ticks.get(1) - ticks.get(0);
        return ticks.stream().map(tick -> Axis.words(tick / unit, step / unit)).toList();
    }

    private static boolean inMillions(Axis up) {
        return up.to() >= MILLION;
    }

    /** Of each policy, in per cent of all nodes. */
    private List<double[]> busy(Group group) {
        List<double[]> lines = new ArrayList<>();
        for (String policy : study.policies()) {
            double[] busy = new Pooled(study).mean(policy, group, Curves.BUSY);
            for (int i = 0; i < busy.length; i++) {
                busy[i] *= 100.0 / nodes(group);
            }
            lines.add(busy);
        }
        return lines;
    }

    /** Of each policy, in node hours. */
    private List<double[]> backlog(Group group) {
        return study.policies().stream()
                .map(policy -> new Pooled(study).mean(policy, group, Curves.BACKLOG))
                .toList();
    }

    /** Tables of the numbers: policies in rows, stretches of the window in columns. */
    List<Section> numbers() {
        List<Section> sections = new ArrayList<>();
        for (Group group : groups()) {
            sections.add(numbers(group.name() + ": nodes busy over time", "%", busy(group)));
            sections.add(
                    numbers(
                            group.name() + ": node hours that wait, over time",
                            "",
                            backlog(group)));
        }
        return sections;
    }

    private Section numbers(String title, String unit, List<double[]> lines) {
        TimeAxis days = TimeAxis.of(study, 0, 1);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Policy", study.policies()));
        for (int part = 0; part < TOLD; part++) {
            List<Entry> entries = new ArrayList<>();
            for (double[] line : lines) {
                double[] means = Pooled.coarser(line, TOLD);
                double value = means.length > part ? means[part] : Double.NaN;
                entries.add(Digits.entry(value, Double.NaN, false, ""));
            }
            columns.add(new Column(days.part(part, TOLD), unit, false, entries));
        }
        return new Section(title, new Table(columns), List.of(), false);
    }
}
