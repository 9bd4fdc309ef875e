package dandori.report;

import dandori.engine.Durations;
import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.scenario.campaign.CampaignPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A time line of campaigns: for each a bar under each policy, from its submission to when it is
 * done, thin until its first job starts, open where some run ends before it is done; deadlines are
 * marked. Means over the seeds.
 */
final class CampaignChart {

    private static final int LEFT = 170; // for the names
    private static final int RIGHT = 100; // for the days
    private static final int BAR = 12;
    private static final int GAP = 14; // between campaigns
    private static final int TOP = 24; // for the axis
    private static final double DAY = Durations.DAY_MILLIS / 1000.0;

    private final Study study;
    private final List<CampaignPlan> plans;
    private final RunDates dates;
    private final List<Word> words = new ArrayList<>(); // above all lines
    private double lastSeconds;

    private CampaignChart(Study study) {
        this.study = study;
        plans = study.scenario().campaigns();
        dates = new RunDates(study.scenario());
    }

    /** The figure; empty if nobody trains or no cell was played. */
    static String of(Study study) {
        return study.results().isEmpty() || study.scenario().campaigns().isEmpty()
                ? ""
                : new CampaignChart(study).draw();
    }

    private String draw() {
        lastSeconds = last();
        int each = study.policies().size() * BAR + GAP;
        int height = TOP + plans.size() * each + 8;
        Svg svg = new Svg(height, "When campaigns are done, by policy");
        axis(svg, height);
        int top = TOP + GAP / 2;
        for (CampaignPlan plan : plans) {
            text(LEFT - 10, top + (each - GAP) / 2.0 + 4, "end", plan.name());
            for (int i = 0; i < study.policies().size(); i++) {
                bar(svg, plan, i, top + i * BAR);
            }
            deadline(svg, plan, top - 3, top + each - GAP + 3);
            top += each;
        }
        words.forEach(word -> svg.text(word.x, word.y, word.anchor, word.words));
        return svg.close()
                + Svg.legend(
                        study.policies(),
                        "thin: before the first job starts; pale: not done in every run (1 of 2) or in"
                                + " any (73 % of it are done); upright line: deadline.");
    }

    private double last() {
        double last = study.spread(study.policies().get(0), Group.ALL, "window_to_s").mean();
        for (CampaignPlan plan : plans) {
            for (String policy : study.policies()) {
                double done = spread(plan, policy, "done_s").mean();
                last = Double.isNaN(done) ? last : Math.max(last, done);
            }
        }
        return Math.max(last, DAY);
    }

    private void axis(Svg svg, int height) {
        double step = Axis.roundStep(lastSeconds / DAY / 8);
        for (double at = 0; at * DAY <= lastSeconds; at += step) {
            double x = x(at * DAY);
            svg.grid(x, TOP - 4, x, height);
            text(x, TOP - 10, "middle", dates.day(at * DAY));
        }
    }

    private void bar(Svg svg, CampaignPlan plan, int policy, double top) {
        String name = study.policies().get(policy);
        Spread done = spread(plan, name, "done_s");
        double submit = spread(plan, name, "submit_s").mean();
        double start = spread(plan, name, "start_s").mean();
        if (Double.isNaN(submit)) {
            return;
        }
        boolean isWhole = done.count() == spread(plan, name, "share_done").count();
        double end = isWhole ? done.mean() : lastSeconds;
        double begun = Double.isNaN(start) ? end : start;
        String colour = Svg.colour(policy);
        box(svg, submit, begun, top + BAR / 2.0 - 1.5, 2, colour, 1);
        box(svg, begun, end, top + 1, BAR - 3, colour, isWhole ? 1 : 0.55);
        text(x(end) + 6, top + BAR - 2, "start", isWhole ? dates.day(end) : howFar(plan, name));
    }

    /** {@code 1 of 2} runs have it done; where none has, {@code 73 %} of it are. */
    private String howFar(CampaignPlan plan, String policy) {
        Spread share = spread(plan, policy, "share_done");
        int done = spread(plan, policy, "done_s").count();
        return done > 0
                ? "%d of %d".formatted(done, share.count())
                : CampaignTables.undone(share.mean());
    }

    private void box(
            Svg svg,
            double from,
            double to,
            double top,
            int height,
            String colour,
            double opacity) {
        if (to > from) {
            svg.box(x(from), top, Math.max(1, x(to) - x(from)), height, colour, opacity);
        }
    }

    private void deadline(Svg svg, CampaignPlan plan, double top, double bottom) {
        double due = spread(plan, study.policies().get(0), "deadline_s").mean();
        if (due <= lastSeconds) {
            svg.line("due", x(due), top, x(due), bottom);
        }
    }

    private void text(double x, double y, String anchor, String text) {
        words.add(new Word(x, y, anchor, text));
    }

    private record Word(double x, double y, String anchor, String words) {}

    private double x(double seconds) {
        return LEFT + Math.min(1, seconds / lastSeconds) * (Svg.WIDTH - LEFT - RIGHT);
    }

    private Spread spread(CampaignPlan plan, String policy, String key) {
        return study.spread(policy, new Group(Group.Kind.CAMPAIGN, plan.name()), key);
    }
}
