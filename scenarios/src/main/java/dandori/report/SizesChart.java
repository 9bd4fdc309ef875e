package dandori.report;

import dandori.campaign.CampaignOutcome;
import dandori.campaign.Extent;
import dandori.engine.Durations;
import dandori.experiment.CellResult;
import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.scenario.campaign.CampaignPlan;
import java.util.List;
import java.util.Locale;

/**
 * A time line of elastic campaigns: under each policy a band as high as the nodes of its jobs are
 * many, in the run of the first seed, from the first start until it is done or the run ends. While
 * it waits it is as high as before. Colours are those of {@link QueueChart}.
 */
final class SizesChart {

    private static final int WIDTH = 900;
    private static final int LEFT = 170; // for the names
    private static final int RIGHT = 100; // for the numbers
    private static final int BAND = 30;
    private static final int TOP = 24; // for the axis
    private static final double DAY = Durations.DAY_MILLIS;

    private final Study study;
    private final RunDates dates;
    private final StringBuilder svg = new StringBuilder();
    private double lastMillis = DAY;

    private SizesChart(Study study) {
        this.study = study;
        dates = new RunDates(study.scenario());
    }

    /** The figure; empty if no campaign is elastic or no cell was played. */
    static String of(Study study) {
        List<CampaignPlan> plans = CampaignTables.elastic(study.scenario().campaigns());
        return plans.isEmpty() || study.results().isEmpty()
                ? ""
                : new SizesChart(study).draw(plans);
    }

    private String draw(List<CampaignPlan> plans) {
        int seed = study.seeds().get(0);
        List<CellResult> cells =
                study.results().stream().filter(one -> one.cell().seed() == seed).toList();
        String first = study.policies().get(0);
        lastMillis = Math.max(DAY, 1000 * study.spread(first, Group.ALL, "window_to_s").mean());
        int each = BAND * study.policies().size() + 14;
        int height = TOP + plans.size() * each;
        svg.append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Nodes of elastic campaigns over time, by policy\">\n"
                        .formatted(WIDTH, height));
        axis(height);
        int top = TOP;
        for (CampaignPlan plan : plans) {
            text(LEFT - 10, top + (each - 14) / 2.0 + 4, "end", plan.name());
            for (CellResult cell : cells) {
                int policy = study.policies().indexOf(cell.cell().policy().name());
                for (CampaignOutcome one : cell.campaigns()) {
                    if (policy >= 0 && one.campaign().name().equals(plan.name())) {
                        band(one, plan, policy, top + (policy + 1) * BAND);
                    }
                }
            }
            top += each;
        }
        return svg.append("</svg>\n").append(legend(seed)).toString();
    }

    private void axis(int height) {
        double step = QueueChart.roundStep(lastMillis / DAY / 8);
        for (double at = 0; at * DAY <= lastMillis; at += step) {
            svg.append(
                    "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>"
                            .formatted(x(at * DAY), x(at * DAY), TOP - 4, height));
            text(LEFT + share(at * DAY), TOP - 10, "middle", dates.day(at * DAY / 1000));
        }
    }

    private void band(CampaignOutcome one, CampaignPlan plan, int policy, int bottom) {
        int most = one.extent().mostNodes();
        double full =
                plan.venues().stream().mapToInt(it -> it.mostNodes() + it.spares()).max().orElse(1);
        double end = one.isDone() ? one.doneMillis() : lastMillis;
        List<Extent.Change> changes = one.extent().changes();
        for (int i = 0; i < changes.size(); i++) {
            double from = changes.get(i).fromMillis();
            double to = i + 1 < changes.size() ? changes.get(i + 1).fromMillis() : end;
            double high = (BAND - 4) * changes.get(i).nodes() / full;
            svg.append(
                    "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                            .formatted(
                                    x(from),
                                    tenth(bottom - high),
                                    tenth(Math.max(0.1, share(to) - share(from))),
                                    tenth(high),
                                    QueueChart.colour(policy)));
        }
        if (most > 0) {
            String range = one.extent().leastNodes() == most ? "" : one.extent().leastNodes() + "–";
            text(LEFT + share(end) + 6, bottom - 4, "start", range + most);
        }
    }

    private String legend(int seed) {
        StringBuilder legend = new StringBuilder("<p>");
        for (int i = 0; i < study.policies().size(); i++) {
            legend.append(
                    "<b style=\"color:%s\">■</b> %s &#160; "
                            .formatted(
                                    QueueChart.colour(i),
                                    HtmlReport.escaped(study.policies().get(i))));
        }
        return legend + "height: nodes of its jobs, in the run of seed %d.</p>\n".formatted(seed);
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                        .formatted(tenth(x), tenth(y), anchor, HtmlReport.escaped(text)));
    }

    private String x(double millis) {
        return tenth(LEFT + share(millis));
    }

    private double share(double millis) {
        return Math.min(1, millis / lastMillis) * (WIDTH - LEFT - RIGHT);
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
