package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.scenario.campaign.CampaignPlan;
import java.util.ArrayList;
import java.util.List;

/** The tables of campaigns: when they are done, and what held them up. */
final class CampaignTables {

    private static final double SECONDS_OF_DAY = 86_400;
    private static final double LEAST_DAYS = 0.05; // what a ± of a date is, where it is told
    private static final List<String> TIMES =
            List.of("wait_h", "restart_h", "rework_h", "checkpoint_h", "stalled_h", "useful_h");
    private static final List<String> TIME_NAMES =
            List.of("Waiting", "Restarts", "Done again", "Checkpoints", "Worse places", "Training");
    private static final List<String> NODE_HOURS =
            List.of(
                    "campaign_useful_node_hours",
                    "campaign_stalled_node_hours",
                    "campaign_checkpoint_node_hours",
                    "campaign_restart_node_hours",
                    "campaign_rework_node_hours",
                    "campaign_spare_node_hours",
                    "jobs_lost_node_hours");
    private static final List<String> NODE_HOUR_NAMES =
            List.of(
                    "Training",
                    "Worse places",
                    "Checkpoints",
                    "Restarts",
                    "Done again",
                    "In reserve",
                    "Lost by other jobs");

    private final Study study;
    private final List<CampaignPlan> plans;
    private final RunDates dates;

    CampaignTables(Study study) {
        this.study = study;
        plans = study.scenario().campaigns();
        dates = new RunDates(study.scenario());
    }

    /** When each is done under each policy, and what held it up under the one compared with. */
    Table done() {
        List<Column> columns = new ArrayList<>();
        columns.add(names());
        List<String> policies = study.policies();
        for (String policy : policies) {
            String heading = policies.size() == 1 ? "Done on" : "Done: " + policy;
            columns.add(
                    Column.text(heading, plans.stream().map(plan -> done(plan, policy)).toList()));
        }
        if (plans.stream().anyMatch(plan -> plan.deadline() != null)) {
            columns.add(Column.text("Due", plans.stream().map(this::due).toList()));
        }
        String policy = study.scenario().report().compareTo();
        columns.add(
                Column.text(
                        policies.size() == 1 ? "Held up by" : "Held up by (" + policy + ")",
                        plans.stream()
                                .map(plan -> new HeldUp(study, policy, plan).words())
                                .toList()));
        return new Table(columns);
    }

    /** {@code 24 Oct ± 2 d}, {@code 3 of 5: 24 Oct}, {@code 73 %}. */
    private String done(CampaignPlan plan, String policy) {
        Spread done = spread(plan, policy, "done_s");
        Spread share = spread(plan, policy, "share_done");
        if (done.count() == 0) {
            return share.count() == 0 ? "–" : undone(share.mean());
        }
        String date = dates.day(done.mean());
        String spread = isWide(done) ? " ± " + RunDates.span(done.plusMinus()) : "";
        return done.count() == share.count()
                ? date + spread
                : "%d of %d: %s".formatted(done.count(), share.count(), date + spread);
    }

    /** How much is done of what is not done in any run: {@code 73 %}, and never all of it. */
    static String undone(double share) {
        return Digits.plain(Math.min(99, 100 * share), 0) + " %";
    }

    /** Whether runs differ by so much that it is told. */
    private static boolean isWide(Spread done) {
        return done.plusMinus() >= LEAST_DAYS * SECONDS_OF_DAY;
    }

    /** What the table of days does not say by itself. */
    List<String> legend() {
        boolean isAllDone = true;
        boolean isTwoOfMore = false;
        for (CampaignPlan plan : plans) {
            for (String policy : study.policies()) {
                Spread done = spread(plan, policy, "done_s");
                isAllDone &= done.count() > 0;
                isTwoOfMore |= done.count() == 2 && study.seeds().size() > 2 && isWide(done);
            }
        }
        List<String> lines = new ArrayList<>();
        if (!isAllDone) {
            lines.add("%: what is done of a campaign that is not done when any run ends.");
        }
        if (isTwoOfMore) {
            lines.add("± of two runs: half of the difference of their days.");
        }
        return lines;
    }

