package dandori.report;

import dandori.campaign.CampaignOutcome;
import dandori.campaign.Extent;
import dandori.engine.Durations;
import dandori.experiment.CellResult;
import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.scenario.campaign.CampaignPlan;
import java.util.List;

/**
 * A time line of elastic campaigns: under each policy a band as high as the nodes of its jobs are
 * many, in the run of the first seed, from the first start until it is done or the run ends. While
 * it waits it is as high as before.
 */
final class SizesChart {

    private static final int LEFT = 170; // for the names
    private static final int RIGHT = 100; // for the numbers
    private static final int BAND = 30;
    private static final int TOP = 24; // for the axis
    private static final double DAY = Durations.DAY_MILLIS;

    private final Study study;
    private final RunDates dates;
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
        Svg svg = new Svg(height, "Nodes of elastic campaigns over time, by policy");
        axis(svg, height);
        int top = TOP;
        for (CampaignPlan plan : plans) {
            svg.text(LEFT - 10, top + (each - 14) / 2.0 + 4, "end", plan.name());
            for (CellResult cell : cells) {
                int policy = study.policies().indexOf(cell.cell().policy().name());
                for (CampaignOutcome one : cell.campaigns()) {
                    if (policy >= 0 && one.campaign().name().equals(plan.name())) {
                        band(svg, one, plan, policy, top + (policy + 1) * BAND);
                    }
                }
            }
            top += each;
        }
        return svg.close()
                + Svg.legend(
                        study.policies(),
                        "height: nodes of its jobs, in the run of seed %d.".formatted(seed));
    }

    private void axis(Svg svg, int height) {
        double step = Axis.roundStep(lastMillis / DAY / 8);
        for (double at = 0; at * DAY <= lastMillis; at += step) {
            svg.grid(LEFT + share(at * DAY), TOP - 4, LEFT + share(at * DAY), height);
            svg.text(LEFT + share(at * DAY), TOP - 10, "middle", dates.day(at * DAY / 1000));
        }
    }

    private void band(Svg svg, CampaignOutcome one, CampaignPlan plan, int policy, int bottom) {
        int most = one.extent().mostNodes();
        double full =
                plan.venues().stream().mapToInt(it -> it.mostNodes() + it.spares()).max().orElse(1);
        double end = one.isDone() ? one.doneMillis() : lastMillis;
        List<Extent.Change> changes = one.extent().changes();
        for (int i = 0; i < changes.size(); i++) {
            double from = changes.get(i).fromMillis();
            double to = i + 1 < changes.size() ? changes.get(i + 1).fromMillis() : end;
            double high = (BAND - 4) * changes.get(i).nodes() / full;
            svg.box(
                    LEFT + share(from),
                    bottom - high,
                    Math.max(0.1, share(to) - share(from)),
                    high,
                    Svg.colour(policy),
                    1);
        }
        if (most > 0) {
            String range = one.extent().leastNodes() == most ? "" : one.extent().leastNodes() + "–";
            svg.text(LEFT + share(end) + 6, bottom - 4, "start", range + most);
        }
    }

    private double share(double millis) {
        return Math.min(1, millis / lastMillis) * (Svg.WIDTH - LEFT - RIGHT);
    }
}