    private String due(CampaignPlan plan) {
        double due = spread(plan, study.policies().get(0), "deadline_s").mean();
        return Double.isNaN(due) ? "–" : dates.day(due);
    }

    /** Where the time of each went under a policy, in days. */
    Table times(String policy) {
        List<Column> columns = new ArrayList<>();
        columns.add(names());
        columns.add(numbers("Jobs", "", policy, "pieces", 1));
        columns.add(numbers("Failures", "", policy, "failures", 1));
        for (int i = 0; i < TIMES.size(); i++) {
            columns.add(numbers(TIME_NAMES.get(i), "d", policy, TIMES.get(i), 24));
        }
        columns.add(numbers("Goodput", "%", policy, "goodput", 0.01));
        return new Table(columns);
    }

    /** Whether any can run on several numbers of nodes. */
    boolean anyElastic() {
        return !elastic(plans).isEmpty();
    }

    /** Those of some that can run on several numbers of nodes. */
    static List<CampaignPlan> elastic(List<CampaignPlan> some) {
        return some.stream()
                .filter(plan -> plan.venues().stream().anyMatch(one -> !one.others().isEmpty()))
                .toList();
    }

    /** On how many nodes those ran that can have several numbers, under each policy. */
    Table sizes() {
        List<CampaignPlan> elastic = elastic(plans);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Campaign", elastic.stream().map(CampaignPlan::name).toList()));
        for (String policy : study.policies()) {
            columns.add(
                    Column.text(policy, elastic.stream().map(plan -> size(plan, policy)).toList()));
        }
        return new Table(columns);
    }

    /** {@code 16–64, mean 40, 12 changes}. */
    private String size(CampaignPlan plan, String policy) {
        double least = spread(plan, policy, "least_nodes").min();
        double most = spread(plan, policy, "most_nodes").max();
        double mean = spread(plan, policy, "mean_nodes").mean();
        if (Double.isNaN(mean)) {
            return "–";
        }
        String range = least == most ? "" : "–" + Digits.plain(most, 0);
        String times = Digits.plain(spread(plan, policy, "resizes").mean(), 0);
        return Digits.plain(least, 0)
                + range
                + (least == most ? "" : ", mean " + Digits.plain(mean, 0))
                + (times.equals("0")
                        ? ""
                        : ", " + times + (times.equals("1") ? " change" : " changes"));
    }

    /** Where node time went under each policy, in node hours; what is 0 everywhere is left out. */
    Table nodeHours() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Policy", study.policies()));
        for (int i = 0; i < NODE_HOURS.size(); i++) {
            String key = NODE_HOURS.get(i);
            List<Spread> spreads =
                    study.policies().stream()
                            .map(policy -> study.spread(policy, Group.ALL, key))
                            .toList();
            if (i == 0 || spreads.stream().anyMatch(spread -> spread.max() > 0)) {
                columns.add(column(NODE_HOUR_NAMES.get(i), "", spreads, 1));
            }
        }
        return new Table(columns);
    }

    private Column names() {
        return Column.text("Campaign", plans.stream().map(CampaignPlan::name).toList());
    }

    private Column numbers(String heading, String unit, String policy, String key, double unitOf) {
        List<Spread> spreads = plans.stream().map(plan -> spread(plan, policy, key)).toList();
        return column(heading, unit, spreads, unitOf);
    }

    private static Column column(String heading, String unit, List<Spread> spreads, double of) {
        List<Entry> entries =
                spreads.stream()
                        .map(one -> Digits.entry(one.mean() / of, one.plusMinus() / of, false, ""))
                        .toList();
        return new Column(heading, unit, false, entries);
    }

    private Spread spread(CampaignPlan plan, String policy, String key) {
        return study.spread(policy, new Group(Group.Kind.CAMPAIGN, plan.name()), key);
    }
}
